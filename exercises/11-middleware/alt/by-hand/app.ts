import { type Context, Hono, type MiddlewareHandler } from 'hono'

type Variables = { requestId: string }

const ORIGIN = 'https://shop.example'
const orders: string[] = []
const journal: string[] = []

const app = new Hono<{ Variables: Variables }>()

const allow = (c: Context, headers: Record<string, string>) => {
  c.header('Vary', 'Origin', { append: true })
  if (c.req.header('Origin') !== ORIGIN) return
  c.header('Access-Control-Allow-Origin', ORIGIN)
  c.header('Access-Control-Allow-Credentials', 'true')
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
}

app.use(async (c, next) => {
  if (c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method')) {
    allow(c, { 'Access-Control-Allow-Methods': 'GET, POST, DELETE', 'Access-Control-Allow-Headers': 'X-API-Key' })
    return c.body(null, 204)
  }
  await next()
  allow(c, { 'Access-Control-Expose-Headers': 'X-Request-ID, X-Process-Time' })
})

const trace = (name: string): MiddlewareHandler => {
  return async (_c, next) => {
    journal.push(`${name} in`)
    await next()
    journal.push(`${name} out`)
  }
}

app.use(trace('outer'))

app.use(async (c, next) => {
  const id = c.req.header('X-Request-ID') || crypto.randomUUID()
  c.set('requestId', id)
  c.header('X-Request-ID', id)
  await next()
})

app.use(async (c, next) => {
  const started = Date.now()
  try {
    await next()
  } finally {
    c.res.headers.set('X-Process-Time', String((Date.now() - started) / 1000))
  }
})

app.use(async (c, next) => {
  if (c.req.path.startsWith('/admin/') && c.req.header('X-API-Key') !== 'open-sesame') {
    return c.json({ detail: 'Admins only' }, 403)
  }
  return next()
})

app.use(trace('inner'))

app.post('/orders/:drink', c => {
  const drink = c.req.param('drink')
  journal.push(`order ${drink}`)
  orders.push(drink)
  return c.json({ drink, request_id: c.var.requestId }, 201)
})
app.get('/orders', c => c.json(orders))
app.get('/slow', async c => {
  await new Promise(resolve => setTimeout(resolve, 120))
  return c.json({ done: true })
})
app.delete('/admin/orders', c => {
  orders.splice(0)
  return c.body(null, 204)
})
app.get('/journal', c => c.json(journal))

export default app
