/**
 * A verdict as its reader meets it: an outcome and a sentence.
 * @module
 */

import { describeFailure, describeNotRun, describeObservation } from '../../src/check/describe.ts'
import type { Happened, Result } from '../../src/check/result.ts'
import type { HttpResponse } from '../../src/http/http.ts'
import type { Verdict } from '../../src/run/verdict.ts'
import type { Seen } from './program.ts'

const responseOf = (happened: Happened | null): HttpResponse | null => {
  if (happened?.kind === 'exchange') return happened.exchange.response
  if (happened?.kind === 'parallel') return happened.exchanges.at(-1)?.response ?? null
  return null
}

/** The body of the last answer. */
const lastBody = ({ steps }: Result): string => {
  const body = steps.map(({ happened }) => responseOf(happened)?.body).findLast(found => found !== undefined)
  if (body === undefined) return ''
  return 'text' in body ? body.text : `base64: ${body.base64}`
}

const sentenceOf = (result: Result): string => {
  if (result.failure) return describeFailure(result.failure)
  if (result.notRun) return describeNotRun(result.notRun)
  const unmet = result.steps.flatMap(({ observations }) => observations).find(({ met }) => !met)
  return unmet ? describeObservation(unmet) : lastBody(result)
}

/** Of the first check that did not pass, or of the last one. */
export const seenOf = ({ diagnostics, results }: Verdict): Seen => {
  const [diagnostic] = diagnostics
  if (diagnostic) return { outcome: 'not-run', sentence: `The code does not compile: ${diagnostic.message}` }
  const result = results.find(({ outcome }) => outcome !== 'passed') ?? results.at(-1)
  if (!result) throw new Error('could not say what is seen: because the verdict holds no result')
  return { outcome: result.outcome, sentence: sentenceOf(result) }
}

/** Whether a sentence is the one that was written down, in which `…` stands for anything. */
export const isSentence = (sentence: string, written: string): boolean => {
  const [first = '', ...rest] = written.split('…')
  if (rest.length === 0) return sentence === written
  const last = rest.pop() ?? ''
  let from = first.length
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return false
  for (const part of rest) {
    const at = sentence.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  return from <= sentence.length - last.length
}
