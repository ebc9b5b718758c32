/**
 * Cookies that an answer sets, as a client understands them (RFC 6265 §5.2).
 * @module
 */

import { headerValues } from '../http/headers.ts'
import type { HeaderList } from '../http/http.ts'
import { missing, unreadable, value } from './actual.ts'
import { parseCookieDate } from './cookie-date.ts'
import type { CookieAttribute, Json, Subject } from './expectation.ts'
import type { Actual } from './result.ts'

/** A Set-Cookie header: its name, and value and attributes as the subject `cookie` has them. */
export interface SetCookie {
  readonly name: string
  readonly attributes: Readonly<Partial<Record<CookieAttribute, Json>>>
}

/**
 * The last cookie of a name counts. An attribute that it has not is missing, beside the header as it came; of a cookie
 * that is not set at all it is unreadable. Whether its expiry is past is told by the answer's Date header; without one,
 * by the clock.
 */
export const readCookie = (
  headers: HeaderList,
  { name, attribute = 'value' }: Extract<Subject, { kind: 'cookie' }>,
): Actual => {
  const now = Date.parse(headerValues(headers, 'date')[0] ?? '')
  const texts = headerValues(headers, 'set-cookie')
  const text = texts.findLast(each => parseSetCookie(each, now)?.name === name)
  if (text === undefined) return attribute === 'value' ? missing : unreadable('the answer sets no such cookie')
  const found = parseSetCookie(text, Number.isNaN(now) ? Date.now() : now)?.attributes[attribute]
  return found === undefined ? { kind: 'missing', nearest: { path: 'Set-Cookie', value: text } } : value(found)
}

/**
 * Null for a header that clients ignore: one without a name.
 * @param now milliseconds since 1970, for `deleted`
 */
export const parseSetCookie = (text: string, now: number): SetCookie | null => {
  const [pair = '', ...rest] = text.split(';')
  const equals = pair.indexOf('=')
  const name = pair.slice(0, equals).trim()
  if (equals === -1 || name === '') return null
  const attributes: Partial<Record<CookieAttribute, Json>> = { value: pair.slice(equals + 1).trim() }
  for (const part of rest) {
    const [key, ...values] = part.split('=')
    Object.assign(attributes, attributeOf((key ?? '').trim().toLowerCase(), values.join('=').trim()))
  }
  return { name, attributes: { ...attributes, deleted: isDeleted(attributes, now) } }
}

/** Empty for one that is unknown, or that clients ignore because of its value. */
const attributeOf = (key: string, text: string): Partial<Record<CookieAttribute, Json>> => {
  switch (key) {
    case 'expires': {
      const date = parseCookieDate(text)
      return date === null ? {} : { expires: date.toISOString() }
    }
    case 'max-age':
      return /^-?\d+$/u.test(text) ? { 'max-age': inJson(Number(text)) } : {}
    case 'domain':
      return text === '' ? {} : { domain: text.replace(/^\./u, '').toLowerCase() }
    case 'path':
      return text.startsWith('/') ? { path: text } : {}
    case 'secure':
      return { secure: true }
    case 'httponly':
      return { 'http-only': true }
    case 'samesite':
      return { 'same-site': text.toLowerCase() }
    default:
      return {}
  }
}

/** More digits than a number has room for make infinity, which JSON cannot hold. */
const inJson = (number: number): number => Math.max(-Number.MAX_VALUE, Math.min(number, Number.MAX_VALUE))

/** Max-Age comes before Expires (RFC 6265 §5.3). */
const isDeleted = (attributes: Partial<Record<CookieAttribute, Json>>, now: number): boolean => {
  const { expires } = attributes
  const maxAge = attributes['max-age']
  if (typeof maxAge === 'number') return maxAge <= 0
  return typeof expires === 'string' && Date.parse(expires) <= now
}
