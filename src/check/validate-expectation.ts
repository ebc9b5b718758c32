/**
 * Whether an expectation can be asked at all.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import type { Step } from './check.ts'
import type { Expectation, Predicate, Subject } from './expectation.ts'
import { fillPattern } from './fill.ts'
import { parsePath } from './json-path.ts'
import { namesInJson, onlyNameIn } from './names.ts'
import { compilePattern } from './pattern.ts'
import { checkSchema } from './schema-predicate.ts'
import { checkAskable, shapeOf } from './shape.ts'

type Kind = Subject['kind']

const ANSWER: readonly Kind[] = [
  'status',
  'header',
  'header-items',
  'media-type',
  'cookie',
  'body',
  'bytes',
  'sha256',
  'json',
  'jwt',
  'chunks',
  'streamed',
  'events',
  'json-lines',
  'source',
]
const CLOSE: readonly Kind[] = ['close-code', 'close-reason', 'log', 'source']

/** What a step has to look at. A token can be anywhere that a text can. */
const SUBJECTS: Readonly<Record<Step['kind'] | 'one of parallel', readonly Kind[]>> = {
  send: [...ANSWER, 'log'],
  'socket-open': [...ANSWER, 'log'],
  'one of parallel': ANSWER,
  parallel: ['statuses', 'finished', 'log', 'source'],
  'socket-receive': ['message', 'message-type', 'jwt', ...CLOSE],
  'socket-close': CLOSE,
  stop: ['log', 'source'],
  start: ['started', 'log', 'source'],
  'socket-send': [],
  wait: [],
}

/** Says of a step, or of one request of a parallel step, what it cannot have. */
export type Stage = keyof typeof SUBJECTS

/** @throws {AuthoringError} */
export const checkSubject = (subject: Subject, stage: Stage): void => {
  if (!SUBJECTS[stage].includes(subject.kind)) {
    const where = stage === 'one of parallel' ? 'one request of a parallel step' : `a step of kind "${stage}"`
    throw new AuthoringError(
      `could not look at the subject "${subject.kind}": because ${where} has none; look at ${SUBJECTS[stage].join(', ')}`,
    )
  }
  if ('path' in subject && subject.kind !== 'source' && subject.path !== undefined) parsePath(subject.path)
  if (subject.kind !== 'jwt') return
  checkSubject(subject.token, stage)
  if (!shapeOf(subject.token).types.includes('string')) {
    throw new AuthoringError(
      `could not look for a token in the subject "${subject.token.kind}": because it is never a text; name one that is`,
    )
  }
}

/** @throws {AuthoringError} */
export const checkExpectation = ({ subject, predicate }: Expectation, stage: Stage): void => {
  checkSubject(subject, stage)
  checkAskable(subject, predicate)
  checkPredicate(predicate)
}

const checkPredicate = (predicate: Predicate): void => {
  switch (predicate.kind) {
    case 'matches': {
      const names = namesInJson(predicate.pattern)
      compilePattern(fillPattern(predicate.pattern, Object.fromEntries(names.map(name => [name, 'x']))))
      return
    }
    case 'schema':
      checkSchema(predicate.schema)
      return
    case 'one-of':
      if (predicate.values.length > 0) return
      throw new AuthoringError('could not ask "one-of": because it lists no values; list some')
    case 'length':
      if (Number.isInteger(predicate.length) && predicate.length >= 0) return
      throw new AuthoringError(
        `could not ask for the length ${predicate.length}: because it is no whole number from 0; correct it`,
      )
    case 'compare':
      if (typeof predicate.value === 'number' || onlyNameIn(predicate.value) !== null) return
      throw new AuthoringError(
        `could not compare with ${JSON.stringify(predicate.value)}: because it is neither a number nor the name of a value; write 3 or "{{count}}"`,
      )
    case 'some':
    case 'every':
    case 'not':
      checkPredicate(predicate.predicate)
  }
}
