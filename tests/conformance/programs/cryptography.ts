import { Hono } from 'hono'

const app = new Hono()
const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('')
const bytes = (text: string) => new TextEncoder().encode(text)
const nameOf = (run: () => unknown): string => {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown'
  }
}

app.get('/digests', async c => {
  const names = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']
  return c.json(await Promise.all(names.map(async name => hex(await crypto.subtle.digest(name, bytes('abc'))))))
})
app.get('/hmac', async c => {
  const key = await crypto.subtle.importKey('raw', bytes('key'), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
  const signature = await crypto.subtle.sign('HMAC', key, bytes('The quick brown fox jumps over the lazy dog'))
  return c.json([
    hex(signature),
    await crypto.subtle.verify('HMAC', key, signature, bytes('other')),
    key.type,
    key.algorithm,
    key.usages,
    key.extractable,
  ])
})
app.get('/aes', async c => {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', true, ['encrypt', 'decrypt'])
  const iv = new Uint8Array(12)
  const secret = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes('secret'))
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, secret)
  const wrong = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: new Uint8Array(12).fill(1) }, key, secret)
    .catch((error: Error) => error.name)
  return c.json([hex(secret), new TextDecoder().decode(plain), wrong, (await crypto.subtle.exportKey('jwk', key)).k])
})
app.get('/pbkdf2', async c => {
  const key = await crypto.subtle.importKey('raw', bytes('password'), 'PBKDF2', false, ['deriveBits'])
  return c.text(
    hex(
      await crypto.subtle.deriveBits(
        { name: 'PBKDF2', hash: 'SHA-256', salt: bytes('salt'), iterations: 1_000 },
        key,
        256,
      ),
    ),
  )
})
app.get('/ecdh', async c => {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' }
  const make = () => crypto.subtle.generateKey(algorithm, false, ['deriveBits']) as Promise<CryptoKeyPair>
  const [one, two] = [await make(), await make()]
  const bits = (own: CryptoKeyPair, other: CryptoKeyPair) =>
    crypto.subtle.deriveBits({ name: 'ECDH', public: other.publicKey }, own.privateKey, 256)
  return c.json([
    hex(await bits(one, two)) === hex(await bits(two, one)),
    one.publicKey.type,
    one.privateKey instanceof CryptoKey,
  ])
})
app.get('/refused', async c => {
  const refusal = (run: Promise<unknown>) =>
    run.then(
      () => 'nothing',
      (error: Error) => error.name,
    )
  const key = await crypto.subtle.importKey('raw', bytes('k'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return c.json([
    await refusal(crypto.subtle.digest('MD5', bytes('a'))),
    await refusal(crypto.subtle.verify('HMAC', key, bytes('a'), bytes('a'))),
    await refusal(crypto.subtle.importKey('raw', bytes('short'), 'AES-GCM', false, ['encrypt'])),
    await refusal(
      crypto.subtle
        .exportKey('jwk', key)
        .catch((error: Error) => Promise.reject({ name: error.name.startsWith('InvalidAccess') })),
    ),
  ])
})
app.get('/random', c => {
  const filled = crypto.getRandomValues(new Uint32Array(4))
  return c.json([
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()),
    filled.length,
    new Set(Array.from({ length: 20 }, () => crypto.randomUUID())).size === 20,
    nameOf(() => crypto.getRandomValues(new Uint8Array(70_000))),
  ])
})
export default app
