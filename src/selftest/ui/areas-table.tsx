/**
 * How many cases of each area are as expected, in each engine.
 * @module
 */

import type { JudgedCase } from '../conformance/judge.ts'
import { type AreaReport, isUnexpected, tallyOf } from '../report.ts'

interface RowProps {
  readonly id: string
  readonly title: string
  readonly cases: readonly JudgedCase[]
}

function Row({ id, title, cases }: RowProps) {
  const embedded = tallyOf(cases, 'embedded')
  const webcontainer = tallyOf(cases, 'webcontainer')
  const unexpected = cases.filter(isUnexpected).length
  return (
    <tr data-area={id} data-unexpected={unexpected > 0 || undefined}>
      <th scope="row">{title}</th>
      <td>{cases.length}</td>
      <td>{embedded['as-expected']}</td>
      <td>{embedded.listed}</td>
      <td>{webcontainer['not-run'] === cases.length ? '–' : webcontainer['as-expected']}</td>
      <td>{unexpected}</td>
    </tr>
  )
}

export function AreasTable({ areas }: { readonly areas: readonly AreaReport[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="selftest-scroll" aria-label="Cases by area" tabIndex={0}>
      <table className="selftest-table selftest-areas">
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Cases</th>
            <th scope="col">As expected in this page</th>
            <th scope="col">Differences that are listed</th>
            <th scope="col">As expected in the WebContainer</th>
            <th scope="col">Not as expected</th>
          </tr>
        </thead>
        <tbody>
          {areas.map(area => (
            <Row key={area.id} {...area} />
          ))}
        </tbody>
        <tfoot>
          <Row id="all" title="All" cases={areas.flatMap(({ cases }) => cases)} />
        </tfoot>
      </table>
    </section>
  )
}
