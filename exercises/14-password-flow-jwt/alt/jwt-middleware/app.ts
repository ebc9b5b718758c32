import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type JwtVariables, jwt, sign } from 'hono/jwt'

type Bindings = { SECRET_KEY: string; TOKENS_EXPIRE_AT: string }

const users: Record<string, { fullName: string; disabled?: true; hash: string }> = {
  mara: { fullName: 'Mara Lind', hash: '1000$k7Qm2vX9$zKJNtPWQvR0JLpYJWETAzeR7rdh1B2/BhlhQB6LwmMY=' },
  tomas: { fullName: 'Tomas Brandt', hash: '1000$Zr4tB8wL$JEf+0s7M601caboryTeEMZv9C1ciqch7DQWtSdu1kco=' },
  ilse: {
    fullName: 'Ilse Okafor',
    disabled: true,
    hash: '1000$p3Nc6yHd$fXTKzK7QlX+FWpYUe63mMhVW8hnJr/VqeCZfWsJJKq4=',
  },
}
const find = (name: unknown) =>
  typeof name === 'string' && Object.hasOwn(users, name) ? { name, ...users[name] } : undefined

/** The bytes of a base64 text. */
const fromBase64 = (text: string) => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

async function matches(password: string, stored: string) {
  const [iterations, salt, expected] = stored.split('$')
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', encoder.encode(password), { name: 'PBKDF2' }, false, ['deriveBits'])
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations: +iterations }
  const actual = new Uint8Array(await crypto.subtle.deriveBits(params, key, 256))
  // Every byte is looked at, whichever is the first that differs.
  return fromBase64(expected).reduce((difference, byte, index) => difference | (byte ^ actual[index]), 0) === 0
}

const app = new Hono<{ Bindings: Bindings; Variables: JwtVariables }>()

app.onError((error, c) => {
  if (!(error instanceof HTTPException)) return c.text('Internal Server Error', 500)
  if (error.status === 401) c.header('WWW-Authenticate', 'Bearer')
  const isToken = error.message === 'Unauthorized'
  const isMissing = /^(no authorization|invalid credentials)/.test(error.message)
  const detail = isToken ? 'Could not validate credentials' : isMissing ? 'Not authenticated' : error.message
  return c.json({ detail }, error.status)
})

app.post('/token', async c => {
  const form = await c.req.parseBody()
  const detail = ['username', 'password']
    .filter(name => typeof form[name] !== 'string')
    .map(name => ({ type: 'missing', loc: ['body', name], msg: 'Missing', input: null }))
  if (detail.length > 0) return c.json({ detail }, 422)

  const user = find(form.username)
  const isRight = await matches(String(form.password), user?.hash ?? users.mara.hash)
  if (!user || !isRight) throw new HTTPException(401, { message: 'Incorrect username or password' })
  const issued = { sub: user.name, iat: 0, exp: new Date(c.env.TOKENS_EXPIRE_AT).getTime() / 1000 }
  return c.json({ access_token: await sign(issued, c.env.SECRET_KEY), token_type: 'bearer' })
})

app.use('/users/*', (c, next) => jwt({ secret: c.env.SECRET_KEY, alg: 'HS256' })(c, next))

app.use('/users/*', async (c, next) => {
  const user = find(c.get('jwtPayload').sub)
  if (!user) throw new HTTPException(401, { message: 'Could not validate credentials' })
  if (user.disabled) throw new HTTPException(400, { message: 'Inactive user' })
  await next()
})

app.get('/users/me', c => {
  const user = find(c.get('jwtPayload').sub)
  return c.json({ disabled: false, full_name: user?.fullName, username: user?.name })
})

export default app
