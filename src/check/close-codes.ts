/**
 * Meanings of WebSocket close codes.
 * @module
 */

/** RFC 6455 §7.4.1. */
const MEANINGS: Readonly<Record<number, string>> = {
  1000: 'normal closure',
  1001: 'going away',
  1002: 'protocol error',
  1003: 'unsupported data',
  1005: 'no code was sent',
  1006: 'no close frame was sent',
  1007: 'invalid data',
  1008: 'policy violation',
  1009: 'message too big',
  1010: 'an extension is missing',
  1011: 'internal error',
}

/** A WebSocket close code and what it means, `1008 (policy violation)`; the code alone when it has no meaning of its own. */
export const closeText = (code: number): string => {
  const meaning = MEANINGS[code]
  return meaning === undefined ? String(code) : `${code} (${meaning})`
}
