import { expect, test } from 'vitest'
import { refuseEndless } from './refuse-endless.ts'

test.each([
  [{ name: 'PBKDF2', iterations: 2_000_001 }],
  [{ name: 'PBKDF2', iterations: '4294967295' }],
  [{ name: 'PBKDF2', iterations: [4_294_967_295] }],
  [{ name: 'RSA-PSS', modulusLength: 8_192 }],
])('%j is refused', algorithm => {
  expect(() => refuseEndless([algorithm, 'key'])).toThrow(expect.objectContaining({ name: 'OperationError' }))
})

test.each([
  [{ name: 'PBKDF2', iterations: 600_000 }],
  [{ name: 'PBKDF2', iterations: {} }],
  [{ name: 'RSA-PSS', modulusLength: 4_096 }],
  ['SHA-256'],
  [null],
])("%j is the platform's to judge", algorithm => {
  expect(() => refuseEndless([algorithm])).not.toThrow()
})
