// biome-ignore-all lint/suspicious/noSparseArray: it is shown
import { Hono } from 'hono'

class Point {
  readonly #hidden = 1
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  get sum() {
    return this.x + this.y + this.#hidden
  }
}

const app = new Hono()
const shows: Record<string, () => void> = {
  plain: () => console.log('text', 1, -0, true, null, undefined, 10n, Symbol('s'), 1.5, Number.NaN),
  formats: () =>
    console.log(
      '%s is %d years and %i months, %f, %j, %o, %O, %%, %c.',
      'Ann',
      7.5,
      7.9,
      '1.5',
      { a: 1 },
      [1],
      { b: 2 },
      'css',
      'rest',
    ),
  objects: () =>
    console.log({ a: 1, b: 'two', c: [1, 2, { d: 3 }], 'odd key': null, nested: { deep: { deeper: { deepest: 1 } } } }),
  arrays: () =>
    console.log(
      [1, 'a', undefined, , 3],
      Array.from({ length: 120 }, (_, index) => index),
      [],
    ),
  collections: () => console.log(new Map([['a', { b: 1 }]]), new Set([1, 'x']), new WeakMap(), new Map()),
  classes: () => console.log(new Point(1, 2), Point, class extends Point {}, new (class Empty {})()),
  functions: () =>
    console.log(
      () => 1,
      function named() {},
      async () => 1,
      function* generator() {},
      Math.max,
    ),
  dates: () => console.log(new Date(0), [new Date(Number.NaN)]),
  bytes: () => console.log(new Uint8Array([1, 2, 3]), new ArrayBuffer(3), new DataView(new ArrayBuffer(2))),
  circles: () => {
    const one: Record<string, unknown> = { name: 'one' }
    one.self = one
    console.log(one)
  },
  strings: () => console.log(["it's", '"quoted"', 'line\nbreak', 'ü\u0000', '`'], 'line\nbreak'),
  long: () => console.log({ text: 'x'.repeat(200), list: ['a'.repeat(60), 'b'.repeat(60)] }),
  promises: () =>
    console.log(
      new Promise(() => undefined),
      Promise.reject(new Error('x')).catch(() => 1),
      new Promise(() => undefined),
    ),
  settled: () => console.log(Promise.resolve(1)),
  getters: () =>
    console.log({
      get a() {
        return 1
      },
      set b(_: number) {},
      get c() {
        return 2
      },
      set c(_) {},
    }),
  errors: () => console.log(new Error('logged')),
  nested: () => console.log({ error: new RangeError('inside') }),
  levels: () => {
    console.debug('debug')
    console.info('info')
    console.warn('warn')
    console.error('error')
    console.trace('traced')
  },
  groups: () => {
    console.group('group')
    console.log('inside')
    console.group()
    console.log('two\nlines')
    console.groupEnd()
    console.groupEnd()
    console.log('outside')
  },
  tables: () => {
    console.table([
      { a: 1, b: 'x' },
      { a: 2, c: true },
    ])
    console.table([[1, 2], [3]])
    console.table('text')
    console.table(new Map([['k', 1]]))
  },
  counts: () => {
    console.count()
    console.count('own')
    console.count()
    console.countReset()
    console.count()
    console.assert(true, 'never')
    console.assert(false, 'wrong', { a: 1 })
    console.assert(false)
  },
  dirs: () => {
    console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 })
    console.dirxml({ a: 1 })
    console.log()
    console.log('')
  },
  symbols: () =>
    console.log(
      { [Symbol('key')]: 1, [Symbol.toStringTag]: 'Tagged' },
      Object.create(null),
      Object.create({ inherited: 1 }),
    ),
  boxed: () =>
    console.log(new String('s'), Object(1n), new Number(-0), /a+/gi, new Boolean(false), Object(Symbol('s'))),
  proxies: () => console.log(new Proxy({ a: 1 }, {}), new Proxy(() => 1, {})),
  web: () =>
    console.log(new URL('http://a.example/b?c=1#d'), new URLSearchParams('a=1&b=2'), new Headers({ a: '1', b: '2' })),
  requests: () => console.log(new Request('http://a.example/', { method: 'POST' }), new Response('x', { status: 201 })),
  aborted: () => console.log(AbortSignal.abort(), new AbortController().signal, new EventTarget()),
  files: () => console.log(new Blob(['abc']), new File(['x'], 'a.txt', { lastModified: 5 }), new FormData()),
  custom: () =>
    console.log(
      { toJSON: () => 1, toString: () => 'x' },
      { [Symbol.for('nodejs.util.inspect.custom')]: () => 'inspected' },
    ),
  iterators: () => console.log([1].values(), 'ab'[Symbol.iterator]()),
  entries: () => console.log(new Map([[1, 2]]).entries()),
  globals: () => console.log(Math, JSON, globalThis === global, typeof structuredClone),
  many: () => {
    for (let line = 1; line <= 50; line++) console.log('line', line)
  },
}
for (const [name, show] of Object.entries(shows)) {
  app.get(`/${name}`, c => {
    show()
    return c.text(name)
  })
}

export default app
