import { Hono } from 'hono'
import { cors } from 'hono/cors'

const app = new Hono()

app.use('/open/*', cors())
app.use(
  '/shop/*',
  cors({
    origin: ['https://shop.example', 'https://admin.example'],
    allowMethods: ['GET', 'PUT'],
    allowHeaders: ['x-token', 'content-type'],
    exposeHeaders: ['x-total', 'x-page'],
    maxAge: 600,
    credentials: true,
  }),
)
app.use('/rule/*', cors({ origin: (origin, c) => (origin.endsWith('.example') && c.req.path ? origin : null) }))
app.use('/one/*', cors({ origin: 'https://only.example' }))
app.all('/:area/data', c => c.json({ area: c.req.param('area') }, 200, { 'x-total': '3' }))

export default app
