/**
 * The one error that reading or judging a check throws.
 * @module
 */

/** The check itself is wrong (a malformed path, an invalid pattern): its author's to mend, never the learner's. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError'
}

/** Marks the end of an exhaustive switch: a new kind of a union does not compile until it is handled. */
export const unreachable = (value: never): never => {
  throw new AuthoringError(
    `could not judge the check: because it uses something this version does not know, ${JSON.stringify(value)}; reload the page to get the newest version`,
  )
}
