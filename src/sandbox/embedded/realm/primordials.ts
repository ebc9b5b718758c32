/**
 * What the realm's own modules use of the platform, taken before a program can replace it: a program that patches
 * `Reflect` or a prototype changes its own answers and nothing else.
 * @module
 */

export { isObject } from '../../program/is-object.ts'

export const { apply, construct, getOwnPropertyDescriptor } = Reflect
export const { defineProperty, getPrototypeOf } = Object

/** The global object of a realm. */
export type RealmScope = typeof globalThis

const missing = (name: string): TypeError =>
  new TypeError(`could not prepare the realm: because this browser has no ${name}; use a newer browser`)

/** The getter of an accessor property as a function of the object it is read from. */
export const getterOf = <T extends object, K extends keyof T & string>(prototype: T, name: K): ((of: T) => T[K]) => {
  const getter = getOwnPropertyDescriptor(prototype, name)?.get
  if (getter === undefined) throw missing(name)
  return of => apply(getter, of, [])
}

/** A method as a function whose first parameter is `this`. */
export const methodOf =
  <T extends object, A extends readonly unknown[], R>(method: (this: T, ...args: A) => R): ((of: T, ...args: A) => R) =>
  (of, ...args) =>
    apply(method, of, args)

/** Puts accessors and methods of an object literal onto a prototype, with the flags that the platform's own have. */
export const patch = <T extends object>(prototype: T, members: object & ThisType<T>): void => {
  for (const key of Reflect.ownKeys(members)) {
    const member = getOwnPropertyDescriptor(members, key)
    if (member === undefined) continue
    const enumerable = typeof key === 'string'
    defineProperty(prototype, key, { ...member, enumerable, configurable: true })
  }
}

/** Sets a global as the platform's classes are set: writable, configurable, not enumerable. */
export const setGlobal = (scope: object, name: string, value: unknown): void => {
  defineProperty(scope, name, { value, writable: true, enumerable: false, configurable: true })
}
