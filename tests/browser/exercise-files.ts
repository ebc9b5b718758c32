/**
 * The answers that lie in an exercise's folder, read from disk.
 * @module
 */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/commands.mjs'
import type { SourceFiles } from '../../src/compile/program.ts'

const folderOf = (exercise: string) => join(root, 'exercises', exercise)

const readFiles = (folder: string): SourceFiles => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(folder, path)).isFile(),
  )
  return Object.fromEntries(files.map(path => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]))
}

export const exerciseIds: readonly string[] = readdirSync(join(root, 'exercises')).sort()

export const startOf = (exercise: string): SourceFiles => readFiles(join(folderOf(exercise), 'start'))

export const solutionOf = (exercise: string): SourceFiles => readFiles(join(folderOf(exercise), 'solution'))

export interface Answer {
  readonly name: string
  /** The whole set of files: those of the solution, with the answer's own over them. */
  readonly files: SourceFiles
  /** The check that a wrong answer's first line names. */
  readonly caughtBy: string
}

export const answersOf = (exercise: string, kind: 'alt' | 'wrong'): readonly Answer[] =>
  readdirSync(join(folderOf(exercise), kind)).map(name => {
    const own = readFiles(join(folderOf(exercise), kind, name))
    const caughtBy = Object.values(own).flatMap(text => /^\/\/ caught by: (\S+)/.exec(text)?.[1] ?? [])[0] ?? ''
    return { name, files: { ...solutionOf(exercise), ...own }, caughtBy }
  })
