import { describe, expect, it } from 'vitest'
import { afterBody, afterHeaders, sourceOf, type TypeSource, withContentType } from './content-type.ts'

const PLATFORM = 'text/plain;charset=UTF-8'
const ADAPTER = 'text/plain; charset=UTF-8'
const typeOf = (type: string | null, source: TypeSource, hasBody = true) =>
  Object.fromEntries(withContentType(type === null ? [] : [['content-type', type]], source, hasBody))['content-type']

describe('the content type that is sent', () => {
  it('is that of a text when there is a body without a type, and none when there is no body', () => {
    expect(typeOf(null, 'platform')).toBe(ADAPTER)
    expect(typeOf(null, 'platform', false)).toBeUndefined()
    expect(typeOf(null, 'seen', false)).toBe(ADAPTER)
  })

  it("is the adapter's for a text that nobody looked at, and the platform's afterwards", () => {
    expect(typeOf(PLATFORM, 'bare')).toBe(ADAPTER)
    expect(typeOf(PLATFORM, 'brought')).toBe(ADAPTER)
    expect(typeOf(PLATFORM, afterBody('bare'))).toBe(PLATFORM)
    expect(typeOf(PLATFORM, afterBody('brought'))).toBe(PLATFORM)
    expect(typeOf(PLATFORM, afterBody(afterHeaders('bare')))).toBe(ADAPTER)
    expect(typeOf(PLATFORM, afterHeaders('platform'))).toBe(PLATFORM)
  })

  it('is kept when the program names another', () => {
    for (const own of ['text/plain', 'text/plain;charset=utf-8', 'text/html;charset=UTF-8', '']) {
      expect(typeOf(own, 'seen')).toBe(own)
    }
  })
})

it('a Response is made from a body alone, from a text and headers, or by the platform', () => {
  expect(sourceOf('text', null, false)).toBe('bare')
  expect(sourceOf(new Uint8Array(1), null, false)).toBe('bare')
  expect(sourceOf(new ArrayBuffer(1), null, false)).toBe('platform')
  expect(sourceOf(null, null, false)).toBe('platform')
  expect(sourceOf('text', new Headers(), false)).toBe('brought')
  expect(sourceOf('text', new Headers({ 'content-type': 'text/plain' }), true)).toBe('platform')
})
