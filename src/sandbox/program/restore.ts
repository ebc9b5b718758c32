/**
 * Puts back what an evaluation of a program changed in its realm: globals, and the built-in objects that programs patch.
 *
 * It runs after programs that may have replaced anything, so it uses nothing but what it took before and plain loops:
 * even `for … of` calls a method that a program can replace.
 * @module
 */

import { isObject } from './is-object.ts'

const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty, getPrototypeOf } = Reflect
const { has } = Set.prototype

interface Remembered {
  readonly holder: object
  readonly keys: readonly PropertyKey[]
  readonly known: ReadonlySet<PropertyKey>
  readonly descriptors: readonly PropertyDescriptor[]
}

const remember = (holder: object): Remembered => {
  const keys = ownKeys(holder)
  return {
    holder,
    keys,
    known: new Set(keys),
    descriptors: keys.map(key => getOwnPropertyDescriptor(holder, key) ?? {}),
  }
}

/** A data property is compared by its value, which costs a tenth of looking at its descriptor. */
const isChanged = (holder: object, key: PropertyKey, before: PropertyDescriptor): boolean => {
  if (before.get === undefined && before.set === undefined) {
    try {
      return (holder as Record<PropertyKey, unknown>)[key] !== before.value
    } catch {
      return true
    }
  }
  const now = getOwnPropertyDescriptor(holder, key)
  return now?.get !== before.get || now?.set !== before.set
}

/** @returns whether everything could be put back: a program may have frozen it */
const putBack = ({ holder, keys, known, descriptors }: Remembered): boolean => {
  let isWhole = true
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    const before = descriptors[index]
    if (key === undefined || before === undefined || !isChanged(holder, key, before)) continue
    isWhole = defineProperty(holder, key, before) && isWhole
  }
  const now = ownKeys(holder)
  // What was there is there again, so more means that something was added.
  if (now.length === keys.length) return isWhole
  for (let index = 0; index < now.length; index += 1) {
    const key = now[index]
    if (key !== undefined && !apply(has, known, [key])) isWhole = deleteProperty(holder, key) && isWhole
  }
  return isWhole
}

/** Built-in objects whose members programs are known to replace, each with its prototype. */
const CLASSES = [
  ...['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'RegExp', 'Date', 'Error'],
  ...['TypeError', 'RangeError', 'Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'Uint8Array', 'Proxy'],
  ...['Request', 'Response', 'Headers', 'URL', 'URLSearchParams', 'FormData', 'Blob', 'File', 'ReadableStream'],
  ...['TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'MessageEvent', 'Crypto'],
]
const OBJECTS = ['Math', 'JSON', 'Reflect', 'Atomics', 'Intl', 'console', 'process', 'crypto', 'performance']

/** Everything that is looked after, the global object first. */
const holdersOf = (scope: typeof globalThis): readonly object[] => {
  const named = (name: string): unknown => Reflect.get(scope, name)
  const classes = CLASSES.map(named).flatMap(found => (isObject(found) ? [found, Reflect.get(found, 'prototype')] : []))
  const hidden = [
    getPrototypeOf(getPrototypeOf([][Symbol.iterator]()) ?? {}),
    getPrototypeOf([][Symbol.iterator]()),
    getPrototypeOf(Uint8Array),
    getPrototypeOf(Uint8Array.prototype),
    getPrototypeOf(async () => undefined),
  ]
  return [...new Set([scope, ...classes, ...OBJECTS.map(named), ...hidden].filter(isObject))]
}

/**
 * Remembers the realm as it is now: call it when everything of ours is installed.
 * @returns what makes it so again; its answer is false when that was not possible
 */
export const rememberRealm = (scope: typeof globalThis): (() => boolean) => {
  const remembered = holdersOf(scope).map(remember)
  return () => {
    let isWhole = true
    for (let index = 0; index < remembered.length; index += 1) {
      const one = remembered[index]
      if (one && !putBack(one)) isWhole = false
    }
    return isWhole
  }
}
