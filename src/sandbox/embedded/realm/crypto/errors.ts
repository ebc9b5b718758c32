/**
 * Errors of the frame's cryptography, thrown again in the realm under their own names.
 * @module
 */

import type { CryptoResult } from './wire.ts'

/** Chromium leaves these messages empty; the texts are those of Web IDL's table of DOMException names, in our words. */
const MESSAGES: Readonly<Record<string, string>> = {
  DataError: 'The key or the data do not fit the algorithm or the format.',
  InvalidAccessError: 'The key does not allow this operation.',
  NotSupportedError: 'The algorithm is not supported for this operation.',
  OperationError: 'The operation failed: the key, the data or the parameters do not fit together.',
}

export const revivedError = ({ name, message, isDomException }: Extract<CryptoResult, { type: 'error' }>): Error => {
  const text = message || MESSAGES[name] || 'The operation failed.'
  return isDomException ? new DOMException(text, name) : new TypeError(text)
}
