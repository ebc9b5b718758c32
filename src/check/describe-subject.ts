/**
 * Subjects and their values in words.
 * @module
 */

import { statusText } from '../http/status.ts'
import { closeText } from './close-codes.ts'
import { valueText } from './describe-value.ts'
import type { CookieAttribute, Json, Predicate, Subject } from './expectation.ts'
import { formatPath, type PathSegment, parsePath } from './json-path.ts'

const ATTRIBUTES: Readonly<Record<CookieAttribute, string>> = {
  value: 'value',
  deleted: 'deletion',
  expires: 'Expires',
  'max-age': 'Max-Age',
  domain: 'Domain',
  path: 'Path',
  secure: 'Secure',
  'http-only': 'HttpOnly',
  'same-site': 'SameSite',
}

/** An attribute as it stands in a Set-Cookie header. */
export const attributeName = (attribute: CookieAttribute): string => ATTRIBUTES[attribute]

/** Where a place in JSON is looked for, and the place; null for a subject that is no place in JSON. */
export const jsonPlace = (
  subject: Subject,
): { readonly whole: string; readonly segments: readonly PathSegment[] } | null => {
  switch (subject.kind) {
    case 'json':
      return { whole: 'JSON body', segments: parsePath(subject.path) }
    case 'jwt':
      return {
        whole: `${subject.part} of the token in ${subjectText(subject.token)}`,
        segments: parsePath(subject.path),
      }
    case 'events':
      return { whole: 'list of events', segments: parsePath(subject.path) }
    case 'json-lines':
      return { whole: 'list of JSON lines', segments: parsePath(subject.path) }
    case 'message':
      return subject.path === undefined ? null : { whole: 'JSON message', segments: parsePath(subject.path) }
    default:
      return null
  }
}

/** A subject inside a line: `status`, `header X-Error`, `detail[0].loc`, `sub in the payload of the token in cookie a`. */
export const subjectText = (subject: Subject): string => {
  const place = jsonPlace(subject)
  if (place) {
    if (place.segments.length === 0) return place.whole
    const path = formatPath(place.segments)
    return subject.kind === 'json' ? path : `${path} in the ${place.whole}`
  }
  return SIMPLE[subject.kind] ?? named(subject)
}

/** Those that have no name of their own. */
const SIMPLE: Readonly<Partial<Record<Subject['kind'], string>>> = {
  status: 'status',
  'media-type': 'media type',
  body: 'body',
  bytes: 'body in base64',
  sha256: 'SHA-256 of the body',
  chunks: 'list of chunks',
  streamed: 'streaming of the body',
  statuses: 'list of statuses',
  finished: 'order of the answers',
  message: 'message',
  'message-type': 'type of the message',
  'close-code': 'close code',
  'close-reason': 'close reason',
  started: 'start of the app',
}

const named = (subject: Subject): string => {
  switch (subject.kind) {
    case 'header':
      return `header ${subject.name}`
    case 'header-items':
      return `list in header ${subject.name}`
    case 'cookie':
      return `${cookieAttribute(subject.attribute)}cookie ${subject.name}`
    case 'log':
      return subject.level === undefined ? 'console output' : `console.${subject.level} output`
    case 'source':
      return `file ${subject.path}`
    default:
      return subject.kind
  }
}

const cookieAttribute = (attribute: CookieAttribute = 'value'): string => {
  if (attribute === 'value') return ''
  return attribute === 'deleted' ? 'deletion of ' : `attribute ${ATTRIBUTES[attribute]} of `
}

/** A subject at the beginning of a sentence. */
export const subjectPlace = (subject: Subject): string => {
  const place = jsonPlace(subject)
  if (place && place.segments.length > 0) return `In the ${place.whole}, ${formatPath(place.segments)}`
  const name = subjectText(subject)
  switch (subject.kind) {
    case 'media-type':
      return 'The media type (header Content-Type)'
    case 'header':
    case 'source':
      return capital(name)
    case 'cookie':
      return subject.attribute === 'deleted' ? `The ${name}` : capital(name)
    default:
      return `The ${name}`
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What is true or false of a thing: the thing, and what it then is. */
export const flagOf = (
  subject: Subject,
  predicate: Predicate,
): { readonly thing: string; readonly adjective: string; readonly on: boolean } | null => {
  if (predicate.kind !== 'equals' || typeof predicate.value !== 'boolean') return null
  const on = predicate.value
  if (subject.kind === 'streamed') return { thing: 'body', adjective: 'sent bit by bit', on }
  if (subject.kind === 'started') return { thing: 'app', adjective: 'started', on }
  if (subject.kind !== 'cookie' || subject.attribute !== 'deleted') return null
  return { thing: `cookie ${subject.name}`, adjective: 'deleted', on }
}

/** A value of a subject: a status or close code with its name, an empty text or list as `empty`, all else as JSON. */
export const subjectValueText = (subject: Subject, value: Json): string => {
  if (typeof value === 'number' && subject.kind === 'status') return statusText(value)
  if (typeof value === 'number' && subject.kind === 'close-code') return closeText(value)
  const isPlace = jsonPlace(subject) !== null
  return !isPlace && (value === '' || (Array.isArray(value) && value.length === 0)) ? 'empty' : valueText(value)
}

/** What a list or text is made of, one of them; null where that depends on the value. */
export const partNoun = (subject: Subject): string | null => {
  switch (subject.kind) {
    case 'header':
      return 'value'
    case 'log':
      return 'line'
    case 'chunks':
      return 'chunk'
    case 'bytes':
      return 'byte'
    case 'header-items':
    case 'statuses':
    case 'finished':
      return 'item'
    default:
      return jsonPlace(subject) === null ? 'character' : null
  }
}
