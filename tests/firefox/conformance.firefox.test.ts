import { beforeAll, expect, it } from 'vitest'
import { batchesOf, type Outcomes } from '../../src/selftest/conformance/batch.ts'
import { type Case, idOf } from '../../src/selftest/conformance/case.ts'
import { runInBoth } from '../conformance/both.ts'
import { cases } from '../conformance/cases/index.ts'
import { runInPage } from '../conformance/embedded.ts'
import { filesOf } from '../conformance/programs.ts'
import { runChecks, sharedExercise } from './page.ts'

const smoke = cases.filter(({ smoke, difference }) => smoke && !difference)
const page = sharedExercise('08-status-codes')

let node: Outcomes = new Map()
let embedded: Outcomes = new Map()

beforeAll(async () => {
  const run = (cases: readonly Case[]) => runInPage(batchesOf(cases, filesOf), job => runChecks(page(), job))
  const both = await runInBoth(smoke, run, withoutFunctionNames)
  node = both.node
  embedded = both.other
}, 120_000)

/** Firefox has names of its own for functions without one: `default/<` where V8 says `Array.<anonymous>`. */
const withoutFunctionNames = (outcome: unknown): unknown =>
  JSON.parse(JSON.stringify(outcome ?? null), (_, value) =>
    typeof value === 'string' ? value.replace(/^(\s+at ).* \(([^()]+:\d+:\d+)\)$/gm, '$1$2') : value,
  )

it.each(smoke)('in Firefox as in Node: $area, $name', one => {
  const answered = node.get(idOf(one))
  expect(answered?.outcome).toBe(one.outcome ?? 'passed')
  expect(withoutFunctionNames(embedded.get(idOf(one)))).toEqual(withoutFunctionNames(answered))
})
