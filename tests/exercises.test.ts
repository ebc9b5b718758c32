/**
 * Every exercise folder is as docs/authoring.md says, by the very rules that `npm run rendition -- verify` goes by, and
 * the rules find each mistake that they are there for.
 * @module
 */

import catalog from 'virtual:catalog'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../scripts/commands.mjs'
import type { OpenEngine } from '../src/cli/engines/engine.ts'
import { openNode } from '../src/cli/engines/node.ts'
import { createRun, rules, rulesOfRuns } from '../src/cli/verify/rules.ts'
import { mistakeText, type VerifiedExercise } from '../src/cli/verify/verified.ts'
import { exercises } from './all-exercises.ts'

let engine: OpenEngine
beforeAll(async () => {
  engine = await openNode(root, () => undefined)
}, 60_000)
afterAll(() => engine.close())

it('the catalogue lists every exercise once, in order', async () => {
  const ids = catalog.map(entry => entry.summary.id)
  expect(ids).toEqual(exercises.map(({ id }) => id))
  expect(ids).toEqual([...new Set(ids)].sort())
  expect(ids).toContain('08-status-codes')
})

/** Runs an exercise's programs in Node, each once. */
const runs = new Map(exercises.map(one => [one.id, createRun(one, { atOnce: 2, run: job => engine.run(job) })]))
const runOf = ({ id }: VerifiedExercise) => {
  const run = runs.get(id)
  if (run) return run
  throw new Error(`could not run ${id}: because it is no exercise; name one`)
}

describe.each(exercises)('$id', exercise => {
  it.each(rules.map(rule => [rule.title, rule] as const))('%s', (_, rule) => {
    expect(rule.find(exercise).map(mistakeText)).toEqual([])
  })

  it.each(rulesOfRuns.map(rule => [rule.title, rule] as const))(
    '%s, in Node',
    async (_, rule) => {
      expect((await rule.find(exercise, runOf(exercise))).map(mistakeText)).toEqual([])
    },
    120_000,
  )

  it('is JSON-safe as the page loads it', async () => {
    const loaded = await catalog.find(({ summary }) => summary.id === exercise.id)?.load()
    expect(loaded?.default.id).toBe(exercise.id)
    expect(JSON.parse(JSON.stringify(loaded?.default))).toEqual(loaded?.default)
  })
})

describe('what its programs do wrong is found, with the file and what to do', () => {
  const exercise = exercises.find(({ id }) => id === '08-status-codes')
  if (!exercise) throw new Error('could not test the rules: because 08-status-codes is not there; name another')
  const { content, alternatives } = exercise
  const first = '// caught by: read-item\n'
  const withContent = (changes: Partial<typeof content>) => ({ ...exercise, content: { ...content, ...changes } })

  it.each<readonly [string, VerifiedExercise, string]>([
    [
      'start files that pass more than is listed',
      withContent({ passingAtStart: [] }),
      '08-status-codes/start passes "read-item", which passingAtStart does not list; list it in brief.md',
    ],
    [
      'start files that pass less than is listed',
      withContent({ passingAtStart: ['read-item', 'create-status'] }),
      '08-status-codes/start does not pass "create-status", which passingAtStart lists (The status should be 201',
    ],
    [
      'a solution that does not pass',
      withContent({ solution: content.start }),
      '08-status-codes/solution does not pass "create-status" (The status should be 201',
    ],
    [
      'an alternative that does not compile',
      { ...exercise, alternatives: [...alternatives, { name: 'x', files: { 'app.ts': 'let a' } }] },
      '08-status-codes/alt/x',
    ],
    [
      'a solution that differs from FastAPI',
      withContent({ allowedDifferences: [] }),
      "08-status-codes/solution is not as FastAPI (create-name-missing, step 1 (POST /items): detail[0].type is missing, FastAPI's is",
    ],
    [
      'a wrong answer that its check does not catch',
      { ...exercise, wrong: [{ name: 'x', files: { 'app.ts': first + content.solution['app.ts'] } }] },
      '08-status-codes/wrong/x is not caught by "read-item", which is passed; name the check that catches it',
    ],
    [
      'a wrong answer that does not compile',
      { ...exercise, wrong: [{ name: 'x', files: { 'app.ts': `${first}export default (` } }] },
      '08-status-codes/wrong/x does not compile (',
    ],
  ])('%s', { timeout: 60_000 }, async (_, changed, sentence) => {
    const found = []
    for (const rule of rulesOfRuns) found.push(...(await rule.find(changed, runOf(exercise))).map(mistakeText))
    expect(found.filter(text => text.startsWith(sentence))).not.toEqual([])
  })
})
