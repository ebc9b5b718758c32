/**
 * Every exercise's checks catch the mutants of its solution, by the rules that `npm run rendition -- mutate` goes by.
 * @module
 */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../scripts/commands.mjs'
import type { OpenEngine } from '../src/cli/engines/engine.ts'
import { openNode } from '../src/cli/engines/node.ts'
import { exerciseFolders } from '../src/cli/exercise-folders.ts'
import { mutate } from '../src/cli/mutate/mutate.ts'
import { mistakeText } from '../src/cli/verify/verified.ts'
import { exercises, exercisesFolder } from './all-exercises.ts'
import { tableOfExercises } from './exercise-table.ts'

const folders = await exerciseFolders(exercisesFolder)

let engine: OpenEngine
beforeAll(async () => {
  engine = await openNode(root, () => undefined)
})
afterAll(() => engine.close())

const counted = new Map<string, string>()

test.each(folders)(
  'the checks of $id catch the mutants of its solution, but for the few that are listed',
  async folder => {
    const { mutants, mistakes } = await mutate(exercisesFolder, folder, { engine, report: () => undefined })
    expect(mutants.length).toBeGreaterThan(10)
    const caught = mutants.filter(({ trial }) => trial.kind === 'caught').length
    counted.set(folder.id, `${caught} of ${mutants.length}`)
    expect(mistakes.map(mistakeText)).toEqual([])
  },
)

test('docs/exercises.md tells how many mutants are caught; UPDATE_DOCS=1 writes it', async () => {
  const path = join(root, 'docs/exercises.md')
  const table = tableOfExercises(exercises, counted)
  if (process.env.UPDATE_DOCS === '1') await writeFile(path, table)
  expect(await readFile(path, 'utf8')).toBe(table)
})
