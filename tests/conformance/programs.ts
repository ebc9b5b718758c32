/**
 * The programs of the cases, read from disk: `name.ts` is a program's `app.ts`, a folder holds all files of one.
 * @module
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/commands.mjs'
import type { SourceFiles } from '../../src/compile/program.ts'

const folder = join(root, 'tests/conformance/programs')

/** @param program a path in the folder of programs, without its ending: `cookies`, `modules/cycle` */
export const filesOf = (program: string): SourceFiles => {
  const file = join(folder, `${program}.ts`)
  if (existsSync(file)) return { 'app.ts': readFileSync(file, 'utf8') }
  const paths = readdirSync(join(folder, program), { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.ts'),
  )
  return Object.fromEntries(
    paths.map(path => [path.replaceAll('\\', '/'), readFileSync(join(folder, program, path), 'utf8')]),
  )
}
