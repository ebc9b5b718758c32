import { Hono } from 'hono'
import { unprocessable } from './app.ts'

const names = new Map([
  [1, 'Foo'],
  [2, 'Bar'],
])

const isInteger = (text: string) => /^-?\d+$/.test(text)
const wrongId = () => unprocessable('path', 'item_id', 'Not a whole number')

export const items = new Hono()
  .post('/', c => {
    const name = c.req.query('name')
    return name === undefined ? c.json(unprocessable('query', 'name', 'Missing'), 422) : c.json({ name }, 201)
  })
  .get('/:id', c => {
    const id = c.req.param('id')
    if (!isInteger(id)) return c.json(wrongId(), 422)
    const name = names.get(Number(id))
    if (name === undefined) return c.json({ detail: `Item ${id} not found` }, 404, { 'X-Error': 'Item missing' })
    return c.json({ name })
  })
  .delete('/:id', c => {
    const id = c.req.param('id')
    if (!isInteger(id)) return c.json(wrongId(), 422)
    names.delete(Number(id))
    return c.body(null, 204)
  })
