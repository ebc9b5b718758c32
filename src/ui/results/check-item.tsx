/**
 * One check: its outcome and title, and when opened everything that was sent and came back.
 * @module
 */

import { ChevronRight } from 'lucide-react'
import { memo, useId } from 'react'
import type { Check } from '../../check/check.ts'
import { describeOutcome } from '../../check/describe.ts'
import type { RunResult } from '../../run/verdict.ts'
import { generates } from '../../workspace/selectors.ts'
import { checkButtonId } from '../navigation.ts'
import { OutcomeIcon } from '../parts/outcome.tsx'
import { CheckDetails } from './check-details.tsx'

interface Props {
  readonly check: Check
  readonly result: RunResult | null
  /** What the check's values were made from. */
  readonly seed: number
  readonly stale: boolean
  readonly open: boolean
  readonly onToggle: (id: string, open: boolean) => void
}

/** A closed check shows its outcome only; every run brings a new result, and most say the same. */
const looksSame = (before: Props, now: Props): boolean =>
  before.check === now.check &&
  before.stale === now.stale &&
  before.open === now.open &&
  before.seed === now.seed &&
  before.onToggle === now.onToggle &&
  (now.open ? before.result === now.result : before.result?.outcome === now.result?.outcome)

export const CheckItem = memo(function CheckItem({ check, result, seed, stale, open, onToggle }: Props) {
  const details = useId()
  const outcome = result?.outcome ?? 'waiting'
  const bySeed = (outcome === 'failed' || outcome === 'broke') && generates(check)
  return (
    <li className="check" data-check={check.id} data-outcome={outcome} data-stale={stale || undefined}>
      <h3>
        <button
          type="button"
          id={checkButtonId(check.id)}
          className="check-button"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => onToggle(check.id, !open)}
        >
          <OutcomeIcon outcome={outcome} />
          <span className="check-title">{check.title}</span>
          <span className="outcome-word" data-outcome={outcome}>
            {result === null ? 'Waiting' : describeOutcome(result.outcome)}
            {bySeed ? <span className="seed-note"> with seed {seed}</span> : null}
          </span>
          <ChevronRight aria-hidden size={14} className="chevron" />
        </button>
      </h3>
      <section id={details} className="check-details" aria-label={check.title} hidden={!open}>
        {open ? <CheckDetails check={check} result={result} /> : null}
      </section>
    </li>
  )
}, looksSame)
