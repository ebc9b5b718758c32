import { expect, test } from 'vitest'
import { headerValues } from './headers.ts'
import type { HeaderList } from './http.ts'

const headers: HeaderList = [
  ['Set-Cookie', 'a=1; Path=/'],
  ['X-Error', ' Item Missing'],
  ['set-cookie', 'b=2'],
]

test('a name is matched without regard to case, on both sides', () => {
  expect(headerValues(headers, 'x-ERROR')).toEqual([' Item Missing'])
})

test('repeated names give every value in the order sent, none joined', () => {
  expect(headerValues(headers, 'Set-Cookie')).toEqual(['a=1; Path=/', 'b=2'])
})

test('a header that is not there gives no values', () => {
  expect(headerValues(headers, 'X-Err')).toEqual([])
})
