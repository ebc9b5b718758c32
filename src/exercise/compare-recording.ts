/**
 * Whether an app's answers are those that real FastAPI gave, where the two should be equal: status, media type, the
 * headers that the checks name, and the JSON body but for the exercise's allowed differences.
 * @module
 */

import type { Check, Json, Step, Subject } from '../check/check.ts'
import { valueText } from '../check/describe-value.ts'
import { type Difference, differences } from '../check/difference.ts'
import { deepEqual } from '../check/json.ts'
import { matchesPath } from '../check/json-path.ts'
import type { Actual } from '../check/result.ts'
import { read } from '../check/subject.ts'
import type { Exchange, HttpResponse } from '../http/http.ts'
import type { AllowedDifference, Recording } from './exercise.ts'

/** Check id → one exchange per step. */
export type Answers = Readonly<Record<string, readonly Exchange[]>>

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
  const isAllowed = ({ path }: Difference): boolean => {
    const covering = allowed.filter(difference => matchesPath(path, difference.path))
    for (const difference of covering) needed.add(difference)
    return covering.length > 0
  }
  const found = checks.flatMap(check =>
    check.steps.flatMap((step, index) => {
      const recorded = recording.checks[check.id]?.[index]?.response
      const answer = answers[check.id]?.[index]?.response
      const where = `${check.id}, step ${index + 1} (${step.request.method} ${step.request.path})`
      if (!recorded) return [`${where}: FastAPI's answer is not recorded`]
      if (!answer) return [`${where}: there is no answer`]
      return compareResponses(step, recorded, answer, isAllowed).map(difference => `${where}: ${difference}`)
    }),
  )
  const unneeded = allowed.filter(difference => !needed.has(difference))
  return [
    ...found,
    ...unneeded.map(({ path }) => `${path} is listed as an allowed difference, but is equal everywhere`),
  ]
}

const compareResponses = (
  step: Step,
  recorded: HttpResponse,
  answer: HttpResponse,
  isAllowed: (difference: Difference) => boolean,
): string[] => {
  const subjects = subjectsOf(step).flatMap(({ name, subject }) => {
    const [wanted, actual] = [read(subject, recorded), read(subject, answer)]
    return deepEqual(asJson(actual), asJson(wanted))
      ? []
      : [`${name} is ${actualText(actual)}, FastAPI's is ${actualText(wanted)}`]
  })
  return [...subjects, ...compareBodies(recorded, answer, isAllowed)]
}

const subjectsOf = ({ expect }: Step): readonly { readonly name: string; readonly subject: Subject }[] => [
  { name: 'the status', subject: { kind: 'status' } },
  { name: 'the media type', subject: { kind: 'media-type' } },
  ...expect.flatMap(({ subject }) =>
    subject.kind === 'header' ? [{ name: `the header ${subject.name}`, subject }] : [],
  ),
]

const compareBodies = (
  recorded: HttpResponse,
  answer: HttpResponse,
  isAllowed: (difference: Difference) => boolean,
): string[] => {
  const wanted = read({ kind: 'json', path: '$' }, recorded)
  if (wanted.kind !== 'value') return []
  const actual = read({ kind: 'json', path: '$' }, answer)
  if (actual.kind !== 'value') return [`the body is ${actualText(actual)}, FastAPI's is JSON`]
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
