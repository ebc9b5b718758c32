import { Hono } from 'hono'
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'

const app = new Hono()
const codeOf = (text: string) => Number(text) as ContentfulStatusCode

app.get('/text/:code', c => c.text('words', codeOf(c.req.param('code'))))
app.get('/json/:code', c => c.json({ a: 1 }, codeOf(c.req.param('code'))))
app.get('/empty/:code', c => c.body(null, Number(c.req.param('code')) as StatusCode))
app.get('/response/:code', c => new Response(null, { status: Number(c.req.param('code')) }))
app.get('/response-with-body/:code', c => new Response('words', { status: Number(c.req.param('code')) }))
app.get('/set/:code', c => {
  c.status(Number(c.req.param('code')) as StatusCode)
  return c.body(null)
})
app.get('/late', async (c, next) => {
  await next()
  c.res = new Response(c.res.body, { status: 418, headers: c.res.headers })
})
app.get('/late', c => c.json({ teapot: true }))
app.get('/reason', () => new Response('words', { status: 299, statusText: 'Own words' }))
app.get('/tagged', c => c.body(null, 304, { etag: '"a"', 'content-type': 'text/plain' }))

export default app
