/**
 * What a subject can be at all, and what a predicate can be asked of: so that a question which no answer could ever
 * meet is the author's error, and not every learner's failure.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import { typeText } from './describe-value.ts'
import type { JsonType, Predicate, Subject } from './expectation.ts'

/** JSON types that a value can have; those of its items, where it can be an array. */
export interface Shape {
  readonly types: readonly JsonType[]
  readonly items: readonly JsonType[]
  /** Whether it may not be there. */
  readonly optional: boolean
}

const ANY: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object']
const one = (type: JsonType): Shape => ({ types: [type], items: [], optional: false })
const listOf = (...items: JsonType[]): Shape => ({ types: ['array'], items, optional: false })
const ANYTHING: Shape = { types: ANY, items: ANY, optional: true }

export const shapeOf = (subject: Subject): Shape => {
  switch (subject.kind) {
    case 'status':
    case 'close-code':
      return one('number')
    case 'header':
      return { types: ['string', 'array'], items: ['string'], optional: true }
    case 'header-items':
      return { ...listOf('string'), optional: true }
    case 'media-type':
    case 'source':
      return { ...one('string'), optional: true }
    case 'cookie':
      return { ...one(cookieType(subject.attribute)), optional: true }
    case 'body':
    case 'bytes':
    case 'sha256':
    case 'message-type':
    case 'close-reason':
      return one('string')
    case 'json':
    case 'jwt':
    case 'events':
    case 'json-lines':
      return ANYTHING
    case 'chunks':
    case 'log':
      return listOf('string')
    case 'streamed':
    case 'started':
      return one('boolean')
    case 'statuses':
      return listOf('number')
    case 'finished':
      return listOf('number')
    case 'message':
      return subject.path === undefined ? one('string') : ANYTHING
  }
}

const cookieType = (attribute: Extract<Subject, { kind: 'cookie' }>['attribute']): JsonType => {
  if (attribute === 'max-age') return 'number'
  return attribute === 'secure' || attribute === 'http-only' || attribute === 'deleted' ? 'boolean' : 'string'
}

/** Types that a predicate can be asked of; null: all of them. */
const askedOf = (predicate: Exclude<Predicate, { kind: 'not' | 'exists' | 'absent' }>): readonly JsonType[] | null => {
  switch (predicate.kind) {
    case 'contains':
    case 'starts-with':
    case 'ends-with':
    case 'matches':
    case 'format':
      return ['string']
    case 'compare':
      return ['number']
    case 'length':
      return ['string', 'array', 'object']
    case 'unordered':
    case 'some':
    case 'every':
      return ['array']
    case 'equals':
    case 'one-of':
    case 'type':
    case 'subset':
    case 'schema':
      return null
  }
}

const namesOf = (types: readonly JsonType[]): string => types.map(typeText).join(' or ')

/** @throws {AuthoringError} when the predicate can never hold of such a subject, nor its contrary */
export const checkAskable = (subject: Subject, predicate: Predicate): void =>
  checkShape(shapeOf(subject), predicate, `the subject "${subject.kind}"`)

const checkShape = (shape: Shape, predicate: Predicate, what: string): void => {
  if (predicate.kind === 'not') {
    checkShape(shape, predicate.predicate, what)
    return
  }
  const never = (why: string) =>
    new AuthoringError(
      `could not ask "${predicate.kind}" of ${what}: because ${why}; ask something else of it, such as what it equals`,
    )
  if (predicate.kind === 'exists' || predicate.kind === 'absent') {
    if (!shape.optional) throw never('there always is one, if only an empty one')
    return
  }
  const types = askedOf(predicate)
  if (types && !types.some(type => shape.types.includes(type))) {
    throw never(`it is about ${namesOf(types)}, and this is always ${namesOf(shape.types)}`)
  }
  if (predicate.kind === 'some' || predicate.kind === 'every') {
    checkShape({ types: shape.items, items: ANY, optional: false }, predicate.predicate, `an item of ${what}`)
  }
}
