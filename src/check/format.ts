/**
 * Formats of texts.
 * @module
 */

import type { Format } from './expectation.ts'

/** Any version (RFC 9562 §4). */
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/u
/** RFC 3339 §5.6: with the offset from UTC. */
const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u
/** HTML standard, "valid e-mail address". */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/iu
/** RFC 4648 §4, with padding, and not empty. */
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{4}|[A-Za-z\d+/]{3}=|[A-Za-z\d+/]{2}==)$/u
const WEB = ['http:', 'https:', 'ws:', 'wss:']

export const hasFormat = (text: string, format: Format): boolean => {
  switch (format) {
    case 'uuid':
      return UUID.test(text)
    case 'date':
      return isDate(text)
    case 'date-time':
      return isDate(DATE_TIME.exec(text)?.[1] ?? '')
    case 'http-date':
      // The preferred form (RFC 9110 §5.6.7) is the one that JavaScript writes.
      return !Number.isNaN(Date.parse(text)) && new Date(text).toUTCString() === text
    case 'email':
      return EMAIL.test(text)
    case 'url':
      return /^\S+$/u.test(text) && URL.canParse(text) && WEB.includes(new URL(text).protocol)
    case 'base64':
      return BASE64.test(text)
  }
}

/** A day that there is: not the 30th of February. */
const isDate = (text: string): boolean => {
  const [, year = 0, month = 0, day = 0] = DATE.exec(text)?.map(Number) ?? []
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
