/**
 * The outcome of a check as an icon of its own shape. The word stands beside it: never colour alone.
 * @module
 */

import { Ban, Circle, CircleCheck, CircleSlash, CircleX, type LucideIcon } from 'lucide-react'
import type { Outcome } from '../../check/result.ts'

/** `waiting`: never run. */
type Shown = Outcome | 'waiting'

const ICONS: Readonly<Record<Shown, LucideIcon>> = {
  passed: CircleCheck,
  failed: CircleX,
  broke: Ban,
  'not-run': CircleSlash,
  waiting: Circle,
}

export function OutcomeIcon({ outcome }: { readonly outcome: Shown }) {
  const Icon = ICONS[outcome]
  return <Icon aria-hidden className="outcome-icon" data-outcome={outcome} size={16} />
}
