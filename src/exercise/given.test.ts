import { expect, test } from 'vitest'
import { firstPath, withGiven } from './given.ts'

const given = { 'app.ts': 'given', 'shop.ts': 'given' }

test('given files are there beside those of the learner, and win over a file of the same name', () => {
  expect(withGiven({ given }, { 'tests.ts': 'own', 'app.ts': 'own' })).toEqual({ 'tests.ts': 'own', ...given })
})

test('the same files give the same whole, so that it can be compared by identity', () => {
  const files = { 'tests.ts': 'own' }
  expect(withGiven({ given }, files)).toBe(withGiven({ given }, files))
  expect(withGiven({ given: {} }, files)).toBe(files)
  expect(withGiven({ given: { 'shop.ts': 'another' } }, files)).toEqual({ ...files, 'shop.ts': 'another' })
})

test('the entry is shown first, or the first file that the learner writes', () => {
  expect(firstPath({ start: { 'a.ts': '', 'app.ts': '' } })).toBe('app.ts')
  expect(firstPath({ start: { 'tests.ts': '' } })).toBe('tests.ts')
})
