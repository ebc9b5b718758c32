import { Hono } from 'hono'
import { validator } from 'hono/validator'

const items = new Map<number, { name: string }>()
items.set(1, { name: 'Foo' })
items.set(2, { name: 'Bar' })

const validName = validator('query', ({ name }, c) => {
  const value = Array.isArray(name) ? name.at(-1) : name
  if (value === undefined) {
    return c.json({ detail: [{ type: 'missing', loc: ['query', 'name'], msg: 'Field required', input: null }] }, 422)
  }
  return { name: value }
})

const validId = validator('param', ({ id }, c) => {
  const number = Number(id)
  if (!Number.isSafeInteger(number) || String(number) !== id) {
    const msg = 'Input should be a valid integer, unable to parse string as an integer'
    return c.json({ detail: [{ type: 'int_parsing', loc: ['path', 'item_id'], msg, input: id }] }, 422)
  }
  return { id: number }
})

const app = new Hono()

app.post('/items', validName, c => {
  c.status(201)
  return c.json(c.req.valid('query'))
})

app.get('/items/:id', validId, c => {
  const { id } = c.req.valid('param')
  const item = items.get(id)
  if (item) return c.json(item)
  c.header('X-Error', 'Item missing')
  return c.json({ detail: `Item ${id} not found` }, 404)
})

app.delete('/items/:id', validId, c => {
  items.delete(c.req.valid('param').id)
  return c.body(null, 204)
})

app.get('/custom', c => c.json({ message: 'ok' }, { headers: { 'X-Custom': 'value' } }))

export default app
