/**
 * Replaces a platform class's constructor and keeps its prototype, so that `instanceof`, `.constructor`, `clone()`,
 * the class's static methods and a learner's subclasses stay right. A subclass in its place would break them.
 * @module
 */

import { defineProperty, getOwnPropertyDescriptor, type RealmScope, setGlobal } from '../primordials.ts'

export type NewTarget = CallableFunction | NewableFunction

/** Makes an object from the arguments of `new`, whose prototype is `newTarget`'s. */
type Build = (args: readonly unknown[], newTarget: NewTarget) => object

/**
 * Sets the global `name` to a function with the platform class's prototype, name, length and static members.
 */
export const replaceConstructor = (scope: RealmScope, name: 'Request' | 'Response', build: Build): void => {
  const native: typeof scope.Request | typeof scope.Response = scope[name]
  function Patched(this: unknown, ...args: unknown[]): object {
    if (new.target === undefined) throw new TypeError(`Class constructor ${name} cannot be invoked without 'new'`)
    return build(args, new.target)
  }
  for (const key of Reflect.ownKeys(native)) {
    const member = getOwnPropertyDescriptor(native, key)
    if (member !== undefined) defineProperty(Patched, key, member)
  }
  setGlobal(native.prototype, 'constructor', Patched)
  setGlobal(scope, name, Patched)
}
