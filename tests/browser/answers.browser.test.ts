import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import { exerciseFolders } from '../../src/cli/exercise-folders.ts'
import { RECORDED_SEED } from '../../src/cli/recording/record.ts'
import { createRun, rulesOfRuns } from '../../src/cli/verify/rules.ts'
import { mistakeText, readVerified } from '../../src/cli/verify/verified.ts'
import { openPage } from './page.ts'
import { runFiles, whenOpen } from './rendition.ts'

const folder = join(root, 'exercises')
const exercises = await Promise.all((await exerciseFolders(folder)).map(one => readVerified(folder, one)))

describe.each(exercises)('$id on the built page', exercise => {
  test.each(rulesOfRuns.map(rule => [rule.title, rule] as const))('%s', { timeout: 120_000 }, async (_, rule) => {
    const { page } = await openPage(`/exercises/${exercise.id}/?seed=${RECORDED_SEED}`)
    await whenOpen(page, exercise.id)
    const run = createRun(exercise, { run: ({ files }) => runFiles(page, files) })
    expect((await rule.find(exercise, run)).map(mistakeText)).toEqual([])
  })

  test('every check has its result, in order', async () => {
    const { page } = await openPage(`/exercises/${exercise.id}/`)
    await whenOpen(page, exercise.id)
    const { results } = await runFiles(page, exercise.content.start)
    expect(results.map(({ check }) => check)).toEqual(exercise.checks.map(({ id }) => id))
  })
})
