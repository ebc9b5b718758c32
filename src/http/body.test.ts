import { expect, test } from 'vitest'
import { bodyOf, bytesOf } from './body.ts'

test.each(['', 'plain', 'Jörg 🚲', '\ufeffwith a mark'])('text %j stays text', text => {
  const bytes = new TextEncoder().encode(text)
  expect(bodyOf(bytes)).toEqual({ text })
  expect(bytesOf({ text })).toEqual(bytes)
})

test('bytes that are not UTF-8 survive as base64, however many', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => 255 - (index % 256))
  const body = bodyOf(bytes)
  expect(body).toHaveProperty('base64')
  expect(bytesOf(body)).toEqual(bytes)
})
