/**
 * What only the realm does: what comes of each is in expectations.ts.
 * @module
 */

import { positionOf } from '../../../src/sandbox/program/stack.ts'
import type { Case } from '../case.ts'
import type { expectations } from '../expectations.ts'

/** Does something with other values in place of properties, and puts the old ones back. */
const withPatched = async <T>(
  patches: readonly (readonly [of: object, name: string, patch: PropertyDescriptor])[],
  run: () => Promise<T>,
): Promise<T> => {
  const before = patches.map(([of, name]) => Reflect.getOwnPropertyDescriptor(of, name))
  for (const [of, name, patch] of patches) Object.defineProperty(of, name, { configurable: true, ...patch })
  try {
    return await run()
  } finally {
    for (const [index, [of, name]] of patches.entries()) Object.defineProperty(of, name, before[index] ?? {})
  }
}
const fail = () => {
  throw new Error('patched')
}
/** Whether logging the value took little time and wrote one line of bounded length. */
const isBounded = (written: () => readonly string[], log: () => void): boolean => {
  const began = performance.now()
  log()
  const lines = written()
  return performance.now() - began < 1_000 && lines.length === 1 && (lines[0] ?? '').length < 8_100
}
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

export const ownCases: Readonly<Record<keyof typeof expectations, Case>> = {
  'fetch says that there is no network': () =>
    fetch('http://example.org/a').catch(error => `${error.name}: ${error.message}`),
  'ways out and ways to end the realm are gone': () =>
    ['WebSocket', 'BroadcastChannel', 'WebTransport', 'IDBFactory', 'CacheStorage', 'FileSystemHandle', 'name'].filter(
      name => name in globalThis,
    ),
  'crypto and performance can be stubbed and restored': () =>
    ['crypto', 'performance'].map(name => {
      const before = Object.getOwnPropertyDescriptor(globalThis, name) ?? {}
      Reflect.deleteProperty(globalThis, name)
      const gone = !(name in globalThis)
      Object.defineProperty(globalThis, name, before)
      return [gone, before.writable === true, Reflect.get(globalThis, name) === before.value]
    }),
  'patched ports and events never show a port of the realm': async () => {
    const seen: unknown[] = []
    const see = function (this: unknown) {
      seen.push(this)
    }
    const patches = [
      [MessagePort.prototype, 'postMessage', { value: see }],
      [MessageEvent.prototype, 'data', { get: see }],
      [Event.prototype, 'target', { get: see }],
    ] as const
    const key = await withPatched(patches, async () => {
      console.log('a line')
      await turn()
      return crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, ['encrypt'])
    })
    return [seen.length, key.type]
  },
  'patched prototypes change no answer of the classes': async () => {
    const patches = [
      [Headers.prototype, 'get', { value: fail }],
      [Headers.prototype, 'has', { value: fail }],
      [Reflect, 'construct', { value: fail }],
      [Reflect, 'apply', { value: fail }],
      [JSON, 'stringify', { value: fail }],
      [ReadableStream.prototype, 'getReader', { value: fail }],
    ] as const
    const [response, text] = await withPatched(patches, async () => {
      const made = Response.json({ a: 1 }, { headers: { 'set-cookie': 'a=1' } })
      return [made.clone(), await new Response(made.body).text()] as const
    })
    return [text, [...response.headers]]
  },
  'large values are logged in bounded time and length': ({ written }) => {
    const wide = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`key${index}`, index]))
    const deep = Array.from({ length: 50_000 }).reduce<object>(inner => ({ inner }), {})
    const tree = Array.from({ length: 100 }, () =>
      Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 1)),
    )
    const error = new Error('x'.repeat(10_000_000))
    const values: unknown[] = [
      wide,
      { wide },
      deep,
      tree,
      error,
      new Uint8Array(50_000_000),
      Array.from({ length: 1_000_000 }),
      { list: Array.from({ length: 1_000_000 }) },
      new Map(Array.from({ length: 100_000 }, (_, index) => [index, { index }])),
      'x'.repeat(100_000_000),
      { text: 'x'.repeat(100_000_000) },
      2n ** 1_000_000n,
    ]
    return values.map(value => isBounded(written, () => console.log('value:', value)))
  },
  'the length that is not shown is counted': ({ written }) => {
    console.log('x'.repeat(10_000))
    return written().map(line => line.slice(7_998))
  },
  'hostile values are logged and throw nothing': ({ written }) => {
    const revoked = Proxy.revocable({}, {})
    revoked.revoke()
    const values: unknown[] = [
      new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail }),
      revoked.proxy,
      Object.defineProperty({}, Symbol.toStringTag, { get: fail }),
      Object.defineProperty(new Error('x'), 'stack', { get: fail }),
      { [Symbol.for('nodejs.util.inspect.custom')]: fail },
      { toString: fail },
    ]
    return values.map(value => isBounded(written, () => console.log('%s', value, value)))
  },
  'a value that logs itself while it is shown comes to an end': ({ written }) => {
    const value = {
      [Symbol.for('nodejs.util.inspect.custom')]: () => {
        console.log(value, value)
        return 'shown'
      },
    }
    console.log(value)
    return written().length < 100
  },
  'a getter is not run by logging it': ({ written }) => {
    let runs = 0
    const value = {
      get price() {
        runs += 1
        return fail()
      },
    }
    console.log(value)
    return [written(), runs]
  },
  "the place of an error is found in the learner's file": async () => {
    const code =
      'const inner = () => {\n  throw new Error("in app.ts:9:9")\n}\nexport default () => inner()\n//# sourceURL=app.ts'
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    const { default: run } = await import(/* @vite-ignore */ url)
    try {
      run()
    } catch (error) {
      return positionOf(error, ['app.ts', 'other.ts'])
    }
    return null
  },
  "a logged error shows the learner's frames and no others": async ({ written }) => {
    const code = 'export default () => console.log(new Error("seen"))\n//# sourceURL=routes/items.ts'
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    const { default: run } = await import(/* @vite-ignore */ url)
    run()
    return written()
  },
  'a run may keep only so many keys': async () => {
    const keep = () => crypto.subtle.importKey('raw', new Uint8Array(16), 'AES-GCM', false, ['encrypt'])
    const kept = await Promise.allSettled(Array.from({ length: 1_100 }, keep))
    const refused = kept.find(result => result.status === 'rejected')
    return refused ? [refused.reason instanceof DOMException, refused.reason.name] : 'none refused'
  },
  'a key that the realm made itself counts as well': async () => {
    const usages: KeyUsage[] = ['sign']
    const keep = () =>
      crypto.subtle.importKey('raw', new Uint8Array(16), { name: 'HMAC', hash: 'SHA-256' }, true, usages)
    const keys = await Promise.all(Array.from({ length: 1_100 }, keep))
    const crossed = await Promise.allSettled(keys.map(key => crypto.subtle.exportKey('raw', key)))
    const refused = crossed.find(result => result.status === 'rejected')
    return refused ? refused.reason.name : 'none refused'
  },
  'nothing is formatted once the log is full': () => {
    let shown = 0
    const value = {
      [Symbol.for('nodejs.util.inspect.custom')]: () => {
        shown += 1
        return 'shown'
      },
    }
    for (let index = 0; index < 1_200; index++) console.log(value)
    return shown
  },
}
