import { expect, test } from 'vitest'
import { unreadable, value } from './actual.ts'
import type { Json } from './expectation.ts'
import { readJsonLines } from './json-lines.ts'

test.each<[string, string, Json]>([
  ['one value per line', '{"n": 1}\n[2]\n"three"\n', [{ n: 1 }, [2], 'three']],
  ['a last line that is not ended', '1\n2', [1, 2]],
  ['other line ends', '1\r\n2\r\n', [1, 2]],
  ['nothing at all', '', []],
])('a body of %s', (_, text, list) => {
  expect(readJsonLines(value(text))).toEqual(value(list))
})

test.each([
  ['1\n\n2\n', 'line [1] is empty'],
  ['1\n\n', 'line [1] is empty'],
  ['{"n": 1}\n{"n":\n', 'line [1] is not JSON: "{\\"n\\":"'],
  ['[\n1\n]\n', 'line [0] is not JSON: "["'],
])('the body %j has a line that is no JSON', (text, why) => {
  expect(readJsonLines(value(text))).toEqual(unreadable(why))
})

test('a body that cannot be read has no lines', () => {
  expect(readJsonLines(unreadable('the body did not arrive whole'))).toEqual(
    unreadable('the body did not arrive whole'),
  )
})
