import { Hono } from 'hono'

const items = [
  { id: 1, name: 'Foo' },
  { id: 2, name: 'Bar' },
]

const app = new Hono()

app.post('/items', async c => {
  const [name, ...others] = c.req.queries('name') ?? []
  if (name === undefined) {
    return c.json({ detail: [{ loc: ['query', 'name'], msg: 'Field required' }] }, 422)
  }
  return c.json({ name: others.at(-1) ?? name }, 201)
})

app.get('/items/:id{-?[0-9]+}', async c => {
  const id = Number.parseInt(c.req.param('id'), 10)
  const found = items.find(item => item.id === id)
  if (!found) return c.json({ detail: `Item ${id} not found` }, { status: 404, headers: { 'X-Error': 'Item missing' } })
  return c.json({ name: found.name })
})

app.delete('/items/:id{-?[0-9]+}', async c => {
  const id = Number.parseInt(c.req.param('id'), 10)
  const index = items.findIndex(item => item.id === id)
  if (index >= 0) items.splice(index, 1)
  return c.newResponse(null, 204)
})

// What the pattern of the two routes above did not let through.
app.on(['GET', 'DELETE'], '/items/:id', c =>
  c.json({ detail: [{ loc: ['path', 'item_id'], msg: 'Input should be a valid integer' }] }, 422),
)

app.get('/custom', c => c.json({ message: 'ok' }, 200, { 'X-Custom': 'value' }))

export default app
