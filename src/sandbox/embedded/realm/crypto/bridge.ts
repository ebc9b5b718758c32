/**
 * The realm's side of the way to the frame's `crypto.subtle`.
 * @module
 */

import { openPort } from '../port.ts'
import type { RealmScope } from '../primordials.ts'
import { CryptoKey, KeyState, stateOf } from './crypto-key.ts'
import { revivedError } from './errors.ts'
import { type Marshalled, marshal } from './marshal.ts'
import type { CryptoResult, FromCryptoHost, SubtleMethod, ToCryptoHost, WireKey } from './wire.ts'

/** Calls that are in the frame at a time; further ones wait here. */
const IN_FLIGHT = 32

interface Call extends Marshalled {
  readonly method: SubtleMethod
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

export interface Bridge {
  /** Resolves to what the frame's method of that name resolves to; rejects as it rejects. */
  readonly call: (method: SubtleMethod, args: readonly unknown[]) => Promise<unknown>
  /** The program's object for a key; its number is given back to the frame when the program has dropped it. */
  readonly keyFor: (state: KeyState) => CryptoKey
}

const isReply = (data: unknown): data is FromCryptoHost => typeof data === 'object' && data !== null && 'result' in data

export const openBridge = (scope: RealmScope, messagePort: MessagePort): Bridge => {
  const port = openPort(messagePort)
  const post = (message: ToCryptoHost, transfer?: Transferable[]): void => port.post(message, transfer)
  const inFlight = new Map<number, Call>()
  const waiting: Call[] = []
  let lastCall = 0
  let lastLocalKey = 0

  const dropped = new scope.FinalizationRegistry<KeyState>(({ handle }) => {
    if (handle !== null) post({ type: 'free', key: handle })
  })
  const keyFor = (state: KeyState): CryptoKey => {
    const key = new CryptoKey(state)
    dropped.register(key, state)
    return key
  }
  const keyFrom = ({ key, ...facts }: WireKey): CryptoKey => keyFor(new KeyState(facts, key, null))

  /** Messages arrive in order, so a key that is given now is there for the call that follows. */
  const handleOf = (key: object): number => {
    const state = stateOf(key)
    if (!state) throw new TypeError('could not use the key: because it is not a CryptoKey')
    if (state.handle === null && state.local) {
      lastLocalKey -= 1
      state.handle = lastLocalKey
      const { bytes, hash } = state.local
      const { extractable, usages } = state.facts
      post({ type: 'adopt', key: lastLocalKey, bytes: bytes.slice().buffer, hash, extractable, usages })
    }
    return state.handle ?? 0
  }
  const revive = (result: Exclude<CryptoResult, { type: 'error' }>): unknown => {
    switch (result.type) {
      case 'value':
        return result.value
      case 'key':
        return keyFrom(result.key)
      case 'pair':
        return { publicKey: keyFrom(result.publicKey), privateKey: keyFrom(result.privateKey) }
    }
  }
  const next = (): void => {
    const call = inFlight.size < IN_FLIGHT ? waiting.shift() : undefined
    if (!call) return
    lastCall += 1
    inFlight.set(lastCall, call)
    post({ type: 'call', call: lastCall, method: call.method, args: call.args }, call.transfer)
  }
  port.listen(data => {
    if (!isReply(data)) return
    const call = inFlight.get(data.call)
    inFlight.delete(data.call)
    next()
    if (data.result.type === 'error') call?.reject(revivedError(data.result))
    else call?.resolve(revive(data.result))
  })
  return {
    keyFor,
    call: (method, args) =>
      new Promise((resolve, reject) => {
        waiting.push({ method, resolve, reject, ...marshal(args, handleOf) })
        next()
      }),
  }
}
