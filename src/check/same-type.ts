/**
 * Whether two types say the same, for the compiler to prove.
 * @module
 */

import type { Json, Predicate, Subject } from './expectation.ts'

/** Stands where a property may be left out, so that one that cannot be is another type. */
interface LeftOut {
  readonly leftOut: true
}

type Scalar = string | number | boolean | null | undefined

/** Types that hold themselves: they are proved by themselves, and not looked into where they are used. */
interface Recursive {
  readonly json: Json
  readonly subject: Subject
  readonly predicate: Predicate
}

type NameOf<Type> = {
  [Name in keyof Recursive]: [Type] extends [Recursive[Name]]
    ? [Recursive[Name]] extends [Type]
      ? Name
      : never
    : never
}[keyof Recursive]

type Inside<Type> = [NameOf<Type>] extends [never] ? Explicit<Type> : { readonly is: NameOf<Type> }

/** All of a type, however deep: nothing writable, and every property that may be left out says so by its type. */
type Explicit<Type> = Type extends Scalar
  ? Type
  : Type extends readonly unknown[]
    ? { readonly [Key in keyof Type]: Inside<Type[Key]> }
    : {
        readonly [Key in keyof Type]-?:
          | Inside<Exclude<Type[Key], undefined>>
          | (Record<never, never> extends Pick<Type, Key> ? LeftOut : never)
      }

/** True when each can stand for the other, else a text that says which cannot. */
export type Same<One, Other> = [Explicit<One>] extends [Explicit<Other>]
  ? [Explicit<Other>] extends [Explicit<One>]
    ? true
    : 'the second is not the first'
  : 'the first is not the second'
