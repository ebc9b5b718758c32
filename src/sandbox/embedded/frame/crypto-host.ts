/**
 * Cryptography for realms: the frame's document is a secure context, its workers are not. Every key that a realm makes
 * or imports stays here and is dropped with the realm.
 * @module
 */

import type {
  CryptoResult,
  FromCryptoHost,
  SubtleMethod,
  ToCryptoHost,
  WireKey,
  WireValue,
} from '../realm/crypto/wire.ts'
import { readCryptoCall } from './read-call.ts'
import { refuseEndless } from './refuse-endless.ts'

/**
 * Keys that one realm may have at a time. Far more than programs use, because a key that was dropped counts until the
 * realm's garbage is collected.
 */
const KEY_LIMIT = 65_536
/** Calls of one realm that the platform works on at a time; what it has begun, it ends, even when the realm is gone. */
const TOGETHER = 2
/** Calls of one realm that wait. A realm itself sends 32 at most, so more come from a program that floods the frame. */
const MOST_WAITING = 64

type Keys = Map<number, CryptoKey | Promise<CryptoKey>>

const tooMany = (): DOMException =>
  new DOMException('could not keep the key: because this run has too many already', 'QuotaExceededError')

const unwire = async (value: WireValue, keys: Keys): Promise<unknown> => {
  switch (value.type) {
    case 'plain':
      return value.value
    case 'bytes':
      return new Uint8Array(value.bytes)
    case 'key': {
      const key = keys.get(value.key)
      // Only a key that came when there were too many is not here.
      if (!key) throw tooMany()
      return key
    }
    case 'list':
      return Promise.all(value.items.map(item => unwire(item, keys)))
    case 'dictionary':
      return Object.fromEntries(
        await Promise.all(value.members.map(async ([name, member]) => [name, await unwire(member, keys)] as const)),
      )
  }
}

const isPair = (value: object): value is CryptoKeyPair => 'publicKey' in value && 'privateKey' in value

/** What crosses back: keys become numbers, everything else is plain data already. */
const resultOf = (value: unknown, keep: (key: CryptoKey) => WireKey): CryptoResult => {
  if (typeof value === 'boolean') return { type: 'value', value }
  if (typeof value !== 'object' || value === null) throw new TypeError('The operation gave no result.')
  if (value instanceof CryptoKey) return { type: 'key', key: keep(value) }
  if (isPair(value)) {
    return { type: 'pair', publicKey: keep(value.publicKey), privateKey: keep(value.privateKey) }
  }
  return { type: 'value', value }
}

const failure = (error: unknown): CryptoResult => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return { type: 'error', name, message, isDomException: error instanceof DOMException }
}

/** Answers a realm's calls until its port is closed or collected. */
export const serveCrypto = (port: MessagePort, keyLimit = KEY_LIMIT): void => {
  const keys: Keys = new Map()
  let lastKey = 0
  let waiting: Extract<ToCryptoHost, { type: 'call' }>[] = []
  let underWay = 0

  const keep = (key: CryptoKey): WireKey => {
    if (keys.size >= keyLimit) throw tooMany()
    lastKey += 1
    keys.set(lastKey, key)
    const { type, extractable, algorithm, usages } = key
    return { key: lastKey, type, extractable, algorithm, usages }
  }
  const perform = async (method: SubtleMethod, args: readonly WireValue[]): Promise<CryptoResult> => {
    try {
      const values = await Promise.all(args.map(arg => unwire(arg, keys)))
      refuseEndless(values)
      return resultOf(await Reflect.apply(crypto.subtle[method], crypto.subtle, values), keep)
    } catch (error) {
      return failure(error)
    }
  }
  const answer = async ({ call, method, args }: Extract<ToCryptoHost, { type: 'call' }>): Promise<void> => {
    underWay += 1
    const result = await perform(method, args)
    underWay -= 1
    const reply: FromCryptoHost = { call, result }
    const isBuffer = result.type === 'value' && result.value instanceof ArrayBuffer
    port.postMessage(reply, isBuffer ? [result.value] : [])
    next()
  }
  const next = (): void => {
    const call = underWay < TOGETHER ? waiting.shift() : undefined
    if (call) void answer(call)
  }
  const end = (): void => {
    waiting = []
    keys.clear()
    port.close()
  }
  const adopt = ({ key, bytes, hash, extractable, usages }: Extract<ToCryptoHost, { type: 'adopt' }>): void => {
    if (keys.size >= keyLimit) return
    const adopted = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, extractable, usages)
    // Whoever uses the key is told; nobody else waits for it.
    adopted.catch(() => undefined)
    keys.set(key, adopted)
  }
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readCryptoCall(data)
    // Only a program that speaks in its realm's name sends anything else; its own calls have no answer then.
    if (message === null || waiting.length >= MOST_WAITING) return end()
    switch (message.type) {
      case 'call':
        waiting.push(message)
        return next()
      case 'adopt':
        return adopt(message)
      case 'free':
        return void keys.delete(message.key)
    }
  }
  port.addEventListener('close', end)
}
