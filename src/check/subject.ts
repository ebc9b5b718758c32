/**
 * What a subject was in an answer.
 * @module
 */

import { headerValues } from '../http/headers.ts'
import type { HttpResponse } from '../http/http.ts'
import { unreachable } from './authoring-error.ts'
import type { Json, Subject } from './check.ts'
import { nestingDepth } from './json.ts'
import { parsePath, readSegments } from './json-path.ts'
import type { Actual } from './result.ts'
import { cutText } from './text.ts'

type Readable = Extract<Actual, { kind: 'value' | 'unreadable' }>

/** Deeper JSON cannot be walked, printed or posted between workers without the stack running out. */
const DEEPEST = 500

const unreadable = (why: string): Readable => ({ kind: 'unreadable', why })
const value = (read: Json): Readable => ({ kind: 'value', value: read })

/**
 * Reads a subject. A header with one value reads as that text, with several as an array of texts, with none it is
 * missing. A body is always there, if only as the empty text; what did not arrive whole, is not UTF-8, or is not JSON
 * where JSON is asked for, is unreadable. `why` never quotes an engine's own words, which differ between engines.
 * @throws {AuthoringError} when a JSON path is malformed
 */
export const read = (subject: Subject, response: HttpResponse): Actual => {
  switch (subject.kind) {
    case 'status':
      return value(response.status)
    case 'header':
      return readHeader(headerValues(response.headers, subject.name))
    case 'media-type':
      return readMediaType(headerValues(response.headers, 'content-type'))
    case 'body':
      return readText(response)
    case 'json': {
      const segments = parsePath(subject.path)
      const body = readJson(response)
      return body.kind === 'value' ? readSegments(body.value, segments) : body
    }
    default:
      return unreachable(subject)
  }
}

const readHeader = (values: readonly string[]): Actual => {
  const [first, ...others] = values
  if (first === undefined) return { kind: 'missing' }
  return value(others.length === 0 ? first : values)
}

const readMediaType = (values: readonly string[]): Actual => {
  const [first, ...others] = values
  if (first === undefined) return { kind: 'missing' }
  if (others.length > 0) return unreadable(`the answer has ${values.length} content-type headers, where one is allowed`)
  return value((first.split(';')[0] ?? '').trim().toLowerCase())
}

const readText = ({ body, complete }: HttpResponse): Readable => {
  if (!complete) return unreadable('the body did not arrive whole')
  if ('text' in body) return value(body.text)
  return unreadable('the body is not text: its bytes are not valid UTF-8')
}

/** Bodies already parsed: one parse per answer however many expectations look into it. */
const parsed = new WeakMap<HttpResponse, Readable>()

const readJson = (response: HttpResponse): Readable => {
  const known = parsed.get(response)
  if (known) return known
  const text = readText(response)
  const read = text.kind === 'value' ? parse(String(text.value)) : text
  parsed.set(response, read)
  return read
}

const parse = (text: string): Readable => {
  if (text === '') return unreadable('the body is empty')
  if (nestingDepth(text) > DEEPEST) return unreadable(`the body is nested more than ${DEEPEST} levels deep`)
  try {
    return value(JSON.parse(text))
  } catch {
    const shown = cutText(text, 60)
    return unreadable(
      shown === text
        ? `the body is not JSON: ${JSON.stringify(text)}`
        : `the body is not JSON: it begins with ${JSON.stringify(shown)}`,
    )
  }
}
