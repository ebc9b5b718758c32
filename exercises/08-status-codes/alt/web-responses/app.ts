import { Hono } from 'hono'

const items: Record<string, { name: string }> = { 1: { name: 'Foo' }, 2: { name: 'Bar' } }

const unprocessable = (...loc: string[]) =>
  Response.json({ detail: [{ loc, msg: 'Unprocessable', type: 'value_error' }] }, { status: 422 })

const app = new Hono()

app.post('/items', c => {
  const name = new URL(c.req.url).searchParams.get('name')
  return name === null ? unprocessable('query', 'name') : Response.json({ name }, { status: 201 })
})

app.get('/items/:id', c => {
  const id = c.req.param('id')
  if (!/^\d+$/.test(id)) return unprocessable('path', 'item_id')
  const item = items[id]
  if (item) return Response.json(item)
  const headers = { 'content-type': 'application/json', 'x-error': 'Item missing' }
  return new Response(JSON.stringify({ detail: `Item ${id} not found` }), { status: 404, headers })
})

app.get('/custom', () => Response.json({ message: 'ok' }, { headers: { 'x-custom': 'value' } }))

app.delete('/items/:id', c => {
  const id = c.req.param('id')
  if (!/^\d+$/.test(id)) return unprocessable('path', 'item_id')
  delete items[id]
  return new Response(null, { status: 204 })
})

export default { fetch: app.fetch }
