/**
 * What a program writes, as lines: calls of `console`, formatted by Node's own, and text written to `process.stdout` and
 * `process.stderr`, which are replaced.
 * @module
 */

import { Console } from 'node:console'
import { Writable } from 'node:stream'
import type { LogLevel } from '../../http/http.ts'
import { clip, TEXT_LIMIT } from '../program/inspect-value.ts'

/** Takes one line; false means that nothing more will be kept. */
export type WriteLine = (level: LogLevel, text: string) => boolean

export interface Output {
  /** Hands over the start of a line that the program has not ended. */
  flush(): void
}

/** Methods of `console` that write, with the level of their lines. */
const LEVELS: Readonly<Record<string, LogLevel>> = {
  log: 'log',
  info: 'info',
  debug: 'debug',
  warn: 'warn',
  error: 'error',
  dir: 'log',
  dirxml: 'log',
  table: 'log',
  trace: 'error',
  assert: 'warn',
  count: 'log',
  group: 'log',
  groupCollapsed: 'log',
  timeLog: 'log',
  timeEnd: 'log',
}

// Frames of Node, of packages and of the runner: the learner's files have plain names.
const FOREIGN_FRAMES = /\n\s+at [^\n]*\b(?:file|node):[^\n]*/g

/** The adapter says on the console what the exchange says as its failure: that an answer broke off. */
const isAdapterReport = (): boolean =>
  /\bhandleResponseError \([^\n]*@hono\/node-server\//.test(new Error().stack ?? '')

type Method = (...args: unknown[]) => void

/** Call it before any code of the program runs. */
export const captureOutput = (write: WriteLine): Output => {
  let open = true
  let level: LogLevel | null = null
  const line = (at: LogLevel, text: string): void => {
    const short = text.includes(' at ') ? text.replace(FOREIGN_FRAMES, '') : text
    open = open && write(at, clip(short, TEXT_LIMIT))
  }

  const flushes: (() => void)[] = []
  const stream = (name: 'stdout' | 'stderr', plain: LogLevel): Writable => {
    let rest = ''
    flushes.push(() => {
      if (rest !== '') line(plain, rest)
      rest = ''
    })
    const writable = new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, done) {
        const text = typeof chunk === 'string' ? chunk : chunk.toString('utf8')
        if (level !== null) line(level, text.replace(/\n$/, ''))
        else {
          const [last = '', ...lines] = (rest + text).split('\n').reverse()
          for (const whole of lines.reverse()) line(plain, whole)
          rest = last.slice(0, TEXT_LIMIT)
        }
        done()
      },
    })
    Object.defineProperty(process, name, { value: writable, configurable: true, enumerable: true, writable: true })
    return writable
  }
  const node = new Console({ stdout: stream('stdout', 'log'), stderr: stream('stderr', 'error'), colorMode: false })

  for (const name of Reflect.ownKeys(node)) {
    const method: unknown = Reflect.get(node, name)
    if (typeof name !== 'string' || typeof method !== 'function' || !Object.hasOwn(console, name)) continue
    const at = LEVELS[name]
    const call: Method = (...args) => {
      if (!open || (name === 'error' && isAdapterReport())) return
      const before = level
      level = at ?? level
      try {
        Reflect.apply(method, node, args)
      } finally {
        level = before
      }
    }
    Object.defineProperty(call, 'name', { value: name })
    Reflect.set(console, name, call)
  }
  return {
    flush: () => {
      for (const flush of flushes) flush()
    },
  }
}
