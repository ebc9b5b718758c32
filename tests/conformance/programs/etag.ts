import { Hono } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

let version = 1
const app = new Hono()
app.use('/strong/*', etag())
app.use('/weak/*', etag({ weak: true }))
app.use('/kept/*', etag({ retainedHeaders: ['x-message', ...RETAINED_304_HEADERS] }))
app.use('/own/*', etag({ generateDigest: body => crypto.subtle.digest({ name: 'SHA-256' }, body) }))
app.get('/:kind/item', c => c.json({ version }, 200, { 'x-message': 'kept', 'cache-control': 'max-age=60' }))
app.get('/:kind/set', c => c.text('tagged by hand', 200, { etag: '"by-hand"' }))
app.get('/:kind/empty', c => c.body(null, 204))
app.get('/:kind/stream', () => {
  const chunks = ['one', 'two', 'three'].map(chunk => new TextEncoder().encode(chunk))
  return new Response(
    new ReadableStream({
      start: controller => {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    }),
  )
})
app.put('/:kind/item', c => {
  version += 1
  return c.body(null, 204)
})

export default app
