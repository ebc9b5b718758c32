/**
 * Reasons that several differences share, as beginnings of sentences.
 * @module
 */

import type { Difference } from '../../src/selftest/conformance/case.ts'

/** The table says what that is (table.ts). */
export const ADAPTER = "The adapter's Response"

/** For `mask`: a logged error of the platform, whose words and members differ from one to the next. */
export const PLATFORM_WORDS = ['(Type|Range)Error: [^]*']

/** A body that fails before its first chunk. */
export const AT_ONCE: Difference = {
  reason: 'The adapter has not sent anything yet when the body fails, and sends a 500 that breaks off.',
  embedded:
    'The answer has its own status and headers, and breaks off. The check comes to the same, with the same error.',
}
