/**
 * The exercise folders as modules: `virtual:catalog` and `virtual:exercise/<id>`, typed in src/virtual.d.ts.
 * @module
 */

import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { catalogueIds, type ExerciseContent, readExercise, summaryOf } from './exercise-folder.ts'

const CATALOG = 'virtual:catalog'
const EXERCISE = 'virtual:exercise/'
/** Rollup's mark of a module that is not a file. */
const resolved = (id: string): string => `\0${id}`

/** Where the exercises are in a project. */
const folderOf = (projectRoot: string): string => join(projectRoot, 'exercises')

/**
 * What the exercises say, in order, for pages that are made without running anything.
 * @throws {ExerciseError} when a folder is not as docs/authoring.md says
 */
export const readExercises = async (projectRoot: string): Promise<readonly ExerciseContent[]> => {
  const root = folderOf(projectRoot)
  return Promise.all((await catalogueIds(root)).map(id => readExercise(root, id)))
}

/** Every exercise is a chunk of its own, loaded when it is opened. */
const catalogCode = async (projectRoot: string): Promise<string> => {
  const entries = (await readExercises(projectRoot)).map(exercise => {
    const specifier = JSON.stringify(EXERCISE + exercise.id)
    return `{ summary: ${JSON.stringify(summaryOf(exercise))}, load: () => import(${specifier}) }`
  })
  return `export default [\n${entries.join(',\n')}\n]\n`
}

const exerciseCode = async (root: string, id: string): Promise<string> => {
  const checks = JSON.stringify(normalizePath(join(root, id, 'checks.ts')))
  return `import checks from ${checks}\nexport default { ...${JSON.stringify(await readExercise(root, id))}, checks }\n`
}

export const exercises = (): Plugin => {
  let projectRoot = ''
  return {
    name: 'rendition:exercises',

    configResolved(config) {
      projectRoot = config.root
    },

    resolveId: id => (id === CATALOG || id.startsWith(EXERCISE) ? resolved(id) : null),

    async load(module) {
      const exercise = module.startsWith(resolved(EXERCISE)) ? module.slice(resolved(EXERCISE).length) : null
      if (exercise === null && module !== resolved(CATALOG)) return null
      const root = folderOf(projectRoot)
      const watched = await readdir(join(root, exercise ?? ''), { recursive: true, withFileTypes: true })
      for (const entry of watched) if (entry.isFile()) this.addWatchFile(join(entry.parentPath, entry.name))
      return exercise === null ? catalogCode(projectRoot) : exerciseCode(root, exercise)
    },

    /** Reloads the page whatever changed in a folder: a file that is new was watched by no module yet. */
    hotUpdate({ file }) {
      const [exercise, ...rest] = normalizePath(relative(folderOf(projectRoot), file)).split('/')
      if (exercise === undefined || exercise === '..' || rest.length === 0) return undefined
      const { moduleGraph, hot } = this.environment
      for (const id of [CATALOG, EXERCISE + exercise]) {
        const module = moduleGraph.getModuleById(resolved(id))
        if (module) moduleGraph.invalidateModule(module)
      }
      hot.send({ type: 'full-reload' })
      return []
    },
  }
}
