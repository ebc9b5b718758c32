/**
 * The sentences a learner reads, kept as text in tests/messages so that they can be read and reviewed as text.
 * `UPDATE_MESSAGES=1` writes them anew.
 * @module
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  actualText,
  describeExpectation,
  describeFailure,
  describeNotRun,
  describeObservation,
  expectedText,
} from '../src/check/describe.ts'
import { meets } from '../src/check/predicate.ts'
import { read } from '../src/check/subject.ts'
import { CASES, FAILURES, type MessageCase, NOT_RUN } from './message-cases.ts'

const FOLDER = join(import.meta.dirname, 'messages')

const observationMessage = ({ expectation, response }: MessageCase): string => {
  const actual = read(expectation.subject, response)
  const observation = { expectation, actual, met: meets(actual, expectation) }
  if (observation.met) throw new Error(`${describeExpectation(expectation)} is met, so it has no message to keep`)
  return [
    `check:    ${describeExpectation(expectation)}`,
    `expected: ${expectedText(expectation)}`,
    `actual:   ${actualText(observation)}`,
    describeObservation(observation),
  ].join('\n')
}

const files = (): Map<string, string> => {
  const texts = new Map<string, string>()
  const keep = <Case>(
    prefix: string,
    lists: Readonly<Record<string, readonly Case[]>>,
    say: (each: Case) => string,
  ) => {
    for (const [name, list] of Object.entries(lists)) {
      texts.set(`${prefix}${name}.txt`, `${list.map(say).join('\n\n')}\n`)
    }
  }
  keep('', CASES, observationMessage)
  keep('failure.', FAILURES, describeFailure)
  keep('not-run.', NOT_RUN, describeNotRun)
  return texts
}

const SUBJECTS = ['status', 'header', 'media-type', 'body', 'json']
const PREDICATES = ['equals', 'one-of', 'contains', 'matches', 'type', 'length', 'subset', 'exists', 'absent', 'not']
/** A status and a body are always there: whether they are cannot be asked. */
const NEVER = ['status.exists', 'status.absent', 'body.exists', 'body.absent']

test('there are messages for every subject and predicate', () => {
  const all = SUBJECTS.flatMap(subject => PREDICATES.map(predicate => `${subject}.${predicate}`))
  expect(Object.keys(CASES).sort()).toEqual(all.filter(name => !NEVER.includes(name)).sort())
})

test('every case is in the file of its own subject and predicate', () => {
  for (const [name, cases] of Object.entries(CASES)) {
    for (const { expectation } of cases) expect(`${expectation.subject.kind}.${expectation.predicate.kind}`).toBe(name)
  }
})

if (process.env.UPDATE_MESSAGES === '1') {
  test('messages are written anew', () => {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER)
    for (const [name, text] of files()) writeFileSync(join(FOLDER, name), text)
  })
} else {
  test('no message file is missing or left over', () => {
    expect([...files().keys()].sort()).toEqual(readdirSync(FOLDER).sort())
  })
  test.each([...files()])('%s holds what is said now', (name, text) => {
    expect(text).toBe(readFileSync(join(FOLDER, name), 'utf8'))
  })
}
