/**
 * How something stands, as an icon of its own shape and a word beside it.
 * @module
 */

import { CircleCheck, CircleDashed, CircleMinus, CircleSlash, CircleX, type LucideIcon } from 'lucide-react'
import type { ProbeResult } from '../probes/probe.ts'

/** `waiting`: not yet tried. */
type Shown = ProbeResult['outcome'] | 'waiting'

const LOOKS: Readonly<Record<Shown, { readonly icon: LucideIcon; readonly word: string }>> = {
  holds: { icon: CircleCheck, word: 'Holds' },
  minor: { icon: CircleMinus, word: 'Differs, minor' },
  differs: { icon: CircleX, word: 'Differs' },
  'not-tried': { icon: CircleSlash, word: 'Not tried' },
  waiting: { icon: CircleDashed, word: 'Waiting' },
}

export function Standing({ outcome }: { readonly outcome: Shown }) {
  const { icon: Icon, word } = LOOKS[outcome]
  return (
    <span className="selftest-standing" data-standing={outcome}>
      <Icon aria-hidden size={14} />
      {word}
    </span>
  )
}
