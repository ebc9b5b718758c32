/**
 * What the realm and the frame say to each other about cryptography. A realm is no secure context and has no
 * `crypto.subtle`; the frame has. Keys stay in the frame, and a realm names them by number: a CryptoKey cannot be posted
 * to a realm.
 * @module
 */

/** Everything that may be asked for: the methods of SubtleCrypto (Web Cryptography API, level 1). */
export const METHODS = [
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'unwrapKey',
  'verify',
  'wrapKey',
] as const

export type SubtleMethod = (typeof METHODS)[number]

/** An argument: plain data, with bytes copied when the program called and keys by number. */
export type WireValue =
  | { readonly type: 'plain'; readonly value: string | number | boolean | bigint | null | undefined }
  | { readonly type: 'bytes'; readonly bytes: ArrayBuffer }
  | { readonly type: 'key'; readonly key: number }
  | { readonly type: 'list'; readonly items: readonly WireValue[] }
  | { readonly type: 'dictionary'; readonly members: readonly (readonly [name: string, value: WireValue])[] }

/** What a program may know of a key. */
export interface KeyFacts {
  readonly type: KeyType
  readonly extractable: boolean
  readonly algorithm: KeyAlgorithm
  readonly usages: readonly KeyUsage[]
}

export interface WireKey extends KeyFacts {
  readonly key: number
}

export type ToCryptoHost =
  | { readonly type: 'call'; readonly call: number; readonly method: SubtleMethod; readonly args: readonly WireValue[] }
  /** A key that the realm made by itself and numbered below zero. */
  | {
      readonly type: 'adopt'
      readonly key: number
      readonly bytes: ArrayBuffer
      readonly hash: string
      readonly extractable: boolean
      readonly usages: readonly KeyUsage[]
    }
  | { readonly type: 'free'; readonly key: number }

export type CryptoResult =
  | { readonly type: 'value'; readonly value: ArrayBuffer | JsonWebKey | boolean }
  | { readonly type: 'key'; readonly key: WireKey }
  | { readonly type: 'pair'; readonly publicKey: WireKey; readonly privateKey: WireKey }
  | { readonly type: 'error'; readonly name: string; readonly message: string; readonly isDomException: boolean }

export interface FromCryptoHost {
  readonly call: number
  readonly result: CryptoResult
}
