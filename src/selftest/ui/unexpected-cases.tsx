/**
 * The cases in which something is not as expected: what should have come, and what came.
 * @module
 */

import type { JudgedCase } from '../conformance/judge.ts'
import { ENGINES, type TestedEngine } from '../engines.ts'
import { type AreaReport, type Findings, isUnexpected } from '../report.ts'

const NAMES: Readonly<Record<TestedEngine, string>> = { embedded: 'In this page', webcontainer: 'In the WebContainer' }

function Side({ engine, one }: { readonly engine: TestedEngine; readonly one: JudgedCase }) {
  const { problems } = one[engine]
  const answer = one.answers?.[engine] ?? null
  return (
    <div className="stack">
      <h4>{NAMES[engine]}</h4>
      <ul>
        {problems.length === 0 ? <li>{answer === null ? 'Not run.' : 'As expected.'}</li> : null}
        {problems.map(problem => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {answer === null ? null : <pre>{JSON.stringify(answer, null, 2)}</pre>}
    </div>
  )
}

function UnexpectedCase({ area, one }: { readonly area: string; readonly one: JudgedCase }) {
  return (
    <details className="selftest-case" data-case={one.id}>
      <summary>
        {area}: {one.name}
      </summary>
      {ENGINES.map(engine => (
        <Side key={engine} engine={engine} one={one} />
      ))}
    </details>
  )
}

interface Props {
  readonly areas: readonly AreaReport[]
  readonly failures: Findings['failures']
}

export function UnexpectedCases({ areas, failures }: Props) {
  const unexpected = areas.flatMap(({ title, cases }) =>
    cases.filter(isUnexpected).map(one => <UnexpectedCase key={one.id} area={title} one={one} />),
  )
  const broken = ENGINES.flatMap(engine => failures[engine].map(why => `${NAMES[engine]}: ${why}`))
  if (unexpected.length + broken.length === 0) return null
  return (
    <section className="selftest-unexpected" aria-labelledby="unexpected-title">
      <h3 id="unexpected-title">Not as expected</h3>
      {broken.length === 0 ? null : (
        <ul>
          {broken.map(why => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
      {unexpected}
    </section>
  )
}
