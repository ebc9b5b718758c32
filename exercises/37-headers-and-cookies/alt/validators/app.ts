import { type Context, Hono } from 'hono'
import { env } from 'hono/adapter'
import { deleteCookie, generateCookie, generateSignedCookie, getSignedCookie, setCookie } from 'hono/cookie'
import { validator } from 'hono/validator'

const unprocessable = (c: Context, source: string, name: string, msg: string) =>
  c.json({ detail: [{ type: 'value_error', loc: [source, name], msg }] }, 422)

const WEEK = { maxAge: 3600 * 24 * 7, sameSite: 'lax', httpOnly: false } as const

const secretOf = (c: Context) => env<{ SESSION_SECRET: string }>(c).SESSION_SECRET

const clientHeaders = validator('header', (headers, c) => {
  const version = headers['x-client-version']
  if (version === undefined) return unprocessable(c, 'header', 'x-client-version', 'Field required')
  const features = headers['x-feature']
  return {
    requestId: headers['x-request-id'],
    answer: {
      client_version: version,
      user_agent: headers['user-agent'] ?? null,
      features: features === undefined ? [] : features.split(/ *, */),
    },
  }
})

const pageCookies = validator('cookie', (cookies: Record<string, string>, c) => {
  const visits = cookies.visits ?? '0'
  if (String(Math.trunc(Number(visits))) !== visits) return unprocessable(c, 'cookie', 'visits', 'Not an integer')
  return { theme: cookies.theme ?? 'light', visits: Number(visits) }
})

const app = new Hono()
  .get('/client', clientHeaders, c => {
    const { requestId, answer } = c.req.valid('header')
    return c.json(answer, 200, requestId === undefined ? {} : { 'X-Request-ID': requestId })
  })
  .get('/page', pageCookies, c => {
    const page = c.req.valid('cookie')
    setCookie(c, 'visits', String(page.visits + 1), WEEK)
    return c.json(page)
  })
  .post('/login/:name', async c => {
    const user = c.req.param('name')
    const cookies = [
      await generateSignedCookie('session', user, secretOf(c), { ...WEEK, httpOnly: true }),
      generateCookie('user', user, WEEK),
    ]
    return c.json({ user }, 200, { 'Set-Cookie': cookies })
  })
  .get('/me', async c => {
    const { session } = await getSignedCookie(c, secretOf(c))
    return session ? c.json({ user: session }) : c.json({ detail: 'Not logged in' }, 401)
  })
  .post('/logout', c => {
    deleteCookie(c, 'session', WEEK)
    deleteCookie(c, 'user', WEEK)
    return c.body(null, 204)
  })

export default app
