/**
 * The program's console: Node's methods, written as lines of text to whoever keeps the log.
 * @module
 */

import type { LogLevel } from '../../../http/http.ts'
import { clip, formatArguments, inspectValue, TEXT_LIMIT, UNSHOWABLE } from '../../program/inspect-value.ts'
import { formatTable } from './console-table.ts'
import { type RealmScope, setGlobal } from './primordials.ts'

/** Takes one formatted call; false means that it was dropped and that nothing more will be kept. */
export type WriteLine = (level: LogLevel, text: string) => boolean

/** Console calls inside each other: a value's own inspect function may log the value. */
const NESTED = 3

/** Characters of the deepest indentation. */
const DEEPEST = 100

/** Milliseconds as `console.time` prints them. */
const duration = (ms: number): string => (ms >= 1_000 ? `${(ms / 1_000).toFixed(3)}s` : `${Number(ms.toFixed(3))}ms`)

/** A label of a counter or timer. */
const nameOf = (label: unknown): string => clip(typeof label === 'string' ? label : inspectValue(label), 100)

/**
 * Replaces the global console. Nothing is formatted once `write` has answered false: a program that logs for ever must
 * not spend its time limit on text that nobody will see.
 */
export const installConsole = (scope: RealmScope, write: WriteLine): void => {
  const now = scope.performance.now.bind(scope.performance)
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()
  let indentation = ''
  let open = true
  let nested = 0

  const textOf = (make: () => string): string => {
    nested += 1
    try {
      return nested > NESTED ? '[a console call from inside a value that is being shown]' : make()
    } catch {
      return UNSHOWABLE
    } finally {
      nested -= 1
    }
  }
  const line = (level: LogLevel, text: () => string): void => {
    if (!open) return
    const plain = textOf(text)
    const indented = indentation === '' ? plain : indentation + plain.replaceAll('\n', `\n${indentation}`)
    // The text itself is within its limit; many short lines in a deep group are what this is for.
    open = write(level, clip(indented, 2 * TEXT_LIMIT))
  }
  const at =
    (level: LogLevel) =>
    (...args: unknown[]): void =>
      line(level, () => formatArguments(args))
  const warn = at('warn')

  const elapsed = (label: string, rest: readonly unknown[]): void => {
    const began = timers.get(label)
    if (began === undefined) warn(`Warning: No such label '${label}' for console.time()`)
    else line('log', () => formatArguments([`${label}: ${duration(now() - began)}`, ...rest]))
  }
  const group = (...args: unknown[]): void => {
    if (args.length > 0) line('log', () => formatArguments(args))
    indentation = `${indentation}  `.slice(0, DEEPEST)
  }

  const console = {
    log: at('log'),
    info: at('info'),
    warn,
    error: at('error'),
    debug: at('debug'),
    dirxml: at('log'),
    trace(...args: unknown[]): void {
      const { stack = '' } = new Error()
      // The first two lines are the error's name and this method.
      const frames = stack.split('\n').slice(2).join('\n')
      line('error', () => formatArguments([`Trace${args.length > 0 ? ': ' : ''}${formatArguments(args)}\n${frames}`]))
    },
    dir(value: unknown, options: { depth?: number } = {}): void {
      line('log', () => inspectValue(value, options))
    },
    table(data: unknown, columns?: readonly string[]): void {
      line('log', () => clip(formatTable(data, columns) ?? formatArguments([data]), TEXT_LIMIT))
    },
    assert(condition: unknown, ...args: unknown[]): void {
      if (condition) return
      const [first, ...rest] = args
      if (args.length === 0) warn('Assertion failed')
      else if (typeof first === 'string') warn(`Assertion failed: ${first}`, ...rest)
      else warn('Assertion failed:', ...args)
    },
    count(label: unknown = 'default'): void {
      const name = nameOf(label)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      line('log', () => `${name}: ${count}`)
    },
    countReset(label: unknown = 'default'): void {
      counts.delete(nameOf(label))
    },
    group,
    groupCollapsed: group,
    groupEnd(): void {
      indentation = indentation.slice(2)
    },
    time(label: unknown = 'default'): void {
      timers.set(nameOf(label), now())
    },
    timeLog(label: unknown = 'default', ...rest: unknown[]): void {
      elapsed(nameOf(label), rest)
    },
    timeEnd(label: unknown = 'default'): void {
      elapsed(nameOf(label), [])
      timers.delete(nameOf(label))
    },
    clear(): void {},
  }
  setGlobal(scope, 'console', console)
}
