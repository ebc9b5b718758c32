/**
 * A pane of the page: a landmark that can take the focus.
 * @module
 */

import type { ReactNode } from 'react'
import { paneId } from '../navigation.ts'
import type { Pane as PaneName } from '../view.ts'

const LABELS: Readonly<Record<PaneName, string>> = { brief: 'Brief', code: 'Code', results: 'Results' }

export const paneLabel = (pane: PaneName): string => LABELS[pane]

interface Props {
  readonly name: PaneName
  readonly hidden?: boolean
  readonly children: ReactNode
}

export function Pane({ name, hidden = false, children }: Props) {
  return (
    <section id={paneId(name)} className="pane" aria-label={LABELS[name]} tabIndex={-1} hidden={hidden}>
      {children}
    </section>
  )
}
