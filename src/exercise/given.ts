/**
 * The files that an exercise gives to every run beside the learner's.
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import type { Exercise } from './exercise.ts'

/** Given files → the learner's → both. */
const wholes = new WeakMap<SourceFiles, WeakMap<SourceFiles, SourceFiles>>()

/**
 * What is compiled: the learner's files and the given ones. Where a name is in both, as it can be in a draft or a link, it
 * is the given file. The same learner's files give the same object, so that what ran can be compared by identity.
 */
export const withGiven = ({ given }: Pick<Exercise, 'given'>, files: SourceFiles): SourceFiles => {
  if (Object.keys(given).length === 0) return files
  const ofGiven = wholes.get(given) ?? new WeakMap()
  wholes.set(given, ofGiven)
  const whole = ofGiven.get(files) ?? { ...files, ...given }
  ofGiven.set(files, whole)
  return whole
}

/** The file that is shown first: the entry, where it is the learner's to write. */
export const firstPath = ({ start }: Pick<Exercise, 'start'>): string =>
  Object.hasOwn(start, 'app.ts') ? 'app.ts' : (Object.keys(start)[0] ?? 'app.ts')
