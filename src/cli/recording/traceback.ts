/**
 * Python's tracebacks: frames of the machine that it runs on, and at their end what was raised.
 * @module
 */

import type { LogLine } from '../../http/http.ts'

const BEGINNING = /Traceback \(most recent call last\):$/u

/**
 * What a server wrote that did not start, as it is written at every recording: what it printed, and then of stderr what
 * stands behind a traceback, which begins with what was raised. (Two pipes have no common order.)
 */
export const withoutTracebacks = (lines: readonly LogLine[]): readonly LogLine[] => {
  let isBehind = false
  let isInside = false
  const behind = lines.filter(({ level, text }) => {
    if (level !== 'error') return false
    if (BEGINNING.test(text)) isInside = true
    else if (isInside && /^\S/u.test(text)) {
      isInside = false
      isBehind = true
    }
    return isBehind && !isInside && text !== ''
  })
  return [...lines.filter(({ level }) => level !== 'error'), ...behind]
}
