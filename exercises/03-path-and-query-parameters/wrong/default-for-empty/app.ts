// caught by: query-numbers-invalid
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** Ends the request with a 422 in FastAPI's shape: `loc` says where the value was looked for. */
const refuse = (...loc: [source: 'path' | 'query', name: string]): never => {
  const detail = [{ loc, msg: 'Missing, or not a value of this kind' }]
  throw new HTTPException(422, { res: Response.json({ detail }) })
}

/** Number() alone would accept '', '0x10' and '1e3' as well. */
const toInt = (text: string) => (/^-?\d+$/.test(text) ? Number(text) : undefined)

const booleans = new Map([
  ...['true', '1', 'on', 'yes'].map(word => [word, true] as const),
  ...['false', '0', 'off', 'no'].map(word => [word, false] as const),
])
const toBoolean = (text: string) => booleans.get(text.toLowerCase())

const genres = ['crime', 'fantasy', 'poetry']

const app = new Hono()

// Before /users/:user_id, which would take "me" for an id: the route declared first answers.
app.get('/users/me', c => c.json({ user_id: 1 }))

app.get('/users/:user_id', c => {
  const user_id = toInt(c.req.param('user_id')) ?? refuse('path', 'user_id')
  return c.json({ user_id })
})

app.get('/users/:user_id/loans', c => {
  const user_id = toInt(c.req.param('user_id')) ?? refuse('path', 'user_id')
  const overdue = toBoolean(c.req.query('overdue') ?? 'false') ?? refuse('query', 'overdue')
  return c.json({ user_id, overdue })
})

app.get('/books', c => {
  const skip = c.req.query('skip') || '0'
  const limit = c.req.query('limit') || '10'
  const { q = null } = c.req.query()
  return c.json({
    skip: toInt(skip) ?? refuse('query', 'skip'),
    limit: toInt(limit) ?? refuse('query', 'limit'),
    q,
    tags: c.req.queries('tag') ?? [],
  })
})

app.get('/search', c => c.json({ q: c.req.query('q') ?? refuse('query', 'q') }))

app.get('/genres/:genre', c => {
  const genre = genres.find(each => each === c.req.param('genre')) ?? refuse('path', 'genre')
  return c.json({ genre })
})

// The pattern lets the parameter take slashes as well.
app.get('/files/:file_path{.+}', c => c.json({ file_path: c.req.param('file_path') }))

export default app
