import { type Context, Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { methodOverride } from 'hono/method-override'
import { appendTrailingSlash, trimTrailingSlash } from 'hono/trailing-slash'

const app = new Hono()
const tell = (c: Context) => c.json({ path: c.req.path, params: c.req.param(), route: c.req.routePath })

app.get('/items/:id', tell)
app.get('/items/:id{[0-9]+}/price', tell)
app.get('/items/:id/:part?', tell)
app.get('/files/*', tell)
app.get('/files/:name{.+\\.png}', tell)
app.get('/users/me', c => c.text('me'))
app.get('/users/:name', c => c.text(`user ${c.req.param('name')}`))
app.get('/a b/:name', tell)
app.get('/größe/:name', tell)
app.get('/dots/:name', tell)
app.get('/dots', tell)
app.get('/slash/', c => c.text('with slash'))
app.get('/first', (c, next) => (c.req.query('go') ? next() : c.text('first')))
app.get('/first', c => c.text('second'))

app.get('/query', c =>
  c.json([
    c.req.query(),
    c.req.queries(),
    c.req.query('a') ?? null,
    c.req.queries('a') ?? null,
    new URL(c.req.url).search,
  ]),
)

app.use('/order/*', async (c, next) => {
  c.header('x-order', `${c.res.headers.get('x-order') ?? ''}a`)
  await next()
  c.header('x-order', `${c.res.headers.get('x-order') ?? ''}A`)
})
app.use('/order/*', async (c, next) => {
  c.header('x-order', `${c.res.headers.get('x-order') ?? ''}b`)
  await next()
  c.header('x-order', `${c.res.headers.get('x-order') ?? ''}B`)
})
app.get('/order/x', c => c.text('ordered'))

const api = new Hono().basePath('/api')
api.get('/version', tell)
const inner = new Hono()
inner.get('/', tell)
inner.get('/:id', tell)
api.route('/inner', inner)
app.route('/', api)
app.route('/v2', inner)

const other = (request: Request) =>
  Response.json([request.method, new URL(request.url).pathname, request.headers.get('cookie')])
app.mount('/mounted', other)
app.mount('/mounted-app', new Hono().get('/deep/:x', tell).fetch)
app.mount('/kept', other, { replaceRequest: false })

const strict = new Hono({ strict: false })
strict.get('/loose', c => c.text('loose'))
app.route('/strict-no-effect', strict)

const trimmed = new Hono()
trimmed.use(trimTrailingSlash())
trimmed.get('/about', c => c.text('about'))
const appended = new Hono()
appended.use(appendTrailingSlash())
appended.get('/about/', c => c.text('about'))

const overridden = new Hono()
overridden.use('/posts', methodOverride({ app: overridden }))
overridden.delete('/posts', c => c.text('deleted'))
overridden.post('/posts', c => c.text('posted'))
overridden.use('/by-header', methodOverride({ app: overridden, header: 'x-method' }))
overridden.put('/by-header', async c => c.text(`put ${await c.req.text()}`))
overridden.use('/by-query', methodOverride({ app: overridden, query: '_method' }))
overridden.patch('/by-query', c => c.text(`patched ${c.req.query('_method') ?? 'without query'}`))

const guarded = new Hono()
guarded.use(methodNotAllowed({ app: guarded }))
guarded.get('/thing', c => c.text('thing'))
guarded.post('/thing', c => c.text('made'))

// One app per host.
const hosts: Record<string, Hono> = {
  'trim.example': trimmed,
  'append.example': appended,
  'override.example': overridden,
  'guard.example': guarded,
}
export default {
  fetch: (request: Request, env: Record<string, string>) =>
    (hosts[request.headers.get('host') ?? ''] ?? app).fetch(request, env),
}
