/**
 * How the compiler sees the exercises. In a run, the files that an exercise gives lie beside those of the program; so
 * an exercise that gives some has a configuration of its own, in which they lie beside each of its programs.
 * @module
 */

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Names of the folders in a folder; none when it is not there.
 * @param {string} folder
 */
async function foldersIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/**
 * The contents of `tsconfig.json` files that together cover every exercise, by a name for the report.
 * @param {string} root where `exercises/` and `tsconfig.exercises.json` are
 * @returns {Promise<Readonly<Record<string, object>>>}
 */
export async function exerciseConfigs(root) {
  const base = join(root, 'tsconfig.exercises.json')
  /** @type {Record<string, object>} */
  const giving = {}
  const excluded = []
  for (const id of await foldersIn(join(root, 'exercises'))) {
    const exercise = join(root, 'exercises', id)
    if (!(await foldersIn(exercise)).includes('given')) continue
    excluded.push(exercise)
    const alternatives = (await foldersIn(join(exercise, 'alt'))).map(name => `alt/${name}`)
    const folders = ['given', 'start', 'solution', ...alternatives].map(name => join(exercise, name))
    giving[`exercises/${id}`] = {
      extends: base,
      compilerOptions: { rootDirs: folders },
      include: [join(exercise, 'checks.ts'), ...folders],
    }
  }
  return { exercises: { extends: base, exclude: excluded }, ...giving }
}
