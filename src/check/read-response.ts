/**
 * What a subject was in one answer.
 * @module
 */

import { headerValues } from '../http/headers.ts'
import type { HttpResponse } from '../http/http.ts'
import { missing, unreadable, value } from './actual.ts'
import { readCookie } from './cookie.ts'
import { readEvents } from './events.ts'
import type { Subject } from './expectation.ts'
import { readJsonLines } from './json-lines.ts'
import { parsePath, readSegments } from './json-path.ts'
import { bodyBase64, bodyChunks, bodyJson, bodySha256, bodyStreamed, bodyText } from './read-body.ts'
import type { Actual } from './result.ts'

/** Subjects that need an answer and nothing else. */
export type ResponseSubject = Extract<
  Subject,
  {
    kind:
      | 'status'
      | 'header'
      | 'header-items'
      | 'media-type'
      | 'cookie'
      | 'body'
      | 'bytes'
      | 'sha256'
      | 'json'
      | 'chunks'
      | 'streamed'
      | 'events'
      | 'json-lines'
  }
>

/**
 * Reads a subject. A header with one value reads as that text, with several as an array of texts, with none it is
 * missing. A body is always there, if only as the empty text; what did not arrive whole, is not UTF-8, or is not JSON
 * where JSON is asked for, is unreadable. `why` never quotes an engine's own words, which differ between engines.
 * @throws {AuthoringError} when a JSON path is malformed
 */
export const readAnswer = (subject: ResponseSubject, response: HttpResponse): Actual => {
  switch (subject.kind) {
    case 'status':
      return value(response.status)
    case 'header':
      return readHeader(headerValues(response.headers, subject.name))
    case 'header-items':
      return readItems(headerValues(response.headers, subject.name))
    case 'media-type':
      return readMediaType(headerValues(response.headers, 'content-type'))
    case 'cookie':
      return readCookie(response.headers, subject)
    case 'body':
      return bodyText(response)
    case 'bytes':
      return bodyBase64(response)
    case 'sha256':
      return bodySha256(response)
    case 'json': {
      const segments = parsePath(subject.path)
      const body = bodyJson(response)
      return body.kind === 'value' ? readSegments(body.value, segments) : body
    }
    case 'chunks':
      return bodyChunks(response)
    case 'streamed':
      return bodyStreamed(response)
    case 'events': {
      const segments = parsePath(subject.path)
      const events = readEvents(bodyText(response), subject.data ?? 'text')
      return events.kind === 'value' ? readSegments(events.value, segments) : events
    }
    case 'json-lines': {
      const segments = parsePath(subject.path)
      const lines = readJsonLines(bodyText(response))
      return lines.kind === 'value' ? readSegments(lines.value, segments) : lines
    }
  }
}

const readHeader = (values: readonly string[]): Actual => {
  const [first, ...others] = values
  if (first === undefined) return missing
  return value(others.length === 0 ? first : values)
}

const readItems = (values: readonly string[]): Actual => {
  if (values.length === 0) return missing
  const items = values.join(',').split(',')
  return value(items.map(item => item.trim().toLowerCase()).filter(item => item !== ''))
}

const readMediaType = (values: readonly string[]): Actual => {
  const [first, ...others] = values
  if (first === undefined) return missing
  if (others.length > 0) return unreadable(`the answer has ${values.length} content-type headers, where one is allowed`)
  return value((first.split(';')[0] ?? '').trim().toLowerCase())
}
