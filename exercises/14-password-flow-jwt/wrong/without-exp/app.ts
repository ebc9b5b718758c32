// caught by: token-expiry
import { type Context, Hono } from 'hono'
import { env } from 'hono/adapter'
import { createMiddleware } from 'hono/factory'
import { sign, verify } from 'hono/jwt'
import { timingSafeEqual } from 'hono/utils/buffer'
import { encodeBase64 } from 'hono/utils/encode'
import { validator } from 'hono/validator'

type Settings = { SECRET_KEY: string; TOKENS_EXPIRE_AT: string }

interface User {
  username: string
  fullName?: string
  disabled: boolean
  /** rounds$salt$hash, made by PBKDF2 with SHA-256. */
  passwordHash: string
}

const storedUsers: User[] = [
  {
    username: 'mara',
    fullName: 'Mara Lind',
    disabled: false,
    passwordHash: '1000$k7Qm2vX9$zKJNtPWQvR0JLpYJWETAzeR7rdh1B2/BhlhQB6LwmMY=',
  },
  {
    username: 'tomas',
    fullName: 'Tomas Brandt',
    disabled: false,
    passwordHash: '1000$Zr4tB8wL$JEf+0s7M601caboryTeEMZv9C1ciqch7DQWtSdu1kco=',
  },
  {
    username: 'ilse',
    disabled: true,
    passwordHash: '1000$p3Nc6yHd$fXTKzK7QlX+FWpYUe63mMhVW8hnJr/VqeCZfWsJJKq4=',
  },
]
const users = new Map(storedUsers.map(user => [user.username, user]))

/** No password has it. An unknown user costs as much time as a known one, so that nobody finds out names by measuring. */
const NOBODY = '1000$nobody$'

const bytes = (text: string) => new TextEncoder().encode(text)

const isPassword = async (password: string, passwordHash: string): Promise<boolean> => {
  const [rounds, salt, expected] = passwordHash.split('$')
  const key = await crypto.subtle.importKey('raw', bytes(password), 'PBKDF2', false, ['deriveBits'])
  const slowly = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: Number(rounds) }
  return timingSafeEqual(encodeBase64(await crypto.subtle.deriveBits(slowly, key, 256)), expected)
}

const unauthorized = (c: Context, detail: string) => c.json({ detail }, 401, { 'WWW-Authenticate': 'Bearer' })

/** The form of OAuth2's password flow. */
const passwordForm = validator('form', ({ username, password }, c) => {
  if (typeof username === 'string' && typeof password === 'string') return { username, password }
  const missing = Object.entries({ username, password }).filter(([, value]) => typeof value !== 'string')
  return c.json({ detail: missing.map(([name]) => ({ loc: ['body', name], msg: 'Field required' })) }, 422)
})

/** The user whom a token of ours names; undefined when it is not ours, has expired, or names nobody. */
const userOf = async (token: string, secret: string): Promise<User | undefined> => {
  try {
    // The server says which algorithm it takes, never the token. exp is looked at too.
    const { sub } = await verify(token, secret, 'HS256')
    // A token outlives its user: who was deleted since is still named in it.
    return users.get(String(sub))
  } catch {
    return undefined
  }
}

const activeUser = createMiddleware<{ Variables: { user: User } }>(async (c, next) => {
  const [scheme, token] = c.req.header('Authorization')?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'bearer') return unauthorized(c, 'Not authenticated')

  const user = await userOf(token, env<Settings>(c).SECRET_KEY)
  if (!user) return unauthorized(c, 'Could not validate credentials')
  if (user.disabled) return c.json({ detail: 'Inactive user' }, 400)

  c.set('user', user)
  await next()
})

const app = new Hono()

app.post('/token', passwordForm, async c => {
  const { username, password } = c.req.valid('form')
  const isRight = await isPassword(password, users.get(username)?.passwordHash ?? NOBODY)
  // The same for both: which of them was wrong is nobody's business.
  if (!isRight) return unauthorized(c, 'Incorrect username or password')

  const { SECRET_KEY } = env<Settings>(c)
  return c.json({ access_token: await sign({ sub: username }, SECRET_KEY, 'HS256'), token_type: 'bearer' })
})

app.get('/users/me', activeUser, c => {
  // Key by key: the stored user has the hash in it.
  const { username, fullName, disabled } = c.get('user')
  return c.json({ username, full_name: fullName, disabled })
})

export default app
