/**
 * Reasons that several differences share, as beginnings of sentences.
 * @module
 */

import type { Difference } from './case.ts'

export const ADAPTER = 'In Node, @hono/node-server puts a lighter class in the place of Response'

/** For `mask`: a logged error of the platform, whose words and members differ from one to the next. */
export const PLATFORM_WORDS = ['(Type|Range)Error: [^]*']

/** A body that fails before its first chunk. */
export const AT_ONCE: Difference = {
  reason: 'In Node, @hono/node-server has not sent anything yet, and makes a 500 of it, whose body is cut off.',
  embedded: 'The status and the headers of the answer are kept. The check ends in the same way, with the same error.',
}
