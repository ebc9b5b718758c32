/**
 * Every exercise in the WebContainer engine, by the rules of `verify`.
 * @module
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRun, rulesOfRuns } from '../../src/cli/verify/rules.ts'
import { mistakeText } from '../../src/cli/verify/verified.ts'
import { exercises } from '../all-exercises.ts'
import { runChecks } from '../browser/rendition.ts'
import { type EmulatedPage, launchEmulated } from './emulated-page.ts'

let opened: EmulatedPage | null = null
const page = () => {
  if (opened) return opened.page
  throw new Error('could not use the page: because it opens before the first test; use it inside of a test')
}
beforeAll(async () => {
  opened = await launchEmulated()
})
afterAll(() => opened?.close())

describe.each(exercises)('$id in the WebContainer', exercise => {
  const run = createRun(exercise, {
    atOnce: 1,
    run: ({ exercise: { checks }, files, seed }) => runChecks(page(), { files, checks, seed, engine: 'webcontainer' }),
  })
  test.each(rulesOfRuns.map(rule => [rule.title, rule] as const))('%s', async (_, rule) => {
    expect((await rule.find(exercise, run)).map(mistakeText)).toEqual([])
  })
})
