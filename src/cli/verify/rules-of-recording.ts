/**
 * What holds for the recording: it is of the very checks, and FastAPI passes them.
 * @module
 */

import { isDeepStrictEqual } from 'node:util'
import type { Check, Step } from '../../check/check.ts'
import { generateValues } from '../../check/generate.ts'
import { exchangesOf, untouched } from '../../check/happened.ts'
import { judgeCheck } from '../../check/judge.ts'
import type { CheckTranscript, Happened } from '../../check/result.ts'
import { fillRequest, type Values } from '../../check/template.ts'
import type { RecordedCheck } from '../../exercise/exercise.ts'
import type { HttpRequest } from '../../http/http.ts'
import { RECORDED_SEED } from '../recording/record.ts'
import { sayCheck } from '../report/sentences.ts'
import { whyNotValid } from './rules-of-checks.ts'
import type { Mistake, Rule, VerifiedExercise } from './verified.ts'

const VERSIONS = ['fastapi', 'pydantic', 'python', 'starlette', 'uvicorn']

const recordingOf =
  ({ id }: VerifiedExercise) =>
  (because: string): Mistake => ({
    file: `${id}/recording.json`,
    because,
    remedy: `run "npm run rendition -- record ${id}"`,
  })

interface Sent {
  readonly request: HttpRequest
  /** A request of somebody who keeps cookies has more in it than the check says. */
  readonly keepsCookies: boolean
}

/** What a step sends when its check has these values. */
const sentBy = (step: Step, values: Values): readonly Sent[] => {
  switch (step.kind) {
    case 'send':
      return [{ request: fillRequest(step.request, values), keepsCookies: step.actor !== undefined }]
    case 'parallel':
      return step.sends.map(({ request, actor }) => ({
        request: fillRequest(request, values),
        keepsCookies: actor !== undefined,
      }))
    case 'socket-open': {
      const template = { method: 'GET', path: step.path, headers: step.headers ?? [] }
      return [{ request: fillRequest(template, values), keepsCookies: step.actor !== undefined }]
    }
    default:
      return []
  }
}

const withoutCookies = (request: HttpRequest): HttpRequest => ({
  ...request,
  headers: request.headers.filter(([name]) => name.toLowerCase() !== 'cookie'),
})

const isOf = (step: Step, values: Values, happened: Happened): boolean => {
  const sent = sentBy(step, values)
  const recorded = exchangesOf(happened)
  if (sent.length !== recorded.length) return false
  return sent.every(({ request, keepsCookies }, index) => {
    const other = recorded[index]?.request
    if (other === undefined) return false
    return isDeepStrictEqual(plain(keepsCookies ? withoutCookies(other) : other), plain(request))
  })
}

/** As it is after it was written to a file: without the keys that are undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const isInStep = (check: Check, recorded: RecordedCheck | undefined): boolean => {
  if (recorded?.happened.length !== check.steps.length) return false
  const generated = Object.entries(generateValues(check, RECORDED_SEED))
  if (!generated.every(([name, value]) => isDeepStrictEqual(recorded.values[name], value))) return false
  return check.steps.every((step, index) => {
    const happened = recorded.happened[index]
    return happened !== undefined && isOf(step, recorded.values, happened)
  })
}

const inStep: Rule = {
  title: 'has a recording of the very requests that the checks send',
  find(exercise) {
    const { checks, recording } = exercise
    const mistake = recordingOf(exercise)
    if (!recording) return [mistake('is missing')]
    const names = Object.keys(recording.versions).sort()
    const odd = Object.keys(recording.checks).filter(id => !checks.some(check => check.id === id))
    return [
      ...(names.join() === VERSIONS.join() ? [] : [mistake(`names the versions of ${names.join(', ') || 'nothing'}`)]),
      ...odd.map(id => mistake(`has answers to "${id}", which is no check`)),
      ...checks
        .filter(check => whyNotValid(check) === null && !isInStep(check, recording.checks[check.id]))
        .map(({ id }) => mistake(`has not what the check "${id}" sends now`)),
    ]
  },
}

/** What can be asked of FastAPI: it has no source files of a learner's. */
const withoutSource = (check: Check): Check => ({
  ...check,
  steps: check.steps.map(step =>
    'expect' in step ? { ...step, expect: step.expect.filter(({ subject }) => subject.kind !== 'source') } : step,
  ),
})

const fastapiPasses: Rule = {
  title: 'has checks that FastAPI itself passes',
  find({ id, checks, recording }) {
    return checks.flatMap(check => {
      const recorded = recording?.checks[check.id]
      // What is not valid or not in step is told by other rules, and cannot be judged.
      if (!recorded || whyNotValid(check) !== null || !isInStep(check, recorded)) return []
      const transcript: CheckTranscript = { ...untouched, ...recorded }
      const result = judgeCheck(withoutSource(check), transcript)
      if (check.unlikeFastapi !== undefined)
        return result.outcome === 'passed'
          ? [
              {
                file: `${id}/checks.ts`,
                because: `says that FastAPI does not pass "${check.id}", which it does`,
                remedy: 'take unlikeFastapi off it',
              },
            ]
          : []
      if (result.outcome === 'passed') return []
      const said = sayCheck(check, result)
      const [why = result.outcome] = [...said.sentences, ...said.steps.flatMap(({ sentences }) => sentences)]
      return [
        {
          file: `${id}/checks.ts`,
          because: `has a check that FastAPI does not pass, "${check.id}" (${why})`,
          remedy: 'expect what recording.json shows, record again, or say why under unlikeFastapi',
        },
      ]
    })
  },
}

export const rulesOfRecording: readonly Rule[] = [inStep, fastapiPasses]
