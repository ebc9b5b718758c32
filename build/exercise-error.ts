/**
 * The one error that reading an exercise folder throws.
 * @module
 */

/** Something in an exercise folder is not as docs/authoring.md says. */
export class ExerciseError extends Error {
  override readonly name = 'ExerciseError'
  /**
   * @param file path below exercises/: `08-status-codes/brief.md`
   * @param because completes "because <file> …"
   * @param remedy what to do, as an imperative
   */
  constructor(file: string, because: string, remedy: string, options?: ErrorOptions) {
    super(`could not read exercise ${file.split('/')[0]}: because ${file} ${because}; ${remedy}`, options)
  }
}
