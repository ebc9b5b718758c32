import { type Context, Hono } from 'hono'

/** Patterns in the routes let through what is right; what they leave is refused by the routes after them. */
const refuse =
  (...loc: string[]) =>
  (c: Context) =>
    c.json({ detail: [{ type: 'value_error', loc, msg: 'Unprocessable' }] }, 422)

const app = new Hono()

app.get('/users/me', c => c.json({ user_id: 1 }))
app.get('/users/:id{-?[0-9]+}', c => c.json({ user_id: Number(c.req.param('id')) }))

app.get('/users/:id{-?[0-9]+}/loans', c => {
  const overdue = new URL(c.req.url).searchParams.get('overdue')
  const user_id = Number.parseInt(c.req.param('id'), 10)
  if (overdue === null || /^(false|0|off|no)$/i.test(overdue)) return c.json({ user_id, overdue: false })
  if (/^(true|1|on|yes)$/i.test(overdue)) return c.json({ user_id, overdue: true })
  return refuse('query', 'overdue')(c)
})

app.on('GET', ['/users/:id', '/users/:id/loans'], refuse('path', 'user_id'))

app.get('/books', c => {
  const query = new URL(c.req.url).searchParams
  for (const name of ['skip', 'limit']) {
    if (query.has(name) && !/^-?[0-9]+$/.test(query.get(name) ?? '')) return refuse('query', name)(c)
  }
  return c.json({
    skip: Number(query.get('skip') ?? 0),
    limit: Number(query.get('limit') ?? 10),
    q: query.get('q'),
    tags: query.getAll('tag'),
  })
})

app.get('/search', c => {
  const q = new URL(c.req.url).searchParams.get('q')
  return q === null ? refuse('query', 'q')(c) : c.json({ q })
})

app.get('/genres/:genre{crime|fantasy|poetry}', c => c.json({ genre: c.req.param('genre') }))
app.get('/genres/:genre', refuse('path', 'genre'))

app.get('/files/*', c => {
  const { pathname } = new URL(c.req.url)
  return c.json({ file_path: decodeURIComponent(pathname.slice('/files/'.length)) })
})

export default app
