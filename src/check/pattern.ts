/**
 * Regular expressions of predicates.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import { remember } from './remember.ts'

/** @throws {AuthoringError} when the pattern is not a regular expression with the `u` flag */
export const compilePattern: (pattern: string) => RegExp = remember(pattern => {
  try {
    return new RegExp(pattern, 'u')
  } catch (cause) {
    throw new AuthoringError(
      `could not use the pattern ${JSON.stringify(pattern)}: because it is not a regular expression with the u flag; correct it in the exercise's checks`,
      { cause },
    )
  }
})
