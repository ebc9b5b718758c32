/**
 * `crypto.subtle` over the bridge and in the realm.
 * @module
 */

import type { Cases } from '../case.ts'

const { subtle } = crypto
const data = new TextEncoder().encode('some data')
const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')
const nameOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing',
    error => (error instanceof Error ? `${error.constructor.name} ${error.name}` : String(error)),
  )
const raw = (length: number) => Uint8Array.from({ length }, (_, index) => index)
const secret = (usages: KeyUsage[] = ['sign', 'verify'], hash = 'SHA-256') =>
  subtle.importKey('raw', raw(32), { name: 'HMAC', hash }, true, usages)

const signs = async (generate: object, algorithm: object): Promise<unknown> => {
  const pair = (await subtle.generateKey(generate as EcKeyGenParams, true, ['sign', 'verify'])) as CryptoKeyPair
  const signature = await subtle.sign(algorithm as EcdsaParams, pair.privateKey, data)
  const spki = await subtle.exportKey('spki', pair.publicKey)
  const publicKey = await subtle.importKey('spki', spki, generate as EcKeyImportParams, true, ['verify'])
  return [
    await subtle.verify(algorithm as EcdsaParams, publicKey, signature, data),
    await subtle.verify(algorithm as EcdsaParams, publicKey, signature, raw(3)),
    pair.privateKey.type,
    publicKey.type,
    publicKey.usages,
    signature.byteLength > 0,
  ]
}
const encrypts = async (name: string, parameters: object): Promise<unknown> => {
  const key = await subtle.importKey('raw', raw(16), name, true, ['encrypt', 'decrypt'])
  const sealed = await subtle.encrypt({ name, ...parameters } as AesGcmParams, key, data)
  const opened = await subtle.decrypt({ name, ...parameters } as AesGcmParams, key, sealed)
  return [hex(sealed), new TextDecoder().decode(opened)]
}

