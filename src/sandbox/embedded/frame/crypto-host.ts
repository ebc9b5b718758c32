/**
 * Cryptography for realms: the frame's document is a secure context, its workers are not. Every key that a realm makes
 * or imports stays here and is dropped with the realm.
 * @module
 */

import {
  type CryptoResult,
  type FromCryptoHost,
  METHODS,
  type SubtleMethod,
  type ToCryptoHost,
  type WireKey,
  type WireValue,
} from '../realm/crypto/wire.ts'

/**
 * Keys that one realm may have at a time. Far more than programs use, because a key that was dropped counts until the
 * realm's garbage is collected.
 */
const KEY_LIMIT = 65_536

type Keys = Map<number, CryptoKey | Promise<CryptoKey>>

const unwire = async (value: WireValue, keys: Keys): Promise<unknown> => {
  switch (value.type) {
    case 'plain':
      return value.value
    case 'bytes':
      return new Uint8Array(value.bytes)
    case 'key':
      return keys.get(value.key)
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

  const keep = (key: CryptoKey): WireKey => {
    if (keys.size >= keyLimit) {
      throw new DOMException(`could not keep the key: because this run has ${keyLimit} already`, 'QuotaExceededError')
    }
    lastKey += 1
    keys.set(lastKey, key)
    const { type, extractable, algorithm, usages } = key
    return { key: lastKey, type, extractable, algorithm, usages }
  }
  const perform = async (method: SubtleMethod, args: readonly WireValue[]): Promise<CryptoResult> => {
    try {
      if (!METHODS.includes(method)) throw new TypeError('could not call SubtleCrypto: because it has no such method')
      const values = await Promise.all(args.map(arg => unwire(arg, keys)))
      return resultOf(await Reflect.apply(crypto.subtle[method], crypto.subtle, values), keep)
    } catch (error) {
      return failure(error)
    }
  }
  const answer = async ({ call, method, args }: Extract<ToCryptoHost, { type: 'call' }>): Promise<void> => {
    const result = await perform(method, args)
    const reply: FromCryptoHost = { call, result }
    const isBuffer = result.type === 'value' && result.value instanceof ArrayBuffer
    port.postMessage(reply, isBuffer ? [result.value] : [])
  }
  port.onmessage = ({ data }: MessageEvent<ToCryptoHost>) => {
    switch (data.type) {
      case 'call':
        return void answer(data)
      case 'adopt': {
        const { key, bytes, hash, extractable, usages } = data
        const algorithm = { name: 'HMAC', hash }
        return void keys.set(key, crypto.subtle.importKey('raw', bytes, algorithm, extractable, [...usages]))
      }
      case 'free':
        return void keys.delete(data.key)
    }
  }
  port.addEventListener('close', () => keys.clear())
}
