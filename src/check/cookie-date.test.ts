import { expect, test } from 'vitest'
import { parseCookieDate } from './cookie-date.ts'

test.each([
  ['Wed, 21 Oct 2015 07:28:00 GMT', '2015-10-21T07:28:00.000Z'],
  ['Wed, 21-Oct-15 07:28:00 GMT', '2015-10-21T07:28:00.000Z'],
  ['Wed Oct 21 7:28:0 2015', '2015-10-21T07:28:00.000Z'],
  ['21 october 99 23:59:59', '1999-10-21T23:59:59.000Z'],
  ['29 Feb 2024 00:00:00', '2024-02-29T00:00:00.000Z'],
])('%j is a date', (text, date) => {
  expect(parseCookieDate(text)?.toISOString()).toBe(date)
})

test.each([
  '',
  'tomorrow',
  '21 Oct 2015',
  '07:28:00 Oct 2015',
  '30 Feb 2024 00:00:00',
  '21 Oct 2015 24:00:00',
  '21 Oct 2015 00:60:00',
  '21 Oct 1600 00:00:00',
  '0 Oct 2015 00:00:00',
])('%j is none', text => {
  expect(parseCookieDate(text)).toBeNull()
})
