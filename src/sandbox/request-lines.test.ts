import { describe, expect, it } from 'vitest'
import { requestLines } from './request-lines.ts'

const lines = (method: string, headers: readonly (readonly [string, string])[], size: number | null) =>
  requestLines({ method, headers }, 'localhost', size).map(line => line.join(': '))

describe('requestLines', () => {
  it('adds the host and the length of a body around what the request says', () => {
    expect(lines('POST', [['X-Own', '1']], 5)).toEqual(['host: localhost', 'X-Own: 1', 'content-length: 5'])
    expect(lines('GET', [], 5)).toEqual(['host: localhost', 'content-length: 5'])
  })

  it('says that there is no body only where a method is used with one', () => {
    expect(lines('PUT', [], null)).toEqual(['host: localhost', 'content-length: 0'])
    expect(lines('GET', [], null)).toEqual(['host: localhost'])
    expect(lines('DELETE', [], null)).toEqual(['host: localhost'])
  })

  it('keeps what the request says itself, whatever its case', () => {
    const own = [
      ['Host', 'api.example'],
      ['Content-Length', '7'],
    ] as const
    expect(lines('POST', own, 5)).toEqual(['Host: api.example', 'Content-Length: 7'])
    expect(lines('POST', [['Transfer-Encoding', 'chunked']], 5)).not.toContain('content-length: 5')
  })
})
