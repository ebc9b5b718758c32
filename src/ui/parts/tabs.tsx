/**
 * A tab list with its panels. Panels stay mounted, so that what stands in them keeps its state and its scroll position.
 * @module
 */

import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: ReactNode
  readonly panel: ReactNode
}

interface Props<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly className?: string
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, className }: Props<Id>) {
  const choose = (chosen: unknown) => {
    const tab = tabs.find(({ id }) => id === chosen)
    if (tab !== undefined) onChange(tab.id)
  }
  return (
    <Base.Root className={`tabs ${className ?? ''}`} value={value} onValueChange={choose}>
      <Base.List className="tab-list" aria-label={label} activateOnFocus>
        {tabs.map(tab => (
          <Base.Tab key={tab.id} className="tab" value={tab.id}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(tab => (
        <Base.Panel key={tab.id} className="tab-panel" value={tab.id} keepMounted>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
