import { type Context, Hono } from 'hono'
import { env } from 'hono/adapter'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { sign, verify } from 'hono/jwt'
import type { CookieOptions } from 'hono/utils/cookie'

const COOKIE: CookieOptions = { maxAge: 7 * 24 * 60 * 60, sameSite: 'lax', path: '/' }

const refuse = (loc: ['header' | 'cookie', string], msg: string): never => {
  throw new HTTPException(422, { res: Response.json({ detail: [{ type: 'value_error', loc, msg, input: null }] }) })
}

const secret = (c: Context) => env<{ SESSION_SECRET: string }>(c).SESSION_SECRET

/** The session is a token, whose signature stands beside the claims. */
const withUser = createMiddleware<{ Variables: { user: string } }>(async (c, next) => {
  try {
    const { sub } = await verify(getCookie(c, 'session') ?? '', secret(c), 'HS256')
    c.set('user', String(sub))
  } catch {
    return c.json({ detail: 'Not logged in' }, 401)
  }
  await next()
})

const app = new Hono()

app.use('/client', async (c, next) => {
  await next()
  const id = c.req.header('x-request-id')
  if (id) c.res.headers.set('x-request-id', id)
})

app.get('/client', c => {
  const headers = c.req.header()
  const lines = headers['x-feature']
  return c.json({
    client_version: headers['x-client-version'] ?? refuse(['header', 'x-client-version'], 'Field required'),
    user_agent: headers['user-agent'] ?? null,
    features: lines ? lines.split(',').map(line => line.trim()) : [],
  })
})

app.get('/page', c => {
  const text = getCookie(c, 'visits') ?? '0'
  if (!/^[-+]?[0-9]+$/.test(text)) refuse(['cookie', 'visits'], 'Not an integer')
  const visits = Number.parseInt(text, 10)
  setCookie(c, 'visits', `${visits + 1}`, COOKIE)
  return c.json({ theme: getCookie(c, 'theme') ?? 'light', visits })
})

app.post('/login/:name', async c => {
  const name = c.req.param('name')
  const token = await sign({ sub: name }, secret(c), 'HS256')
  setCookie(c, 'session', token, { ...COOKIE, httpOnly: true })
  setCookie(c, 'user', name, COOKIE)
  return c.json({ user: name })
})

app.get('/me', withUser, c => c.json({ user: c.var.user }))

app.post('/logout', c => {
  for (const name of ['session', 'user']) deleteCookie(c, name, { path: '/' })
  return new Response(null, { status: 204, headers: c.res.headers })
})

export default app
