/**
 * Dates of cookies, read as leniently as clients read them (RFC 6265 §5.1.1).
 * @module
 */

const DELIMITERS = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Null when it is no date. */
export const parseCookieDate = (text: string): Date | null => {
  let time: readonly number[] | null = null
  let day: number | null = null
  let month: number | null = null
  let year: number | null = null
  for (const token of text.split(DELIMITERS)) {
    const clock: RegExpExecArray | null = time === null ? /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/u.exec(token) : null
    const name = MONTHS.indexOf(token.slice(0, 3).toLowerCase())
    if (clock) time = clock.slice(1).map(Number)
    else if (day === null && /^\d{1,2}(?:\D|$)/u.test(token)) day = Number.parseInt(token, 10)
    else if (month === null && name !== -1) month = name
    else if (year === null && /^\d{2,4}(?:\D|$)/u.test(token)) year = fullYear(Number.parseInt(token, 10))
  }
  if (time === null || day === null || month === null || year === null) return null
  const [hour = 0, minute = 0, second = 0] = time
  if (year < 1601 || hour > 23 || minute > 59 || second > 59) return null
  const date = new Date(Date.UTC(year, month, day, hour, minute, second))
  return date.getUTCDate() === day && date.getUTCMonth() === month ? date : null
}

const fullYear = (year: number): number => {
  if (year >= 70 && year <= 99) return year + 1900
  return year <= 69 ? year + 2000 : year
}
