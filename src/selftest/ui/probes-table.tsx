/**
 * Every probe: what the code relies on, whether it holds, what was seen, and what is done where it does not.
 * @module
 */

import { probes } from '../probes/index.ts'
import type { Probe, ProbeResult } from '../probes/probe.ts'
import { RESTART } from '../probes/restart.ts'
import { Standing } from './standing.tsx'

type Described = Pick<Probe, 'id' | 'title' | 'assumption' | 'otherwise'>

const DESCRIBED: readonly Described[] = [...probes, RESTART]

/** `firstOutputMs`, 12 → `first output 12 ms`; `ms`, 12 → `12 ms`. */
const measureText = (name: string, value: number): string => {
  const words = name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`).split(' ')
  const unit = words.at(-1) === 'ms' || words.at(-1) === 'bytes' ? words.pop() : undefined
  return [...words, value.toLocaleString('en'), unit].filter(Boolean).join(' ')
}

const measuredText = ({ measured }: ProbeResult): string =>
  Object.entries(measured)
    .map(([name, value]) => measureText(name, value))
    .join(', ')

interface RowProps {
  readonly probe: Described
  readonly result: ProbeResult | null
  /** Whether there will be no result any more. */
  readonly isDone: boolean
}

function Row({ probe, result, isDone }: RowProps) {
  const outcome = result?.outcome ?? (isDone ? 'not-tried' : 'waiting')
  const numbers = result === null ? '' : measuredText(result)
  return (
    <tr data-probe={probe.id} data-outcome={outcome}>
      <th scope="row">
        {probe.title}
        <p>{probe.assumption}</p>
      </th>
      <td data-label="Holds">
        <Standing outcome={outcome} />
      </td>
      <td data-label="Seen">
        {result?.seen}
        {numbers === '' ? null : <p className="faint">{numbers}</p>}
      </td>
      <td data-label="Otherwise">{probe.otherwise}</td>
      <td data-label="Took" className="selftest-number">
        {result === null ? null : `${result.ms.toLocaleString('en')} ms`}
      </td>
    </tr>
  )
}

interface Props {
  readonly results: readonly ProbeResult[]
  readonly isDone: boolean
}

export function ProbesTable({ results, isDone }: Props) {
  return (
    <table className="selftest-table" data-stacks>
      <thead>
        <tr>
          <th scope="col">What the code relies on</th>
          <th scope="col">Holds?</th>
          <th scope="col">What was seen</th>
          <th scope="col">What is done otherwise</th>
          <th scope="col">Took</th>
        </tr>
      </thead>
      <tbody>
        {DESCRIBED.map(probe => (
          <Row
            key={probe.id}
            probe={probe}
            result={results.find(({ id }) => id === probe.id) ?? null}
            isDone={isDone}
          />
        ))}
      </tbody>
    </table>
  )
}
