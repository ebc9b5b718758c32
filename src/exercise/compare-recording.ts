/**
 * Whether an app's answers are those that real FastAPI gave, where the two should be equal: status, media type, the
 * headers, cookies and attributes of cookies that the checks name, the JSON body but for the exercise's allowed
 * differences, and what is heard on a socket.
 * Console lines and the times of chunks are not compared.
 * @module
 */

import type { Check, Step } from '../check/check.ts'
import { describeStep } from '../check/describe.ts'
import { valueText } from '../check/describe-value.ts'
import { type Difference, differences } from '../check/difference.ts'
import type { Json, Subject } from '../check/expectation.ts'
import { exchangesOf } from '../check/happened.ts'
import { deepEqual } from '../check/json.ts'
import { matchesPath } from '../check/json-path.ts'
import type { Actual, Happened } from '../check/result.ts'
import { read, readResponse } from '../check/subject.ts'
import type { HttpResponse } from '../http/http.ts'
import type { AllowedDifference, Recording } from './exercise.ts'

/** Check id → what happened, one entry per step. */
export type Answers = Readonly<Record<string, readonly (Happened | null)[]>>

/** What of the exercise's allowed differences covers something in the check that is being compared. */
interface Allowed {
  place(difference: Difference): boolean
  subject(key: string): boolean
}

/**
 * @returns one sentence per difference, and one per allowed difference that nothing needed: what turns out equal must
 *   not be on the list. Empty when all is as it should be.
 */
export const compareRecording = (
  checks: readonly Check[],
  recording: Recording,
  answers: Answers,
  allowed: readonly AllowedDifference[],
): readonly string[] => {
  const needed = new Set<AllowedDifference>()
  const isCovered = (covers: (difference: AllowedDifference) => boolean): boolean => {
    const covering = allowed.filter(covers)
    for (const difference of covering) needed.add(difference)
    return covering.length > 0
  }
  const allowedIn = (id: string): Allowed => ({
    place: ({ path }) => isCovered(one => 'path' in one && matchesPath(path, one.path)),
    subject: key => isCovered(one => 'subject' in one && one.subject === key && one.checks.includes(id)),
  })
  const found = checks.flatMap(check => {
    if (check.unlikeFastapi !== undefined) return []
    return check.steps.flatMap((step, index) => {
      const recorded = recording.checks[check.id]?.happened[index]
      const happened = answers[check.id]?.[index]
      const where = `${check.id}, step ${index + 1} (${describeStep(step)})`
      if (!recorded) return [`${where}: FastAPI's answer is not recorded`]
      if (!happened) return [`${where}: there is no answer`]
      return compareStep(step, recorded, happened, allowedIn(check.id)).map(difference => `${where}: ${difference}`)
    })
  })
  const unneeded = allowed.filter(difference => !needed.has(difference))
  return [
    ...found,
    ...unneeded.map(one => `${nameOf(one)} is listed as an allowed difference, but is equal everywhere`),
  ]
}

const nameOf = (allowed: AllowedDifference): string => ('path' in allowed ? allowed.path : allowed.subject)

const compareStep = (step: Step, recorded: Happened, happened: Happened, allowed: Allowed): string[] => {
  if (recorded.kind !== happened.kind)
    return [`this is of kind "${happened.kind}", FastAPI's of kind "${recorded.kind}"`]
  if (step.kind === 'socket-receive' || step.kind === 'socket-close') return compareHeard(recorded, happened, allowed)
  const wanted = exchangesOf(recorded)
  return exchangesOf(happened).flatMap(({ request, response }, index) => {
    const where = step.kind === 'parallel' ? `request ${index + 1} (${request.method} ${request.path}): ` : ''
    const expected = wanted[index]?.response
    // A client that goes away at once has no answer, and should have none here either.
    if (!response && !expected && wanted[index]) return []
    if (!expected) return [`${where}FastAPI's answer is not recorded`]
    if (!response) return [`${where}there is no answer`]
    return compareResponses(namedBy(step, index), expected, response, allowed).map(text => where + text)
  })
}

const HEARD: readonly Named[] = [
  { key: 'close-code', name: 'the close code', subject: { kind: 'close-code' } },
  { key: 'close-reason', name: 'the close reason', subject: { kind: 'close-reason' } },
]

