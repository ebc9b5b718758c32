/**
 * A folder of a program's source files, read from disk.
 * @module
 */

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SourceFiles } from '../compile/program.ts'

/** Of a folder; a program of an exercise is a handful of small files. */
export const FOLDER_LIMITS = { files: 200, bytes: 2 * 1024 * 1024 }

const isSource = (name: string): boolean => /\.(?:ts|js|json)$/.test(name)
const isEntered = (name: string): boolean => name !== 'node_modules' && !name.startsWith('.')

const pathsUnder = async (folder: string, below = ''): Promise<readonly string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const found = entries.map(async entry => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return isEntered(entry.name) ? pathsUnder(folder, path) : []
    return entry.isFile() && isSource(entry.name) ? [path] : []
  })
  return (await Promise.all(found)).flat()
}

/**
 * The `.ts`, `.js` and `.json` files under a folder, its sub-folders included but for node_modules and hidden ones.
 * @param first the file that has to be there: the entry, or what the exercise leaves to be written
 * @throws {Error} when it is no folder, has not that file, or is too large to be the program of an exercise
 */
export const readSourceFiles = async (folder: string, first: string): Promise<SourceFiles> => {
  const refuse = (because: string, remedy: string): never => {
    throw new Error(`could not read ${folder}: because ${because}; ${remedy}`)
  }
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) refuse('it is no folder', `give the folder that ${first} is in with --dir`)
  const paths = [...(await pathsUnder(folder))].sort()
  if (!paths.includes(first)) refuse(`there is no ${first} in it`, `give the folder that ${first} is in with --dir`)
  if (paths.length > FOLDER_LIMITS.files)
    refuse(`it has more than ${FOLDER_LIMITS.files} source files`, 'give a folder that holds the program alone')
  const texts = await Promise.all(paths.map(async path => [path, await readFile(join(folder, path), 'utf8')] as const))
  const size = texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0)
  if (size > FOLDER_LIMITS.bytes)
    refuse(
      `its source files have more than ${FOLDER_LIMITS.bytes / 1024} kB`,
      'give a folder that holds the program alone',
    )
  return Object.fromEntries(texts)
}
