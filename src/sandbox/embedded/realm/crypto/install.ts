/**
 * Gives the realm what `crypto` lacks outside secure contexts: `subtle`, with its classes, and `randomUUID`.
 * @module
 */

import { methodOf, patch, type RealmScope, setGlobal } from '../primordials.ts'
import { openBridge } from './bridge.ts'
import { CryptoKey } from './crypto-key.ts'
import { makeSubtle } from './subtle.ts'

/** Sixteen random bytes as a UUID of version 4 (RFC 9562, section 5.4). */
const uuidOf = (bytes: Uint8Array): string => {
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** @param port leads to the frame's `serveCrypto` */
export const installCrypto = (scope: RealmScope, port: MessagePort): void => {
  const { crypto, Crypto } = scope
  const fill = methodOf<Crypto, [Uint8Array<ArrayBuffer>], Uint8Array>(crypto.getRandomValues)
  const { SubtleCrypto, subtle } = makeSubtle(openBridge(scope, port))
  patch(Crypto.prototype, {
    get subtle() {
      return subtle
    },
    randomUUID: () => uuidOf(fill(crypto, new Uint8Array(16))),
  })
  setGlobal(scope, 'CryptoKey', CryptoKey)
  setGlobal(scope, 'SubtleCrypto', SubtleCrypto)
}
