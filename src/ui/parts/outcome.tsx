/**
 * The outcome of a check as an icon and a word; never by colour alone.
 * @module
 */

import { Ban, Circle, CircleCheck, CircleSlash, CircleX, type LucideIcon } from 'lucide-react'
import type { Outcome } from '../../check/result.ts'

/** `waiting`: never run. */
export type Shown = Outcome | 'waiting'

const LOOKS: Readonly<Record<Shown, { readonly icon: LucideIcon; readonly word: string }>> = {
  passed: { icon: CircleCheck, word: 'Passed' },
  failed: { icon: CircleX, word: 'Failed' },
  broke: { icon: Ban, word: 'Broke' },
  'not-run': { icon: CircleSlash, word: 'Not run' },
  waiting: { icon: Circle, word: 'Waiting' },
}

export function OutcomeIcon({ outcome, size = 16 }: { readonly outcome: Shown; readonly size?: number }) {
  const { icon: Icon } = LOOKS[outcome]
  return <Icon aria-hidden className="outcome-icon" data-outcome={outcome} size={size} />
}

export const outcomeWord = (outcome: Shown): string => LOOKS[outcome].word
