/**
 * Every exercise in the WebContainer engine, by the rules of `verify`.
 * @module
 */

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import { exerciseFolders } from '../../src/cli/exercise-folders.ts'
import { createRun, rulesOfRuns } from '../../src/cli/verify/rules.ts'
import { mistakeText, readVerified } from '../../src/cli/verify/verified.ts'
import { runChecks } from '../browser/rendition.ts'
import { type EmulatedPage, launchEmulated } from './emulated-page.ts'

const folder = join(root, 'exercises')
const exercises = await Promise.all((await exerciseFolders(folder)).map(one => readVerified(folder, one)))

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
    run: ({ exercise: { checks }, files, seed }) => runChecks(page(), { files, checks, seed, engine: 'webcontainer' }),
  })
  test.each(rulesOfRuns.map(rule => [rule.title, rule] as const))('%s', async (_, rule) => {
    expect((await rule.find(exercise, run)).map(mistakeText)).toEqual([])
  })
})
