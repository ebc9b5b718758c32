/**
 * Expected and actual beside each other, what differs marked by sign and colour.
 * @module
 */

import type { Json } from '../../check/check.ts'
import { actualText, expectedText } from '../../check/describe.ts'
import { compareJson, compareText, type DiffLine, type Mark } from '../../check/diff.ts'
import type { Observation } from '../../check/result.ts'

type Side = 'expected' | 'actual'

const SIGNS: Readonly<Record<Side, Readonly<Record<Mark, string>>>> = {
  expected: { same: ' ', differs: '-', missing: '-', extra: ' ' },
  actual: { same: ' ', differs: '+', missing: ' ', extra: '+' },
}

function Lines({ lines, side }: { readonly lines: readonly DiffLine[]; readonly side: Side }) {
  return (
    <pre className="diff-lines">
      {lines.map(({ text, mark }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and the order is what is shown
        <div key={index} data-mark={SIGNS[side][mark] === ' ' ? 'same' : mark}>
          {`${SIGNS[side][mark]} ${text}\n`}
        </div>
      ))}
    </pre>
  )
}

const isStructure = (value: Json): boolean => typeof value === 'object' && value !== null

interface Sides {
  readonly expected: readonly DiffLine[]
  readonly actual: readonly DiffLine[]
}

/** Line by line where there are lines: two JSON structures. Null otherwise. */
function linesOf({ expectation: { predicate }, actual }: Observation): Sides | null {
  if (actual.kind !== 'value' || (predicate.kind !== 'equals' && predicate.kind !== 'subset')) return null
  if (!isStructure(predicate.value) || !isStructure(actual.value)) return null
  return compareJson(predicate.value, actual.value, predicate.kind === 'subset' ? 'subset' : 'exact')
}

function Text({ observation, side }: { readonly observation: Observation; readonly side: Side }) {
  const { expectation, actual } = observation
  if (expectation.predicate.kind === 'equals' && actual.kind === 'value') {
    const { value } = expectation.predicate
    if (typeof value === 'string' && typeof actual.value === 'string') {
      const parts = compareText(value, actual.value)[side]
      return (
        <code>
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts repeat, and the order is what is shown
            <span key={index} data-mark={part.mark}>
              {part.text}
            </span>
          ))}
        </code>
      )
    }
  }
  return <code>{side === 'expected' ? expectedText(expectation) : actualText(observation)}</code>
}

export function Comparison({ observation }: { readonly observation: Observation }) {
  const lines = linesOf(observation)
  return (
    <dl className="comparison" data-lines={lines !== null || undefined}>
      <div data-side="expected">
        <dt>Expected</dt>
        <dd>
          {lines === null ? (
            <Text observation={observation} side="expected" />
          ) : (
            <Lines lines={lines.expected} side="expected" />
          )}
        </dd>
      </div>
      <div data-side="actual">
        <dt>Actual</dt>
        <dd>
          {lines === null ? (
            <Text observation={observation} side="actual" />
          ) : (
            <Lines lines={lines.actual} side="actual" />
          )}
        </dd>
      </div>
    </dl>
  )
}
