/**
 * The sentences a learner reads, kept as text in tests/messages so that they can be read and reviewed as text: a file
 * per subject with a heading per predicate. `UPDATE_MESSAGES=1` writes them anew.
 * @module
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AuthoringError } from '../src/check/authoring-error.ts'
import {
  actualText,
  describeExpectation,
  describeFailure,
  describeHappened,
  describeNotRun,
  describeObservation,
  describeStep,
  expectedText,
} from '../src/check/describe.ts'
import type { Expectation, Predicate, Subject } from '../src/check/expectation.ts'
import { observationOf } from '../src/check/observation.ts'
import { meets } from '../src/check/predicate.ts'
import { checkAskable } from '../src/check/shape.ts'
import { read } from '../src/check/subject.ts'
import { EDGE_CASES, type EdgeCase } from './message-cases/edge-cases.ts'
import { FAILURES, NOT_RUN, STEPS } from './message-cases/facts.ts'
import { CASES, PREDICATES, SUBJECTS } from './message-cases/index.ts'
import type { Truth } from './message-cases/pair.ts'

const FOLDER = join(import.meta.dirname, 'messages')

const KINDS = { subjects: keysOf(SUBJECTS), predicates: keysOf(PREDICATES) }
const ALL_PAIRS = KINDS.subjects.flatMap(subject => KINDS.predicates.map(predicate => [subject, predicate] as const))
/** Those of which a case exists can be asked, of one subject of the kind at least. */
const ASKED = new Set(CASES.map(({ expectation }) => pairOf(expectation)))

describe('the table', () => {
  test.each(CASES.map(one => [one.truth, describeExpectation(one.expectation), one] as const))(
    '%s: %s',
    (truth, _, { expectation, seen }) => {
      const { subject, predicate } = expectation
      const actual = read(subject, seen)
      const contrary: Predicate = { kind: 'not', predicate }
      expect(meets(actual, expectation)).toBe(truth === 'holds')
      expect(meets(actual, { subject, predicate: contrary })).toBe(truth === 'fails')
      expect(meets(actual, { subject, predicate: { kind: 'not', predicate: contrary } })).toBe(truth === 'holds')
    },
  )

  test('has for every pair one case that holds, one that fails and one that does not apply, where there can be one', () => {
    const truths: readonly Truth[] = ['holds', 'fails', 'does not apply']
    const lacking = [...ASKED].flatMap(pair => {
      const there = new Set(CASES.filter(({ expectation }) => pairOf(expectation) === pair).map(({ truth }) => truth))
      return truths.filter(truth => !there.has(truth)).map(truth => `${pair}: ${truth}`)
    })
    expect(lacking.sort()).toEqual([...ALWAYS_APPLY].map(pair => `${pair}: does not apply`).sort())
  })

  test.each(ALL_PAIRS.filter(([subject, predicate]) => !ASKED.has(`${subject}.${predicate}`)))(
    'lacks %s.%s, because nobody can ask that',
    (subject, predicate) => {
      expect(() => checkAskable(SUBJECTS[subject], PREDICATES[predicate])).toThrow(AuthoringError)
    },
  )
})

/** What a subject that is always readable, never missing and always of one type can be asked without fail. */
const OF_ANYTHING = ['equals', 'one-of', 'subset', 'schema', 'type', 'not']
const OF_LISTS = [...OF_ANYTHING, 'length', 'unordered', 'some']
const ALWAYS_APPLY = new Set(
  Object.entries({
    status: OF_ANYTHING,
    started: OF_ANYTHING,
    statuses: [...OF_LISTS, 'every'],
    finished: [...OF_LISTS, 'every'],
    log: OF_LISTS,
    header: ['exists', 'absent'],
    'header-items': ['exists', 'absent'],
    cookie: ['exists', 'absent'],
  }).flatMap(([subject, predicates]) => predicates.map(predicate => `${subject}.${predicate}`)),
)

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[]
}

function pairOf({ subject, predicate }: Expectation): string {
  return `${subject.kind}.${predicate.kind}`
}

const message = ({ expectation, seen }: EdgeCase): string => {
  const observation = observationOf(expectation, read(expectation.subject, seen))
  if (observation.met) throw new Error(`${describeExpectation(expectation)} is met, so it has no message to keep`)
  return [
    `check:    ${describeExpectation(expectation)}`,
    `expected: ${expectedText(expectation)}`,
    `actual:   ${actualText(observation)}`,
    describeObservation(observation),
  ].join('\n')
}

const unique = (messages: readonly string[]): readonly string[] => [...new Set(messages)]

const messagesOf = (subject: Subject['kind']): string => {
  const unmet: readonly EdgeCase[] = [...CASES.filter(({ truth }) => truth !== 'holds'), ...EDGE_CASES]
  return sections(
    KINDS.predicates.map(predicate => [
      predicate,
      unique(unmet.filter(({ expectation }) => pairOf(expectation) === `${subject}.${predicate}`).map(message)),
    ]),
  )
}

const stepMessages = (): readonly string[] =>
  STEPS.map(([step, ...happened]) =>
    [
      `title:    ${describeStep(step)}`,
      `filled:   ${describeStep(step, { id: 7, word: 'lantern' })}`,
      ...happened.map(one => `came:     ${describeHappened(step, one)}`),
    ].join('\n'),
  )

const impossible = (): readonly string[] =>
  ALL_PAIRS.flatMap(([subject, predicate]) => {
    try {
      checkAskable(SUBJECTS[subject], PREDICATES[predicate])
      return []
    } catch (error) {
      return [String(error)]
    }
  })

/** `# heading`, and its messages with an empty line after each. */
const sections = (parts: readonly (readonly [heading: string, messages: readonly string[]])[]): string =>
  parts
    .filter(([, messages]) => messages.length > 0)
    .map(([heading, messages]) => `# ${heading}\n\n${messages.join('\n\n')}\n`)
    .join('\n')

const files = new Map<string, string>([
  ...KINDS.subjects.map(subject => [`${subject}.txt`, messagesOf(subject)] as const),
  ['failures.txt', sections(Object.entries(FAILURES).map(([kind, list]) => [kind, list.map(describeFailure)]))],
  ['not-run.txt', sections(Object.entries(NOT_RUN).map(([kind, list]) => [kind, list.map(describeNotRun)]))],
  ['steps.txt', sections([['steps', stepMessages()]])],
  ['authoring-errors.txt', sections([['pairs that nobody can ask', impossible()]])],
])

if (process.env.UPDATE_MESSAGES === '1') {
  test('messages are written anew', () => {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER)
    for (const [name, text] of files) writeFileSync(join(FOLDER, name), text)
  })
} else {
  test('no message file is missing or left over', () => {
    expect([...files.keys()].sort()).toEqual(readdirSync(FOLDER).sort())
  })
  test.each([...files])('%s holds what is said now', (name, text) => {
    expect(text).toBe(readFileSync(join(FOLDER, name), 'utf8'))
  })
}
