import { Hono } from 'hono'
import { every } from 'hono/combine'
import { cors } from 'hono/cors'
import { createFactory } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'

interface Env {
  Variables: { requestId: string }
}

const { createApp, createMiddleware } = createFactory<Env>()

const shop = { orders: [] as string[], journal: [] as string[] }

const trace = (name: string) =>
  createMiddleware(async (_, next) => {
    shop.journal.push(`${name} in`)
    await next()
    shop.journal.push(`${name} out`)
  })

const clock = createMiddleware(async (c, next) => {
  const started = performance.now()
  await next()
  c.res.headers.set('X-Process-Time', ((performance.now() - started) / 1000).toFixed(6))
})

// Inside of the error handler here, so an exception is as good as an answer.
const key = createMiddleware(async (c, next) => {
  if (c.req.header('X-API-Key') !== 'open-sesame') {
    throw new HTTPException(403, { res: Response.json({ detail: 'Admins only' }, { status: 403 }) })
  }
  await next()
})

const outside = every(
  cors({
    origin: origin => (origin === 'https://shop.example' ? origin : null),
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['X-API-Key'],
    exposeHeaders: ['X-Request-ID', 'X-Process-Time'],
    credentials: true,
  }),
  trace('outer'),
  requestId(),
  clock,
)

const orders = new Hono<Env>()
  .get('/', c => c.json(shop.orders))
  .post('/:drink', c => {
    const drink = c.req.param('drink')
    shop.journal.push(`order ${drink}`)
    shop.orders.push(drink)
    return c.json({ drink, request_id: c.var.requestId }, 201)
  })

const admin = new Hono<Env>().delete('/orders', c => {
  shop.orders = []
  return c.body(null, 204)
})

const app = createApp()
app.use(outside)
app.use('/admin/*', key)
app.use(trace('inner'))
app.route('/orders', orders)
app.route('/admin', admin)
app.get('/journal', c => c.json(shop.journal))
app.get('/slow', async c => {
  await new Promise(resolve => setTimeout(resolve, 120))
  return c.json({ done: true })
})

export default app