/** A message is compared as JSON where FastAPI's is JSON, and else as its text. */
const compareHeard = (recorded: Happened, happened: Happened, allowed: Allowed): string[] => {
  const [before, now] = [recorded, happened].map(one => ({ happened: one, source: null }))
  if (!before || !now) return []
  const both = (subject: Subject) => [read(subject, before), read(subject, now)] as const
  const json = both({ kind: 'message', path: '$' })
  const message: Named = { key: 'message', name: 'the message', subject: { kind: 'message' } }
  return json[0].kind === 'value'
    ? [...compareSubjects(HEARD, both, allowed), ...compareJson('message', ...json, allowed)]
    : compareSubjects([message, ...HEARD], both, allowed)
}

interface Named {
  /** As in `AllowedSubject`. */
  readonly key: string
  readonly name: string
  readonly subject: Subject
}

/** Headers and cookies that a step's expectations name; of a parallel step, those of one of its requests. */
const namedBy = (step: Step, index: number): readonly Named[] => {
  const { expect } = step.kind === 'parallel' ? (step.sends[index] ?? step) : 'expect' in step ? step : { expect: [] }
  return expect.flatMap(({ subject }) => {
    if (subject.kind === 'header' || subject.kind === 'header-items') return [headerNamed(subject)]
    return subject.kind === 'cookie' ? [cookieNamed(subject)] : []
  })
}

/** What is asked about as a list is compared as one, so that spaces between its items do not count. */
const headerNamed = (subject: Extract<Subject, { kind: 'header' | 'header-items' }>): Named => {
  const name = subject.name.toLowerCase()
  return { key: `header ${name}`, name: `the header ${name}`, subject: { ...subject, name } }
}

/** A cookie is as good with other attributes beside those that the checks name: `Secure`, `Priority`. */
const cookieNamed = (subject: Extract<Subject, { kind: 'cookie' }>): Named => {
  const { name, attribute = 'value' } = subject
  const key = attribute === 'value' ? `cookie ${name}` : `cookie ${name} ${attribute}`
  return { key, name: `the ${key}`, subject }
}

const JSON_BODY: Subject = { kind: 'json', path: '$' }

const compareResponses = (
  named: readonly Named[],
  recorded: HttpResponse,
  answer: HttpResponse,
  allowed: Allowed,
): string[] => {
  const subjects: readonly Named[] = [
    { key: 'status', name: 'the status', subject: { kind: 'status' } },
    { key: 'media-type', name: 'the media type', subject: { kind: 'media-type' } },
    ...named,
  ]
  const readBoth = (subject: Subject) => [readResponse(subject, recorded), readResponse(subject, answer)] as const
  const unlike = compareSubjects(subjects, readBoth, allowed)
  return [...unlike, ...compareJson('body', ...readBoth(JSON_BODY), allowed)]
}

const compareSubjects = (
  subjects: readonly Named[],
  readBoth: (subject: Subject) => readonly [wanted: Actual, actual: Actual],
  allowed: Allowed,
): string[] =>
  subjects.flatMap(({ key, name, subject }) => {
    const [wanted, actual] = readBoth(subject)
    return deepEqual(asJson(actual), asJson(wanted)) || allowed.subject(key)
      ? []
      : [`${name} is ${actualText(actual)}, FastAPI's is ${actualText(wanted)}`]
  })

/** A message that is JSON for FastAPI alone is a difference of the message. */
const compareJson = (what: 'body' | 'message', wanted: Actual, actual: Actual, allowed: Allowed): string[] => {
  if (wanted.kind !== 'value') return []
  if (actual.kind !== 'value')
    return allowed.subject(what) ? [] : [`the ${what} is ${actualText(actual)}, FastAPI's is JSON`]
  const unlike = [...differences(wanted.value, actual.value, 'exact')].filter(one => !allowed.place(one))
  return unlike.map(difference => `${difference.path} ${differenceText(difference)}`)
}

const differenceText = (difference: Difference): string => {
  switch (difference.kind) {
    case 'missing':
      return `is missing, FastAPI's is ${valueText(difference.expected)}`
    case 'extra':
      return `is ${valueText(difference.actual)}, FastAPI has none`
    case 'length':
      return `has ${difference.actual} items, FastAPI's has ${difference.expected}`
    case 'differs':
      return `is ${valueText(difference.actual)}, FastAPI's is ${valueText(difference.expected)}`
  }
}

const asJson = (actual: Actual): Json => (actual.kind === 'value' ? [actual.value] : actual.kind)

const actualText = (actual: Actual): string => {
  if (actual.kind === 'value') return valueText(actual.value)
  return actual.kind === 'missing' ? 'missing' : `unreadable (${actual.why})`
}
