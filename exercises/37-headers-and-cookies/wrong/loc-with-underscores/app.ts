// caught by: client-version-missing
import { type Context, Hono } from 'hono'
import { env } from 'hono/adapter'
import { deleteCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie'

const WEEK = 7 * 24 * 60 * 60 // seconds

/** Hono sets Path=/ by itself, and SameSite only when it is told to. */
const lasting = { maxAge: WEEK, sameSite: 'Lax' } as const

const secretOf = (c: Context) => env<{ SESSION_SECRET: string }>(c).SESSION_SECRET

/** The body of a 422, in FastAPI's shape: `loc` says where the value was looked for. */
const invalid = (...loc: [source: 'header' | 'cookie', name: string]) => ({
  detail: [{ loc, msg: 'Missing, or not a value of this kind' }],
})

const app = new Hono()

app.get('/client', c => {
  const client_version = c.req.header('X-Client-Version')
  if (client_version === undefined) return c.json(invalid('header', 'x_client_version'), 422)

  // With undefined, no header is set.
  c.header('X-Request-ID', c.req.header('X-Request-ID'))
  return c.json({
    client_version,
    user_agent: c.req.header('User-Agent') ?? null,
    // Several lines of one name have become one, joined by commas.
    features: c.req.header('X-Feature')?.split(/,\s*/) ?? [],
  })
})

app.get('/page', c => {
  const { theme = 'light', visits = '0' } = getCookie(c)
  // Number() alone would accept '', '0x10' and '1e3' as well.
  if (!/^-?\d+$/.test(visits)) return c.json(invalid('cookie', 'visits'), 422)

  setCookie(c, 'visits', String(Number(visits) + 1), lasting)
  return c.json({ theme, visits: Number(visits) })
})

app.post('/login/:name', async c => {
  const user = c.req.param('name')
  await setSignedCookie(c, 'session', user, secretOf(c), { ...lasting, httpOnly: true })
  // For scripts of the page, which greet the user. Nobody is let in because of it.
  setCookie(c, 'user', user, lasting)
  return c.json({ user })
})

app.get('/me', async c => {
  // undefined when there is no such cookie, false when its signature is wrong.
  const user = await getSignedCookie(c, secretOf(c), 'session')
  if (!user) return c.json({ detail: 'Not logged in' }, 401)
  return c.json({ user })
})

app.post('/logout', c => {
  deleteCookie(c, 'session')
  deleteCookie(c, 'user')
  return c.body(null, 204)
})

export default app
