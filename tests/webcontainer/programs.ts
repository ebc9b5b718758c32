/**
 * What the tests put into the editor.
 * @module
 */

import type { SourceFiles } from '../../src/compile/program.ts'
import { solutionOf } from '../browser/exercise-files.ts'
import { exercise } from './emulated-page.ts'

export const solution = solutionOf(exercise)

/** The solution with one thing changed. */
export const solutionWith = (text: string, replacement: string): SourceFiles => {
  const entry = solution['app.ts'] ?? ''
  if (!entry.includes(text)) throw new Error(`could not change the solution: because "${text}" is not in it`)
  return { ...solution, 'app.ts': entry.replace(text, replacement) }
}

/** The solution, with something done before `GET /custom` is answered. */
export const doingFirst = (statement: string): SourceFiles =>
  solutionWith(
    "app.get('/custom', c =>",
    `app.get('/custom', async c => {\n  ${statement}\n  await null\n})\napp.get('/custom', c =>`,
  )
