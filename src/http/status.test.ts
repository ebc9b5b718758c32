import { expect, test } from 'vitest'
import { statusText } from './status.ts'

test('a standard code is followed by its name', () => {
  expect(statusText(422)).toBe('422 Unprocessable Content')
})

test('a code without a standard name stands alone', () => {
  expect(statusText(299)).toBe('299')
})
