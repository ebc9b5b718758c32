import { Hono } from 'hono'
import { hc } from 'hono/client'
import { getRouterName, inspectRoutes } from 'hono/dev'
import { createFactory, createMiddleware } from 'hono/factory'
import { html, raw } from 'hono/html'
import { proxy } from 'hono/proxy'
import { Hono as Quick } from 'hono/quick'
import { matchedRoutes, routePath } from 'hono/route'
import { testClient } from 'hono/testing'
import { Hono as Tiny } from 'hono/tiny'
import { validator } from 'hono/validator'

const factory = createFactory<{ Variables: { user: string } }>()
const named = createMiddleware<{ Variables: { user: string } }>(async (c, next) => {
  c.set('user', c.req.header('x-user') ?? 'nobody')
  await next()
})
const books = new Hono()
  .get('/:id', c => c.json({ id: c.req.param('id'), cookie: c.req.header('cookie') ?? null }))
  .post(
    '/',
    validator('json', value => value as { title: string }),
    c => c.json({ title: c.req.valid('json').title }, 201),
  )
const app = factory.createApp()
app.use(named)
app.get('/who', ...factory.createHandlers(named, c => c.text(c.get('user'))))
app.route('/books', books)

app.get('/client', async c => {
  const client = hc<typeof books>('http://own.example/books', {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => app.request(input, init),
  })
  const read = await client[':id'].$get({ param: { id: 'a b' } }, { headers: { cookie: 'a=1' } })
  const made = await client.index.$post({ json: { title: 'ü' } })
  return c.json([await read.json(), made.status, await made.json(), client[':id'].$url({ param: { id: '7' } }).href])
})
app.get('/testing', async c => {
  const answer = await testClient(books)[':id'].$get({ param: { id: '7' } })
  return c.json([answer.status, await answer.json()])
})
app.get('/request', async c => {
  const answer = await app.request('/books/7', { headers: { cookie: 'b=2' } })
  const posted = await app.request('/books', {
    method: 'POST',
    body: '{"title":"t"}',
    headers: { 'content-type': 'application/json' },
  })
  return c.json([await answer.json(), posted.status])
})
app.get('/proxy/:id', c =>
  proxy(`http://own.example/books/${c.req.param('id')}`, {
    ...c.req,
    headers: { ...c.req.header(), 'x-forwarded-host': c.req.header('host'), cookie: 'from=proxy' },
    customFetch: request => Promise.resolve(app.fetch(request)),
  }),
)
app.get('/proxy-headers', c =>
  proxy('http://own.example/', {
    raw: c.req.raw,
    customFetch: async request =>
      new Response([...request.headers.keys()].sort().join(), {
        headers: [
          ['content-type', 'text/plain'],
          ['connection', 'x-hop'],
          ['x-hop', '1'],
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
          ['content-encoding', 'gzip'],
          ['x-kept', '1'],
        ],
      }),
  }),
)
app.get('/html', c => {
  const name = '<script>alert("ü")</script>'
  return c.html(
    html`<!doctype html><p>${name} ${raw('<b>bold</b>')} ${[1, 2].map(item => html`<i>${item}</i>`)} ${Promise.resolve('later')}</p>`,
  )
})
app.get('/render', c => {
  c.setRenderer(content => c.html(html`<main>${content}</main>`))
  return c.render('rendered')
})
app.get('/presets', async c => {
  const apps = [new Quick(), new Tiny(), new Hono()].map(one => one.get('/x/:id', x => x.text(x.req.param('id'))))
  return c.json(
    await Promise.all(apps.map(async one => [await (await one.request('/x/7')).text(), getRouterName(one)])),
  )
})
app.get('/routes', c =>
  c.json([inspectRoutes(books).map(({ path, method }) => `${method} ${path}`), routePath(c), matchedRoutes(c).length]),
)
app.get('/set', c => {
  c.set('user', 'set')
  return c.json([c.get('user'), c.var.user, c.req.matchedRoutes.length > 0])
})

export default app
