/**
 * Expected and actual beside each other, what differs marked by sign and colour.
 * @module
 */

import { actualText, expectedText } from '../../check/describe.ts'
import { compareJson, compareText, type DiffLine, type JsonComparison, type Mark } from '../../check/diff.ts'
import type { Segment } from '../../check/diff-text.ts'
import type { Json } from '../../check/expectation.ts'
import type { Observation } from '../../check/result.ts'
import { fewMarks } from '../parts/few-marks.ts'

type Side = 'expected' | 'actual'

const SIGNS: Readonly<Record<Side, Readonly<Record<Mark, string>>>> = {
  expected: { same: ' ', differs: '+', missing: '+', extra: ' ' },
  actual: { same: ' ', differs: '-', missing: ' ', extra: '-' },
}

const isStructure = (value: Json): boolean => typeof value === 'object' && value !== null

/** Line by line where there are lines: two JSON structures. Null otherwise. */
function linesOf({ expectation: { predicate }, actual }: Observation): JsonComparison | null {
  if (actual.kind !== 'value' || (predicate.kind !== 'equals' && predicate.kind !== 'subset')) return null
  if (!isStructure(predicate.value) || !isStructure(actual.value)) return null
  return compareJson(predicate.value, actual.value, predicate.kind === 'subset' ? 'subset' : 'exact')
}

function LineCell({ line, side }: { readonly line: DiffLine | undefined; readonly side: Side }) {
  const sign = line === undefined ? ' ' : SIGNS[side][line.mark]
  return (
    // A line that only the other side has leaves a gap, for which there is no use where the sides are not side by side.
    <td data-side={side} data-mark={sign === ' ' ? undefined : 'differs'} data-gap={line?.text === '' || undefined}>
      <pre>{`${sign} ${fewMarks(line?.text ?? '')}`}</pre>
    </td>
  )
}

function Lines({ comparison: { expected, actual } }: { readonly comparison: JsonComparison }) {
  return expected.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat, and the order is what is shown
    <tr key={index} className="diff-line">
      <LineCell line={line} side="expected" />
      <LineCell line={actual[index]} side="actual" />
    </tr>
  ))
}

/** Marks help where most is alike; between two unlike texts they only point at chance letters. */
const isMostlyAlike = (segments: readonly Segment[]): boolean => {
  const length = (mark: Segment['mark']) =>
    segments.filter(segment => segment.mark === mark).reduce((sum, { text }) => sum + text.length, 0)
  return length('same') >= length('differs')
}

function Text({ observation, side }: { readonly observation: Observation; readonly side: Side }) {
  const { expectation, actual } = observation
  if (expectation.predicate.kind === 'equals' && actual.kind === 'value') {
    const { value } = expectation.predicate
    if (typeof value === 'string' && typeof actual.value === 'string') {
      const sides = compareText(value, actual.value)
      const marked = isMostlyAlike(sides.expected) && isMostlyAlike(sides.actual)
      return (
        <code>
          {sides[side].map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts repeat, and the order is what is shown
            <span key={index} data-mark={marked ? part.mark : undefined}>
              {fewMarks(part.text)}
            </span>
          ))}
        </code>
      )
    }
  }
  return <code>{side === 'expected' ? fewMarks(expectedText(expectation)) : fewMarks(actualText(observation))}</code>
}

export function Comparison({ observation }: { readonly observation: Observation }) {
  const lines = linesOf(observation)
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col" data-side="expected">
            Expected
          </th>
          <th scope="col" data-side="actual">
            Actual
          </th>
        </tr>
      </thead>
      <tbody>
        {lines === null ? (
          <tr>
            <td data-side="expected">
              <Text observation={observation} side="expected" />
            </td>
            <td data-side="actual">
              <Text observation={observation} side="actual" />
            </td>
          </tr>
        ) : (
          <Lines comparison={lines} />
        )}
      </tbody>
      {lines?.cut ? <caption>Only the beginning is shown.</caption> : null}
    </table>
  )
}
