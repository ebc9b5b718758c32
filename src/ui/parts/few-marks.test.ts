import { expect, test } from 'vitest'
import { fewMarks } from './few-marks.ts'

test('letters as people write them are left alone', () => {
  for (const text of ['é', 'ﷺ', 'קָמַץ', 'नमस्ते', 'e\u0301\u0302\u0303', '👩🏽‍🚀']) expect(fewMarks(text)).toBe(text)
})

test('thousands of marks on one letter become eight', () => {
  expect(fewMarks(`a${'\u0301'.repeat(8_000)}b`)).toBe(`a${'\u0301'.repeat(8)}…b`)
})
