// caught by: missing-item
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

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

/** Number() alone would accept '1e0', '0x1' and ' 1 ' as well. */
const parseId = (text: string): number | null => (/^-?\d+$/.test(text) ? Number(text) : null)

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
  if (!item) throw new HTTPException(404, { message: `Item ${id} not found` })
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
