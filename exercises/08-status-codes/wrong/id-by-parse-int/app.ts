// caught by: id-notation
import { Hono } from 'hono'

interface Item {
  name: string
}

const items = new Map<number, Item>([
  [1, { name: 'Foo' }],
  [2, { name: 'Bar' }],
])

/** The body of a 422, in FastAPI's shape: `loc` says where the bad value came from. */
const invalid = (loc: [source: 'path' | 'query', name: string], msg: string) => ({ detail: [{ loc, msg }] })

const invalidId = invalid(['path', 'item_id'], 'The id must be a whole number')

const parseId = (text: string): number | null => {
  const id = Number.parseInt(text, 10)
  return text.includes('.') || Number.isNaN(id) ? null : id
}

const app = new Hono()

app.post('/items', c => {
  const name = c.req.query('name')
  if (name === undefined) return c.json(invalid(['query', 'name'], 'A name is required'), 422)
  return c.json({ name }, 201)
})

app.get('/items/:id', c => {
  const id = parseId(c.req.param('id'))
  if (id === null) return c.json(invalidId, 422)

  const item = items.get(id)
  if (!item) return c.json({ detail: `Item ${id} not found` }, 404, { 'X-Error': 'Item missing' })
  return c.json(item)
})

app.get('/custom', c => c.json({ message: 'ok' }, 200, { 'X-Custom': 'value' }))

app.delete('/items/:id', c => {
  const id = parseId(c.req.param('id'))
  if (id === null) return c.json(invalidId, 422)

  items.delete(id)
  return c.body(null, 204)
})

export default app