export const cryptoCases: Cases = {
  'digests are those of the standard, short and long': () =>
    Promise.all(
      ['SHA-1', 'sha-256', 'SHA-384', 'SHA-512'].flatMap(name =>
        [0, 64, 100_000].map(async length => hex(await subtle.digest(name, raw(length)))),
      ),
    ),
  'a digest takes views, buffers and an algorithm object': async () => [
    hex(await subtle.digest({ name: 'SHA-256' }, raw(10).buffer)),
    hex(await subtle.digest('SHA-256', raw(10).subarray(2, 5))),
    hex(await subtle.digest('SHA-256', new DataView(raw(10).buffer, 1, 3))),
    hex(await subtle.digest('SHA-256', new Uint16Array([1, 2]))),
  ],
  'bytes count as they were when the method was called': async () => {
    const small = raw(10)
    const large = new Uint8Array(100_000)
    const digests = [subtle.digest('SHA-256', small), subtle.digest('SHA-256', large)]
    small.fill(255)
    large.fill(255)
    return (await Promise.all(digests)).map(hex)
  },
  'HMAC signs and verifies': () =>
    Promise.all(
      ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].map(async hash => {
        const key = await secret(['verify', 'sign'], hash)
        const signature = await subtle.sign('HMAC', key, data)
        return [
          hex(signature),
          await subtle.verify({ name: 'hmac' }, key, signature, data),
          await subtle.verify('HMAC', key, signature.slice(1), data),
          await subtle.verify('HMAC', key, raw(32), data),
          [...key.usages].sort(),
        ]
      }),
    ),
  'a CryptoKey tells what it is': async () => {
    const key = await secret()
    const { algorithm, usages } = key
    const { name, length } = algorithm as HmacKeyAlgorithm
    return [
      key.type,
      key.extractable,
      name,
      length,
      (key.algorithm as HmacKeyAlgorithm).hash.name,
      key instanceof CryptoKey,
      String(key),
      key.algorithm === algorithm,
      key.usages === usages,
      Object.keys(key),
    ]
  },
  'a key made in the realm can be exported and wrapped': async () => {
    const key = await secret()
    const wrapping = await subtle.importKey('raw', raw(16), 'AES-KW', false, ['wrapKey', 'unwrapKey'])
    const wrapped = await subtle.wrapKey('raw', key, wrapping, 'AES-KW')
    const hmac = { name: 'HMAC', hash: 'SHA-256' }
    const unwrapped = await subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', hmac, true, ['sign'])
    const jwk = await subtle.exportKey('jwk', key)
    return [
      hex(await subtle.exportKey('raw', key)),
      [jwk.kty, jwk.k, jwk.alg, jwk.ext, jwk.key_ops],
      hex(wrapped),
      hex(await subtle.exportKey('raw', unwrapped)),
    ]
  },
  'a JWK is imported, members that are undefined are skipped': async () => {
    const jwk = { kty: 'oct', k: 'AAECAwQFBgc', alg: 'HS256', ext: true, use: undefined } as unknown as JsonWebKey
    const key = await subtle.importKey('jwk', jwk, Object.freeze({ name: 'HMAC', hash: 'SHA-256' }), false, ['sign'])
    return [key.type, key.extractable, hex(await subtle.sign('HMAC', key, data))]
  },
  'AES-GCM, AES-CBC and AES-CTR encrypt and decrypt': async () => [
    await encrypts('AES-GCM', { iv: raw(12), additionalData: raw(4) }),
    await encrypts('AES-CBC', { iv: raw(16) }),
    await encrypts('AES-CTR', { counter: raw(16), length: 64 }),
  ],
  'ECDSA and RSA sign and verify': async () => [
    await signs({ name: 'ECDSA', namedCurve: 'P-256' }, { name: 'ECDSA', hash: 'SHA-256' }),
    await signs({ name: 'ECDSA', namedCurve: 'P-521' }, { name: 'ECDSA', hash: { name: 'SHA-512' } }),
    await signs(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      { name: 'RSASSA-PKCS1-v1_5' },
    ),
  ],
  'Ed25519 signs and verifies': () => signs({ name: 'Ed25519' }, { name: 'Ed25519' }),
  'ECDH takes the other key inside the algorithm': async () => {
    const generate = () => subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits', 'deriveKey'])
    const [a, b] = await Promise.all([generate(), generate()])
    const one = await subtle.deriveBits({ name: 'ECDH', public: b.publicKey }, a.privateKey, 256)
    const other = await subtle.deriveBits({ name: 'ECDH', public: a.publicKey }, b.privateKey, 256)
    return [hex(one) === hex(other), one.byteLength]
  },
  'PBKDF2 and HKDF derive bits and keys': async () => {
    const password = await subtle.importKey('raw', data, 'PBKDF2', false, ['deriveBits', 'deriveKey'])
    const material = await subtle.importKey('raw', data, 'HKDF', false, ['deriveBits'])
    const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt: raw(8), iterations: 1_000 }
    const key = await subtle.deriveKey(pbkdf2, password, { name: 'AES-GCM', length: 256 }, true, ['encrypt'])
    return [
      hex(await subtle.deriveBits(pbkdf2, password, 256)),
      hex(await subtle.exportKey('raw', key)),
      hex(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: raw(2), info: raw(3) }, material, 128)),
    ]
  },
  'errors keep their class and name': async () => {
    const key = await secret(['sign'])
    const aes = await subtle.importKey('raw', raw(16), 'AES-GCM', false, ['decrypt'])
    return [
      await nameOf(subtle.digest('MD5', data)),
      await nameOf(subtle.digest('SHA-256', 'text' as unknown as Uint8Array<ArrayBuffer>)),
      await nameOf(subtle.verify('HMAC', key, data, data)),
      await nameOf(subtle.importKey('raw', raw(0), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])),
      await nameOf(subtle.importKey('raw', raw(8), { name: 'HMAC', hash: 'SHA-256' }, true, [])),
      await nameOf(subtle.importKey('raw', raw(8), { name: 'HMAC', hash: 'SHA-256' }, true, ['encrypt'])),
      await nameOf(subtle.importKey('raw', raw(7), 'AES-GCM', true, ['encrypt'])),
      await nameOf(subtle.decrypt({ name: 'AES-GCM', iv: raw(12) }, aes, raw(40))),
      await nameOf(subtle.sign('HMAC', {} as CryptoKey, data)),
      await nameOf(subtle.importKey('jwk', { kty: 'oct' }, { name: 'HMAC', hash: 'SHA-256' }, true, ['sign'])),
    ]
  },
  'methods reject, whatever they are called with': async () => {
    const { digest } = subtle
    return [
      await nameOf(digest('SHA-256', data)),
      await nameOf(Reflect.apply(subtle.digest, subtle, [])),
      await nameOf(Reflect.apply(subtle.digest, subtle, ['SHA-256'])),
      await nameOf(Reflect.apply(subtle.sign, subtle, ['HMAC', {}, data])),
    ]
  },
  'the classes cannot be made by a program': () => {
    const refused = (run: () => unknown) => {
      try {
        run()
        return 'made'
      } catch (error) {
        return error instanceof Error ? error.name : 'other'
      }
    }
    const make = (name: 'CryptoKey' | 'SubtleCrypto') => () => Reflect.construct(globalThis[name], [])
    return [refused(make('CryptoKey')), refused(make('SubtleCrypto')), String(crypto.subtle), crypto.subtle === subtle]
  },
  'many calls at once are all answered': async () => {
    const key = await subtle.importKey('raw', raw(16), 'AES-GCM', false, ['encrypt'])
    const calls = Array.from({ length: 100 }, (_, index) =>
      subtle.encrypt({ name: 'AES-GCM', iv: raw(12) }, key, new Uint8Array([index])),
    )
    return (await Promise.all(calls)).map(hex)
  },
  'randomUUID gives UUIDs of version 4': () => {
    const ids = Array.from({ length: 50 }, () => crypto.randomUUID())
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    return [ids.every(id => pattern.test(id)), new Set(ids).size]
  },
}
