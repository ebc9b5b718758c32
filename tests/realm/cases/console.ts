/**
 * What the console writes.
 * @module
 */

import type { Cases } from '../case.ts'

export const consoleCases: Cases = {
  'values are shown as Node shows them': ({ written }) => {
    class Item {
      name = 'x'
      #hidden = 1
      get price() {
        return this.#hidden
      }
    }
    const circle: Record<string, unknown> = { a: 1 }
    circle.self = circle
    console.log('text', 1, -0, 1n, true, null, undefined, Symbol('s'))
    console.log({ a: 0, b: 'it is', c: [1, 'two', [3]], d: { e: { f: { g: 1 } } }, 'x-y': undefined })
    console.log(new Item(), new Map([['k', { v: 1 }]]), new Set([1, 'a']), circle)
    console.log(
      [],
      {},
      [undefined, null],
      new Date(0),
      /re/g,
      () => 1,
      class A {},
      Promise.resolve(1) instanceof Promise,
    )
    console.log(Array.from({ length: 120 }, (_, index) => index))
    console.log({ long: 'x'.repeat(100), list: Array.from({ length: 30 }, () => 'word') })
    console.log(new Uint8Array([1, 2, 3]), Object.create(null), [undefined, 1], 'it\'s "quoted"', ["it's"])
    return written()
  },
  'directives are replaced': ({ written }) => {
    console.log('%s is %d and %i and %f', 'x', 1.5, 1.5, '2.5')
    console.log('%j %o', { a: [1] }, { a: 1 })
    console.log('%O and %c100%%', { a: { b: { c: {} } } }, 'color: red')
    console.log('%s', { a: 1 }, 'more', { b: 2 })
    console.log('%x %s')
    return written()
  },
  'messages are shown': ({ written }) => {
    const headers = new Headers({ a: '1', 'set-cookie': 'b=1' })
    headers.append('set-cookie', 'c=2')
    console.log(headers, { headers })
    return written()
  },
  'levels, groups, counters and assertions': ({ written }) => {
    console.info('info')
    console.debug('debug')
    console.warn('warn')
    console.error('error')
    console.group('group')
    console.log('two\nlines', { a: 1 })
    console.group()
    console.log('deeper')
    console.groupEnd()
    console.groupEnd()
    console.log('out')
    console.count()
    console.count('x')
    console.count()
    console.countReset()
    console.count()
    console.assert(true, 'not written')
    console.assert(false, 'written %s', 'with text')
    console.assert(false)
    console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 })
    console.log()
    return written()
  },
  'tables are drawn': ({ written }) => {
    console.table([
      { a: 1, b: 'x' },
      { a: 2, c: { d: 1 } },
    ])
    console.table([1, 'x'])
    console.table({ row: { x: 1 } })
    console.table([
      [1, 2],
      [3, 4],
    ])
    console.table([{ a: 1, b: 2 }], ['b'])
    console.table(new Map([['a', 1]]))
    console.table(new Set(['a']))
    console.table(5)
    return written()
  },
  'errors are shown with their message, cause and properties': ({ written }) => {
    const first = (line: string) => line.split('\n').filter(part => !/^\s+(at |\.\.\. )/.test(part))
    console.log(new RangeError('out of range'))
    console.error('failed:', new Error('outer', { cause: new TypeError('inner') }))
    console.log(Object.assign(new Error('with'), { status: 404 }))
    return written().map(first)
  },
  'times are written': ({ written }) => {
    console.time('t')
    console.timeLog('t', 'more')
    console.timeEnd('t')
    return written().map(line => line.replace(/[\d.]+ms/, 'ms'))
  },
}
