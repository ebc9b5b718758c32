/**
 * Whether an app's answers are those that real FastAPI gave, where the two should be equal: status, media type, the
 * headers that the checks name, the JSON body but for the exercise's allowed differences, and what is heard on a socket.
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

type IsAllowed = (difference: Difference) => boolean

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
  const isAllowed: IsAllowed = ({ path }) => {
    const covering = allowed.filter(difference => matchesPath(path, difference.path))
    for (const difference of covering) needed.add(difference)
    return covering.length > 0
  }
  const found = checks.flatMap(check =>
    check.steps.flatMap((step, index) => {
      const recorded = recording.checks[check.id]?.happened[index]
      const happened = answers[check.id]?.[index]
      const where = `${check.id}, step ${index + 1} (${describeStep(step)})`
      if (!recorded) return [`${where}: FastAPI's answer is not recorded`]
      if (!happened) return [`${where}: there is no answer`]
      return compareStep(step, recorded, happened, isAllowed).map(difference => `${where}: ${difference}`)
    }),
  )
  const unneeded = allowed.filter(difference => !needed.has(difference))
  return [
    ...found,
    ...unneeded.map(({ path }) => `${path} is listed as an allowed difference, but is equal everywhere`),
  ]
}

const compareStep = (step: Step, recorded: Happened, happened: Happened, isAllowed: IsAllowed): string[] => {
  if (recorded.kind !== happened.kind)
    return [`this is of kind "${happened.kind}", FastAPI's of kind "${recorded.kind}"`]
  if (step.kind === 'socket-receive' || step.kind === 'socket-close') return compareHeard(recorded, happened, isAllowed)
  const wanted = exchangesOf(recorded)
  return exchangesOf(happened).flatMap(({ request, response }, index) => {
    const where = step.kind === 'parallel' ? `request ${index + 1} (${request.method} ${request.path}): ` : ''
    const expected = wanted[index]?.response
    // A client that goes away at once has no answer, and should have none here either.
    if (!response && !expected && wanted[index]) return []
    if (!expected) return [`${where}FastAPI's answer is not recorded`]
    if (!response) return [`${where}there is no answer`]
    return compareResponses(headersOf(step, index), expected, response, isAllowed).map(text => where + text)
  })
}

const HEARD: readonly Named[] = [
  { name: 'the close code', subject: { kind: 'close-code' } },
  { name: 'the close reason', subject: { kind: 'close-reason' } },
]

/** A message is compared as JSON where FastAPI's is JSON, and else as its text. */
const compareHeard = (recorded: Happened, happened: Happened, isAllowed: IsAllowed): string[] => {
  const [before, now] = [recorded, happened].map(one => ({ happened: one, source: null }))
  if (!before || !now) return []
  const both = (subject: Subject) => [read(subject, before), read(subject, now)] as const
  const json = both({ kind: 'message', path: '$' })
  const message: Named = { name: 'the message', subject: { kind: 'message' } }
  return json[0].kind === 'value'
    ? [...compareSubjects(HEARD, both), ...compareJson('message', ...json, isAllowed)]
    : compareSubjects([message, ...HEARD], both)
}

interface Named {
  readonly name: string
  readonly subject: Subject
}

/** Headers that a step's expectations name; of a parallel step, those of one of its requests. */
const headersOf = (step: Step, index: number): readonly Named[] => {
  const { expect } = step.kind === 'parallel' ? (step.sends[index] ?? step) : 'expect' in step ? step : { expect: [] }
  return expect.flatMap(({ subject }) =>
    subject.kind === 'header' || subject.kind === 'header-items'
      ? [{ name: `the header ${subject.name}`, subject: { kind: 'header', name: subject.name } as const }]
      : [],
  )
}

const JSON_BODY: Subject = { kind: 'json', path: '$' }

const compareResponses = (
  headers: readonly Named[],
  recorded: HttpResponse,
  answer: HttpResponse,
  isAllowed: IsAllowed,
): string[] => {
  const subjects: readonly Named[] = [
    { name: 'the status', subject: { kind: 'status' } },
    { name: 'the media type', subject: { kind: 'media-type' } },
    ...headers,
  ]
  const unlike = compareSubjects(subjects, subject => [readResponse(subject, recorded), readResponse(subject, answer)])
  const [wanted, actual] = [readResponse(JSON_BODY, recorded), readResponse(JSON_BODY, answer)]
  return [...unlike, ...compareJson('body', wanted, actual, isAllowed)]
}

const compareSubjects = (
  subjects: readonly Named[],
  readBoth: (subject: Subject) => readonly [wanted: Actual, actual: Actual],
): string[] =>
  subjects.flatMap(({ name, subject }) => {
    const [wanted, actual] = readBoth(subject)
    return deepEqual(asJson(actual), asJson(wanted))
      ? []
      : [`${name} is ${actualText(actual)}, FastAPI's is ${actualText(wanted)}`]
  })

const compareJson = (what: string, wanted: Actual, actual: Actual, isAllowed: IsAllowed): string[] => {
  if (wanted.kind !== 'value') return []
  if (actual.kind !== 'value') return [`the ${what} is ${actualText(actual)}, FastAPI's is JSON`]
  const unlike = [...differences(wanted.value, actual.value, 'exact')].filter(difference => !isAllowed(difference))
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
