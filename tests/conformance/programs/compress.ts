import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { streamSSE } from 'hono/streaming'

const text = 'hello '.repeat(500)
const app = new Hono()
app.use('/gzip/*', compress({ encoding: 'gzip' }))
app.use('/any/*', compress())
app.use('/small/*', compress({ threshold: 10 }))
app.get('/:kind/text', c => c.text(text))
app.get('/:kind/short', c => c.text('hello hello'))
app.get('/:kind/json', c => c.json({ text }))
app.get('/:kind/image', c => c.body(text, 200, { 'content-type': 'image/png' }))
app.get('/:kind/encoded', c => c.body(text, 200, { 'content-type': 'text/plain', 'content-encoding': 'identity' }))
app.get('/:kind/kept', c => c.text(text, 200, { 'cache-control': 'no-transform' }))
app.get('/:kind/tagged', c => c.text(text, 200, { etag: '"strong"' }))
app.get('/:kind/events', c => streamSSE(c, stream => stream.writeSSE({ data: text })))

// The other way round: the app packs and unpacks by itself.
app.get('/own', async () => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(packed, { headers: { 'content-encoding': 'gzip', 'content-type': 'text/plain' } })
})
app.post('/unpack', async c => {
  const stream = c.req.raw.body?.pipeThrough(new DecompressionStream('gzip'))
  return c.text(await new Response(stream).text())
})

export default app
