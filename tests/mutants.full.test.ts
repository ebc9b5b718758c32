/**
 * Every exercise's checks catch the mutants of its solution, by the rules that `npm run rendition -- mutate` goes by.
 * @module
 */

import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../scripts/commands.mjs'
import type { OpenEngine } from '../src/cli/engines/engine.ts'
import { openNode } from '../src/cli/engines/node.ts'
import { exerciseFolders } from '../src/cli/exercise-folders.ts'
import { mutate } from '../src/cli/mutate/mutate.ts'
import { mistakeText } from '../src/cli/verify/verified.ts'

const exercises = join(root, 'exercises')
const folders = await exerciseFolders(exercises)

let engine: OpenEngine
beforeAll(async () => {
  engine = await openNode(root, () => undefined)
})
afterAll(() => engine.close())

test.each(folders)(
  'the checks of $id catch the mutants of its solution, but for the few that are listed',
  async folder => {
    const { mutants, mistakes } = await mutate(exercises, folder, { engine, report: () => undefined })
    expect(mutants.length).toBeGreaterThan(10)
    expect(mistakes.map(mistakeText)).toEqual([])
  },
)
