/**
 * Everything that was found out, and the buttons that take it along.
 * @module
 */

import type { Findings } from '../report.ts'
import { AreasTable } from './areas-table.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { Facts } from './facts.tsx'
import { ProbesTable } from './probes-table.tsx'
import { UnexpectedCases } from './unexpected-cases.tsx'

interface Props {
  readonly findings: Findings
  readonly isDone: boolean
}

export function Results({ findings, isDone }: Props) {
  const { areas, failures, probes } = findings
  return (
    <>
      {isDone ? <ExportButtons findings={findings} /> : null}
      <section aria-labelledby="facts-title">
        <h2 id="facts-title">This browser</h2>
        <Facts findings={findings} />
      </section>
      <section aria-labelledby="probes-title">
        <h2 id="probes-title">What the code takes for granted of a WebContainer</h2>
        <ProbesTable results={probes} isDone={isDone} />
      </section>
      <section aria-labelledby="cases-title">
        <h2 id="cases-title">Conformance</h2>
        <AreasTable areas={areas} />
        <UnexpectedCases areas={areas} failures={failures} />
      </section>
    </>
  )
}
