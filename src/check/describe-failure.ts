/**
 * Why there was no answer, or no check, in words.
 * @module
 */

import type { AppFailure } from '../http/http.ts'
import { unreachable } from './authoring-error.ts'
import type { Need, NotRunReason } from './result.ts'
import { cutText } from './text.ts'

/** In UTF-16 units; an error's message can hold a whole document. */
const LONGEST_MESSAGE = 400

/** One or two sentences: what happened and, where the kind of failure tells, what to do. */
export const describeFailure = (failure: AppFailure): string => {
  const why = shorten(failure.message)
  const place = failure.at ? ` (${failure.at.path}, line ${failure.at.line})` : ''
  const because = `${why === '' ? '' : `: ${why}`}${place}.`
  switch (failure.kind) {
    case 'did-not-compile':
      return `The code does not compile${because}`
    case 'load-threw':
      return `The app did not start, because its code threw while it was loading${because}`
    case 'no-app':
      return `The app did not start, because app.ts has no app as its default export${because} End the file with "export default app".`
    case 'threw':
      return `The app threw an error instead of answering${because}`
    case 'no-response':
      return `What the app answered is not a Response${because}`
    case 'unhandled':
      return `An error that nothing caught ended the app${because} Await every promise, or catch its error.`
    case 'timed-out':
      return `The app took too long and was stopped${why === '' ? '' : ` (${why})`}. Look for a loop without an end, or for a promise that is never settled.`
    case 'body-failed':
      return `The body of the answer broke off while it was being sent${because}`
    case 'body-too-large':
      return `The body of the answer is too large and was cut off${because}`
    case 'not-sendable':
      return `The request was not sent, because it cannot be carried to the app${because} Change the request.`
    case 'exited':
      return `The app ended before it had answered${because}`
    default:
      return unreachable(failure.kind)
  }
}

const shorten = (message: string): string => {
  const text = message.trim().replace(/\.$/u, '')
  const cut = cutText(text, LONGEST_MESSAGE)
  return cut === text ? text : `${cut}…`
}

/** Why a check has no result, in one sentence. */
export const describeNotRun = (reason: NotRunReason): string => {
  switch (reason.kind) {
    case 'did-not-compile':
      return 'Not run, because the code does not compile.'
    case 'start-timed-out':
      return 'Not run, because the app took too long to start and would have done so again.'
    case 'run-limit':
      return `Not run to its end, because all checks together took longer than ${seconds(reason.ms)}.`
    case 'judge-limit':
      return `Not judged, because the check itself took too long: looking at the answers was stopped after ${seconds(reason.ms)}.`
    case 'unable':
      return `Not run, because this server is tested as it is: ${sentenceList(reason.needs.map(need => UNABLE[need]))}.`
    default:
      return unreachable(reason)
  }
}

const UNABLE: Readonly<Record<Need, string>> = {
  'fresh-start': 'it cannot be started anew',
  log: 'its console is not seen',
  source: 'its source files are not known',
}

const sentenceList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`

const seconds = (ms: number): string => (ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`)
