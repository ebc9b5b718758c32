// caught by: refused-headers
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { type RequestIdVariables, requestId } from 'hono/request-id'

const ADMIN_KEY = 'open-sesame'

const orders: string[] = []
const journal: string[] = []

/** A middleware with an option is what a function returns. */
const trace = (name: string) =>
  createMiddleware(async (_, next) => {
    journal.push(`${name} in`)
    await next()
    journal.push(`${name} out`)
  })

const clock = createMiddleware(async (c, next) => {
  const started = Date.now()
  await next()
  c.header('X-Process-Time', `${(Date.now() - started) * 0.001}`)
})

const adminsOnly = createMiddleware(async (c, next) => {
  if (c.req.header('X-API-Key') !== ADMIN_KEY) return c.json({ detail: 'Admins only' }, 403)
  return next()
})

const app = new Hono<{ Variables: RequestIdVariables }>()

// A request meets them in this order, and the answer the other way round: the first is the outermost.
app.use(
  cors({
    origin: ['https://shop.example'],
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['X-API-Key'],
    exposeHeaders: ['X-Request-ID', 'X-Process-Time'],
    credentials: true,
  }),
)
app.use(trace('outer'))
app.use(requestId())
app.use('/admin/*', adminsOnly)
app.use(clock)
app.use(trace('inner'))

app.post('/orders/:drink', c => {
  const drink = c.req.param('drink')
  journal.push(`order ${drink}`)
  orders.push(drink)
  return c.json({ drink, request_id: c.get('requestId') }, 201)
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
