import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../scripts/commands.mjs'
import { exercises } from './all-exercises.ts'
import { mutantsIn, tableOfExercises } from './exercise-table.ts'

it('docs/exercises.md is in step with the exercises; its mutants are counted in test:full, which writes it', async () => {
  const document = await readFile(join(root, 'docs/exercises.md'), 'utf8')
  expect(document).toBe(tableOfExercises(exercises, mutantsIn(document)))
  expect([...mutantsIn(document).keys()]).toEqual(exercises.map(({ id }) => id))
})
