import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { describeError, positionOf } from './stack.ts'

const paths = ['app.ts', 'routes/items.ts', 'items.ts']
const withStack = (stack: string, message = 'no') => Object.assign(new Error(message), { stack })

describe('positionOf', () => {
  it('takes the innermost frame that is in a learner file', () => {
    const stack = [
      'Error: no',
      '    at dispatch (blob:null/1b2c:10:20)',
      '    at async handler (routes/items.ts:4:9)',
      '    at app.ts:1:2',
    ].join('\n')
    expect(positionOf(withStack(stack), paths)).toEqual({ path: 'routes/items.ts', line: 4, column: 9 })
  })

  it('reads frames without a function, of constructors and of Firefox', () => {
    const at = (frame: string) => positionOf(withStack(`Error: no\n${frame}`), paths)
    expect(at('    at app.ts:1:2')).toEqual({ path: 'app.ts', line: 1, column: 2 })
    expect(at('    at async app.ts:1:2')).toEqual({ path: 'app.ts', line: 1, column: 2 })
    expect(at('    at new Store (items.ts:3:4)')).toEqual({ path: 'items.ts', line: 3, column: 4 })
    expect(at('    at Object.get [as name] (app.ts:5:6)')).toEqual({ path: 'app.ts', line: 5, column: 6 })
    expect(positionOf(withStack('handler@app.ts:4:9\n@blob:null/1:1:1'), paths)).toEqual({
      path: 'app.ts',
      line: 4,
      column: 9,
    })
  })

  it('reads the file URLs of Node, the longest path that fits, and leaves packages out', () => {
    const stack = [
      'Error: no',
      '    at file:///run/node_modules/hono/app.ts:1:1',
      '    at handler (file:///run/routes/items.ts:7:8)',
    ].join('\n')
    expect(positionOf(withStack(stack), paths)).toEqual({ path: 'routes/items.ts', line: 7, column: 8 })
  })

  it('is not misled by a message that looks like a frame', () => {
    const message = 'first\n    at handler (app.ts:9:9)'
    expect(positionOf(withStack(`Error: ${message}\n    at app.ts:2:3`, message), paths)?.line).toBe(2)
    expect(positionOf(withStack(`Error: ${message}`, message), paths)).toBeNull()
  })

  it('is null when no frame is in a file of the program, or there is no stack', () => {
    expect(positionOf(withStack('Error: no\n    at blob:null/1:1:1\n    at other-app.ts:1:1'), paths)).toBeNull()
    for (const thrown of ['text', null, undefined, 5, {}]) expect(positionOf(thrown, paths)).toBeNull()
    const hostile = Object.defineProperty({}, 'stack', {
      get() {
        throw new Error('hostile')
      },
    })
    expect(positionOf(hostile, paths)).toBeNull()
  })
})

describe('describeError', () => {
  it('gives name and message of errors, of other realms too', () => {
    expect(describeError(new RangeError('too far'))).toBe('RangeError: too far')
    expect(describeError(new Error())).toBe('Error')
    expect(describeError(Object.assign(new Error('m'), { name: 'Own' }))).toBe('Own: m')
    expect(describeError(new DOMException('gone', 'AbortError'))).toBe('AbortError: gone')
    expect(describeError(runInNewContext('new TypeError("elsewhere")'))).toBe('TypeError: elsewhere')
  })

  it('shows any other value', () => {
    expect(describeError('just text')).toBe('just text')
    expect(describeError({ status: 404 })).toBe('{ status: 404 }')
    expect([describeError(null), describeError(undefined), describeError(5)]).toEqual(['null', 'undefined', '5'])
  })

  it('gives a bounded text for hostile values', () => {
    expect(describeError(new Error('x'.repeat(1_000_000))).length).toBeLessThan(2_100)
    expect(describeError('x'.repeat(1_000_000)).length).toBeLessThan(2_100)
    const throwing = () => {
      throw new Error('hostile')
    }
    const hostile: unknown[] = [
      new Proxy(new Error('x'), { get: throwing, getPrototypeOf: throwing }),
      Object.defineProperties(new Error('x'), { name: { get: throwing }, message: { get: throwing } }),
      { toString: throwing, [Symbol.toPrimitive]: throwing },
    ]
    for (const value of hostile) expect(typeof describeError(value)).toBe('string')
  })
})
