import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import { env } from 'hono/adapter'
import { HTTPException } from 'hono/http-exception'
import { Jwt } from 'hono/utils/jwt'
import { z } from 'zod'

const Profile = z.object({ username: z.string(), full_name: z.string().optional(), disabled: z.boolean() })
const Stored = Profile.extend({ password_hash: z.string() })
const Environment = z.object({
  SECRET_KEY: z.string().min(1),
  TOKENS_EXPIRE_AT: z.iso.datetime({ offset: true }).transform(text => Math.floor(new Date(text).valueOf() / 1000)),
})
const PasswordForm = z.object({
  username: z.string(),
  password: z.string(),
  grant_type: z.literal('password').optional(),
})
const Claims = z.object({ sub: z.string(), exp: z.number() })

const table = Stored.array().parse([
  {
    username: 'mara',
    full_name: 'Mara Lind',
    disabled: false,
    password_hash: '1000$k7Qm2vX9$zKJNtPWQvR0JLpYJWETAzeR7rdh1B2/BhlhQB6LwmMY=',
  },
  {
    username: 'tomas',
    full_name: 'Tomas Brandt',
    disabled: false,
    password_hash: '1000$Zr4tB8wL$JEf+0s7M601caboryTeEMZv9C1ciqch7DQWtSdu1kco=',
  },
  {
    username: 'ilse',
    disabled: true,
    password_hash: '1000$p3Nc6yHd$fXTKzK7QlX+FWpYUe63mMhVW8hnJr/VqeCZfWsJJKq4=',
  },
])
const findUser = (username: string) => table.find(user => user.username === username)

const hashOf = async (password: string, rounds: number, salt: string) => {
  const encode = (text: string) => new TextEncoder().encode(text)
  const key = await crypto.subtle.importKey('raw', encode(password), 'PBKDF2', false, ['deriveKey'])
  const target = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const how = { name: 'PBKDF2', hash: { name: 'SHA-256' }, salt: encode(salt), iterations: rounds }
  const derived = await crypto.subtle.deriveKey(how, key, target, true, ['sign'])
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('raw', derived))))
}

const refuse = (detail: string): never => {
  const headers = { 'WWW-Authenticate': 'Bearer' }
  throw new HTTPException(401, { res: Response.json({ detail }, { status: 401, headers }) })
}

const app = new Hono()

app.post(
  '/token',
  zValidator('form', PasswordForm, (result, c) => {
    if (result.success) return
    const detail = result.error.issues.map(({ path, message }) => ({ loc: ['body', ...path], msg: message }))
    return c.json({ detail }, 422)
  }),
  async c => {
    const { username, password } = c.req.valid('form')
    const user = findUser(username)
    const [rounds, salt, hash] = (user?.password_hash ?? '1000$-$-').split('$')
    const isRight = (await hashOf(password, Number(rounds), salt)) === hash
    if (!user || !isRight) return refuse('Incorrect username or password')
    const { SECRET_KEY, TOKENS_EXPIRE_AT } = Environment.parse(env(c))
    const access_token = await Jwt.sign({ exp: TOKENS_EXPIRE_AT, sub: username }, SECRET_KEY, 'HS256')
    return c.json({ access_token, token_type: 'bearer', scope: '' })
  },
)

app.get('/users/me', async c => {
  const token = /^bearer (.*)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return refuse('Not authenticated')
  const payload = await Jwt.verify(token, Environment.parse(env(c)).SECRET_KEY, { alg: 'HS256' }).catch(() => null)
  const claims = Claims.safeParse(payload)
  const user = claims.success ? findUser(claims.data.sub) : undefined
  if (user === undefined) return refuse('Could not validate credentials')
  if (user.disabled) return c.json({ detail: 'Inactive user' }, 400)
  return c.json(Profile.parse(user))
})

export default app
