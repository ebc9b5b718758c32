/**
 * The realm's CryptoKey: what the program may know of a key whose material is in the frame, or, for HMAC keys that the
 * realm imported by itself, in a private field.
 * @module
 */

import type { KeyFacts } from './wire.ts'

/** An HMAC key's material and hash, kept here so that signing needs no trip to the frame. */
export interface LocalKey {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly hash: string
}

/** What the realm knows of a key beyond what the program may know. */
export class KeyState {
  constructor(
    readonly facts: KeyFacts,
    /** The frame's number of the key; null as long as only the realm has it. */
    public handle: number | null,
    readonly local: LocalKey | null,
  ) {}
}

let readState: (key: object) => KeyState | null = () => null

/** As the platform's: a program can neither make one nor change it. The state is what a program cannot have. */
export class CryptoKey {
  readonly #state: KeyState
  /** Of the program's own: what it adds to them gives the key no new usage. */
  readonly #usages: readonly KeyUsage[]

  constructor(...args: readonly unknown[]) {
    const [state] = args
    if (!(state instanceof KeyState)) throw new TypeError('Illegal constructor')
    this.#state = state
    this.#usages = [...state.facts.usages]
  }
  get type(): KeyType {
    return this.#state.facts.type
  }
  get extractable(): boolean {
    return this.#state.facts.extractable
  }
  get algorithm(): KeyAlgorithm {
    return this.#state.facts.algorithm
  }
  get usages(): readonly KeyUsage[] {
    return this.#usages
  }
  get [Symbol.toStringTag](): string {
    return 'CryptoKey'
  }
  static {
    readState = key => (#state in key ? key.#state : null)
  }
}

/** Null for anything that is not a key of this realm. */
export const stateOf = (key: object): KeyState | null => readState(key)
