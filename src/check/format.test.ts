import { expect, test } from 'vitest'
import type { Format } from './expectation.ts'
import { hasFormat } from './format.ts'

test.each<[Format, string[], string[]]>([
  [
    'uuid',
    [
      '0f9c2a4e-7b31-4d58-9e06-3c1d2b4a5f60',
      '0F9C2A4E-7B31-1D58-0E06-3C1D2B4A5F60',
      '00000000-0000-0000-0000-000000000000',
    ],
    [
      '',
      '0f9c2a4e7b314d589e063c1d2b4a5f60',
      'g0000000-0000-0000-0000-000000000000',
      ' 00000000-0000-0000-0000-000000000000',
    ],
  ],
  [
    'date',
    ['2024-02-29', '0001-01-01', '2024-12-31'],
    ['2023-02-29', '2024-13-01', '2024-00-01', '2024-1-1', '2024-01-00', '20240101', '2024-01-01T00:00:00Z'],
  ],
  [
    'date-time',
    ['2024-02-29T23:59:59Z', '2024-01-01t00:00:00.123456+05:30', '2016-12-31T23:59:60Z'],
    [
      '2024-01-01T00:00:00',
      '2024-02-30T00:00:00Z',
      '2024-01-01 00:00:00Z',
      '2024-01-01T24:00:00Z',
      '2024-01-01',
      '2024-01-01T00:00Z',
    ],
  ],
  [
    'http-date',
    ['Sun, 06 Nov 1994 08:49:37 GMT'],
    [
      'Mon, 06 Nov 1994 08:49:37 GMT',
      'Sunday, 06-Nov-94 08:49:37 GMT',
      'Sun Nov  6 08:49:37 1994',
      '1994-11-06T08:49:37Z',
      '',
    ],
  ],
  ['email', ['a@b.co', "o'neil+x@example.com", 'a@localhost'], ['a', '@b.co', 'a@', 'a b@c.de', 'a@-b.co', 'a@b..co']],
  [
    'url',
    ['https://example.com', 'http://127.0.0.1:80/a?b#c', 'wss://a/b'],
    ['/a', 'example.com', 'mailto:a@b.co', 'http://', 'https://a b', ''],
  ],
  ['base64', ['AAE=', 'AAEC', 'AA=='], ['', 'AAE', 'A===', 'AA-_', 'AA==\n']],
])('%s', (format, right, wrong) => {
  expect(right.filter(text => !hasFormat(text, format))).toEqual([])
  expect(wrong.filter(text => hasFormat(text, format))).toEqual([])
})
