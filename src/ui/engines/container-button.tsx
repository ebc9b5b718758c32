/**
 * What can be done about a WebContainer that is not up, as a button; nothing when there is nothing to press.
 * @module
 */

import { Play, Power, RotateCw } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useEngineActions, useEngines } from '../context.ts'
import { leaveFocus } from '../parts/keep-focus.ts'
import { REMEDIES, remedyOf } from './words.ts'

const ICONS = { start: Play, retry: RotateCw, reload: RotateCw, allow: Power }

export function ContainerButton() {
  const remedy = useEngines(({ container }) => remedyOf(container))
  const { allow, startContainer } = useEngineActions()
  if (remedy === null) return null
  const Icon = ICONS[remedy]
  const actions = {
    start: startContainer,
    retry: startContainer,
    reload: () => location.reload(),
    allow: () => allow(true),
  }
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    leaveFocus(event)
    actions[remedy]()
  }
  return (
    <button type="button" className="button small" onClick={press}>
      <Icon aria-hidden size={12} />
      {REMEDIES[remedy]}
    </button>
  )
}
