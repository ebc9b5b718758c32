/**
 * What the tests put into the editor.
 * @module
 */

import type { SourceFiles } from '../../src/compile/program.ts'
import { solutionOf } from '../browser/exercise-files.ts'
import { exercise } from './emulated-page.ts'

export const solution = solutionOf(exercise)

const entry = solution['app.ts'] ?? ''

/** The solution, with something before it. */
export const solutionAfter = (text: string): SourceFiles => ({ ...solution, 'app.ts': `${entry}\n${text}\n` })

/** The solution whose `GET /items/:id` never ends, each time in another way. */
export const hanging = (statement: string): SourceFiles => ({
  ...solution,
  'app.ts': `import { Hono } from 'hono'\nconst app = new Hono()\napp.all('*', async c => {\n${statement}\nreturn c.text('never')\n})\nexport default app\n`,
})
