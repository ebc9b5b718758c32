import { Hono } from 'hono'
import { deleteCookie, generateCookie, getCookie, getSignedCookie, setCookie, setSignedCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'

const secret = 'a secret of the app'
const app = new Hono()

app.get('/set', c => {
  setCookie(c, 'session', 'abc', {
    path: '/app',
    domain: 'shop.example',
    maxAge: 3600,
    expires: new Date(Date.UTC(2001, 0, 2, 3, 4, 5)),
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    partitioned: true,
    priority: 'High',
  })
  return c.text('set')
})
app.get('/plain', c => {
  setCookie(c, 'plain', 'yes')
  return c.text('set')
})
app.get('/two', c => {
  setCookie(c, 'first', '1')
  setCookie(c, 'second', '2')
  setCookie(c, 'first', 'again')
  return c.text('set')
})
app.get('/encoded', c => {
  setCookie(c, 'name', 'Jörg & söhne; 50%')
  return c.text('set')
})
app.get('/prefixed', c => {
  setCookie(c, 'one', '1', { prefix: 'secure' })
  setCookie(c, 'two', '2', { prefix: 'host' })
  return c.text('set')
})
app.get('/delete', c => c.text(deleteCookie(c, 'session', { path: '/app' }) ?? 'nothing'))
app.get('/generate', c => c.text(generateCookie('a', 'b c', { sameSite: 'Strict' })))
app.get('/too-long', c => {
  setCookie(c, 'a', 'b', { maxAge: 500 * 24 * 3600 })
  return c.text('set')
})
app.get('/redirect', c => {
  setCookie(c, 'flash', 'saved')
  return c.redirect('/next', 303)
})
app.get('/thrown', c => {
  setCookie(c, 'tried', '1')
  throw new HTTPException(403, { res: new Response('no', { status: 403, headers: { 'set-cookie': 'own=1' } }) })
})
app.get('/response', () => {
  const response = new Response('ok', { headers: [['set-cookie', 'a=1']] })
  response.headers.append('set-cookie', 'b=2')
  return response
})
app.get('/read-back', c => {
  setCookie(c, 'a', '1')
  setCookie(c, 'b', '2')
  return c.json([c.res.headers.getSetCookie(), c.res.headers.get('set-cookie')])
})

app.get('/get', c => c.json([getCookie(c), getCookie(c, 'a') ?? null]))
app.get('/get-secure', c => c.json([getCookie(c, 'one', 'secure') ?? null, getCookie(c, 'two', 'host') ?? null]))

app.get('/sign', async c => {
  await setSignedCookie(c, 'user', 'ann', secret, { httpOnly: true })
  return c.text('signed')
})
app.get('/signed', async c => c.json([await getSignedCookie(c, secret, 'user'), await getSignedCookie(c, secret)]))
app.get('/signed/other', async c => c.json([await getSignedCookie(c, 'another secret', 'user')]))

app.post('/login', async c => {
  const { name } = await c.req.json<{ name: string }>()
  setCookie(c, 'who', name, { path: '/', httpOnly: true })
  return c.body(null, 204)
})
app.get('/me', c => c.json({ who: getCookie(c, 'who') ?? null }))
app.post('/logout', c => {
  deleteCookie(c, 'who', { path: '/' })
  return c.body(null, 204)
})

export default app
