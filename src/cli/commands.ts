/**
 * Every command, by its name.
 * @module
 */

import type { Commands } from './run-command.ts'

export const commands: Commands = {
  list: async () => (await import('./commands/list.ts')).list,
  check: async () => (await import('./commands/check.ts')).checkExercise,
  verify: async () => (await import('./commands/verify.ts')).verifyExercises,
  mutate: async () => (await import('./commands/mutate.ts')).mutateExercises,
  record: async () => (await import('./commands/record.ts')).recordExercises,
  new: async () => (await import('./commands/new.ts')).newExercise,
}
