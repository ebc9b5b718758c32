/**
 * The global object as a server's.
 * @module
 */

import type { Cases } from '../case.ts'

const replaced = (name: 'setTimeout' | 'fetch') => {
  const before = Object.getOwnPropertyDescriptor(globalThis, name)
  Reflect.set(globalThis, name, 'replaced')
  const during = globalThis[name] as unknown
  Reflect.deleteProperty(globalThis, name)
  const gone = name in globalThis
  Object.defineProperty(globalThis, name, before ?? {})
  return [before !== undefined, during, gone, typeof globalThis[name]]
}

export const globalCases: Cases = {
  'process is that of a server': () => [
    typeof process.env,
    process.release.name,
    Array.isArray(process.argv),
    typeof process.cwd(),
    typeof process.uptime(),
    'NO_SUCH_VARIABLE' in process.env,
  ],
  'process has a number, a platform and a clock': () => {
    const since = process.hrtime()
    const [seconds, nanoseconds] = process.hrtime(since)
    return [
      [typeof process.pid, typeof process.platform],
      [seconds, nanoseconds >= 0 && nanoseconds < 1_000_000_000],
      process.hrtime.bigint() >= BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]),
    ]
  },
  'process.env holds text': () => {
    Reflect.set(process.env, 'NUMBER', 7)
    const value = process.env.NUMBER
    delete process.env.NUMBER
    return [value, 'NUMBER' in process.env]
  },
  'process.nextTick runs before the next turn': async () => {
    const order: string[] = []
    await new Promise<void>(resolve => {
      setImmediate(() => {
        order.push('immediate')
        resolve()
      })
      process.nextTick((text: string) => order.push(text), 'tick')
      order.push('now')
    })
    return order
  },
  'process is an emitter': () => {
    const heard: unknown[] = []
    const listener = (...args: unknown[]) => heard.push(args)
    process.on('case' as 'exit', listener)
    process.once('case' as 'exit', listener)
    process.emit('case' as 'exit', 1)
    process.off('case' as 'exit', listener)
    return [heard, process.emit('case' as 'exit', 2), heard.length]
  },
  'setImmediate passes arguments and can be cleared': async () => {
    const heard: unknown[] = []
    const cleared = setImmediate(() => heard.push('cleared'))
    clearImmediate(cleared)
    await new Promise<void>(resolve => {
      setImmediate(
        (a: number, b: number) => {
          heard.push(a, b)
          resolve()
        },
        1,
        2,
      )
    })
    return heard
  },
  'global is globalThis': () => [global === globalThis, typeof setImmediate, typeof clearImmediate],
  'globals can be replaced, deleted and restored': () => [replaced('setTimeout'), replaced('fetch')],
  'functions of the global object work by themselves': () => {
    const { structuredClone: clone, atob: decode, setTimeout: later, clearTimeout: never } = globalThis
    never(later(() => undefined, 1_000))
    return [clone({ a: 1 }), decode('YQ=='), typeof queueMicrotask]
  },
  'what a server has is there': () =>
    ['AbortController', 'Blob', 'File', 'FormData', 'TextEncoder', 'URL', 'URLSearchParams', 'MessageChannel'].map(
      name => typeof Reflect.get(globalThis, name),
    ),
  'what a server lacks is not there': () =>
    [
      ...['Worker', 'SharedWorker', 'importScripts', 'XMLHttpRequest', 'EventSource', 'indexedDB', 'caches'],
      ...['FileReader', 'FileReaderSync', 'Notification', 'postMessage', 'onmessage', 'close', 'requestAnimationFrame'],
      ...['self', 'location', 'origin', 'isSecureContext', 'WorkerGlobalScope', 'onerror', 'reportError', 'scheduler'],
    ].map(name => name in globalThis),
}
