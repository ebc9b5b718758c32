import { Hono } from 'hono'

const orders: string[] = []
const journal: string[] = []

const app = new Hono()

// Around everything below, from the outside in:
// 1. CORS for https://shop.example
// 2. trace "outer": "outer in" and "outer out" in the journal
// 3. X-Request-ID: the one that was sent, or a new UUID
// 4. X-Process-Time: the seconds that the rest took
// 5. paths below /admin/ need X-API-Key: open-sesame,
//    else 403 and { "detail": "Admins only" }
// 6. trace "inner"

// request_id is to be the id of the request.
app.post('/orders/:drink', c => {
  const drink = c.req.param('drink')
  journal.push(`order ${drink}`)
  orders.push(drink)
  return c.json({ drink, request_id: '' }, 201)
})

app.get('/orders', c => c.json(orders))

app.get('/slow', async c => {
  await new Promise(resolve => setTimeout(resolve, 120))
  return c.json({ done: true })
})

app.delete('/admin/orders', c => {
  orders.length = 0
  return c.body(null, 204)
})

app.get('/journal', c => c.json(journal))

export default app
