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

/** `firstOutputMs` → `first output ms`. */
const wordsOf = (name: string): string => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

const measuredText = ({ measured }: ProbeResult): string =>
  Object.entries(measured)
    .map(([name, value]) => `${wordsOf(name)} ${value.toLocaleString('en')}`)
    .join(', ')

function Row({ probe, result }: { readonly probe: Described; readonly result: ProbeResult | null }) {
  const numbers = result === null ? '' : measuredText(result)
  return (
    <tr data-probe={probe.id} data-outcome={result?.outcome ?? 'waiting'}>
      <th scope="row">
        {probe.title}
        <p>{probe.assumption}</p>
      </th>
      <td data-label="Holds?">
        <Standing outcome={result?.outcome ?? 'waiting'} />
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

export function ProbesTable({ results }: { readonly results: readonly ProbeResult[] }) {
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
          <Row key={probe.id} probe={probe} result={results.find(({ id }) => id === probe.id) ?? null} />
        ))}
      </tbody>
    </table>
  )
}
