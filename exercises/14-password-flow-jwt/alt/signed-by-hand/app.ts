import { Hono } from 'hono'

/** JWT with nothing but Web Crypto: HS256 is an HMAC over the first two parts. */
const utf8 = new TextEncoder()

const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))

const HEADER = toBase64Url(utf8.encode('{"alg":"HS256","typ":"JWT"}'))

const hmacKey = (secret: string) =>
  crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

const issue = async (claims: object, secret: string) => {
  const signed = `${HEADER}.${toBase64Url(utf8.encode(JSON.stringify(claims)))}`
  const signature = await crypto.subtle.sign('HMAC', await hmacKey(secret), utf8.encode(signed))
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`
}

const open = async (token: string, secret: string): Promise<{ sub?: unknown } | null> => {
  try {
    const [header, payload, signature, ...rest] = token.split('.')
    const { alg } = JSON.parse(new TextDecoder().decode(fromBase64Url(header)))
    if (alg !== 'HS256' || rest.length > 0) return null
    const key = await hmacKey(secret)
    const isOurs = await crypto.subtle.verify(
      'HMAC',
      key,
      fromBase64Url(signature),
      utf8.encode(`${header}.${payload}`),
    )
    const claims = JSON.parse(new TextDecoder().decode(fromBase64Url(payload)))
    return isOurs && claims.exp > Date.now() / 1000 ? claims : null
  } catch {
    return null
  }
}

class User {
  static readonly #all = [
    new User('mara', 'Mara Lind', '1000$k7Qm2vX9$zKJNtPWQvR0JLpYJWETAzeR7rdh1B2/BhlhQB6LwmMY='),
    new User('tomas', 'Tomas Brandt', '1000$Zr4tB8wL$JEf+0s7M601caboryTeEMZv9C1ciqch7DQWtSdu1kco='),
    new User('ilse', 'Ilse Okafor', '1000$p3Nc6yHd$fXTKzK7QlX+FWpYUe63mMhVW8hnJr/VqeCZfWsJJKq4=', true),
  ]
  /** A private field is in no JSON. */
  readonly #hash: string

  private constructor(
    readonly username: string,
    readonly full_name: string,
    hash: string,
    readonly disabled = false,
  ) {
    this.#hash = hash
  }

  static named = (name: unknown) => User.#all.find(({ username }) => username === name)

  async has(password: string) {
    const [rounds, salt, expected] = this.#hash.split('$')
    const key = await crypto.subtle.importKey('raw', utf8.encode(password), 'PBKDF2', false, ['deriveBits'])
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode(salt), iterations: Number(rounds) }
    const bits = await crypto.subtle.deriveBits(how, key, 256)
    return btoa(String.fromCharCode(...new Uint8Array(bits))) === expected
  }
}

const app = new Hono<{ Bindings: { SECRET_KEY: string; TOKENS_EXPIRE_AT: string } }>()

app.post('/token', async c => {
  const isForm = /form/.test(c.req.header('content-type') ?? '')
  const form = isForm ? await c.req.formData() : new FormData()
  for (const name of ['username', 'password']) {
    if (form.has(name)) continue
    return c.json({ detail: [{ loc: ['body', name], msg: `${name} is required` }] }, 422)
  }
  const user = User.named(form.get('username'))
  if (!(await user?.has(String(form.get('password'))))) {
    c.header('WWW-Authenticate', 'Bearer')
    return c.json({ detail: 'Incorrect username or password' }, 401)
  }
  const exp = Date.parse(c.env.TOKENS_EXPIRE_AT) / 1000
  return c.json({ token_type: 'bearer', access_token: await issue({ sub: user?.username, exp }, c.env.SECRET_KEY) })
})

app.get('/users/me', async c => {
  const [scheme, token = ''] = (c.req.header('Authorization') ?? '').split(/ +/)
  const isBearer = scheme.toLowerCase() === 'bearer'
  const claims = isBearer ? await open(token, c.env.SECRET_KEY) : null
  const user = User.named(claims?.sub)
  if (!user) {
    const detail = isBearer ? 'Could not validate credentials' : 'Not authenticated'
    return c.json({ detail }, 401, { 'WWW-Authenticate': 'Bearer realm="users"' })
  }
  return user.disabled ? c.json({ detail: 'Inactive user' }, 400) : c.json(user)
})

export default app
