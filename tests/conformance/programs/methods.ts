import { type Context, Hono } from 'hono'

const app = new Hono()
const tell = async (c: Context) => c.json([c.req.method, await c.req.text()])

app.get('/item', c => c.text('the item', 200, { 'x-own': '1' }))
app.post('/item', tell)
app.put('/item', tell)
app.patch('/item', tell)
app.delete('/item', tell)
app.options('/item', c => c.body(null, 204, { allow: 'GET, POST' }))
app.on(['PURGE', 'PROPFIND'], '/item', tell)
app.on('GET', ['/a', '/b'], c => c.text(c.req.path))
app.all('/all', tell)
app.get('/length', () => new Response('12345', { headers: { 'content-type': 'text/plain', 'content-length': '5' } }))
app.get('/stream', () => {
  let cancelled = false
  const body = new ReadableStream({
    pull: controller => controller.enqueue(new TextEncoder().encode('x')),
    cancel: () => {
      cancelled = true
    },
  })
  console.log('cancelled before:', cancelled)
  return new Response(body)
})

export default app
