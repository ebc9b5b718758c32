import { type Context, Hono } from 'hono'
import { validator } from 'hono/validator'

type Source = 'path' | 'query'
type Problem = { loc: [Source, string]; msg: string }

const unprocessable = (c: Context, problems: Problem[]) => c.json({ detail: problems }, 422)

/** As FastAPI does, the last of several values counts. */
const last = (value: string | string[] | undefined) => (Array.isArray(value) ? value.at(-1) : value)

const parseInteger = (text: string): number | null => {
  const number = Number(text)
  return String(number) === text && Number.isInteger(number) ? number : null
}

const userId = validator('param', ({ user_id = '' }: Record<string, string>, c) => {
  const id = parseInteger(user_id)
  if (id === null) return unprocessable(c, [{ loc: ['path', 'user_id'], msg: 'Not an integer' }])
  return { user_id: id }
})

const loansQuery = validator('query', (query, c) => {
  const word = (last(query.overdue) ?? 'no').toLowerCase()
  if (['true', '1', 'on', 'yes', 't', 'y'].includes(word)) return { overdue: true }
  if (['false', '0', 'off', 'no', 'f', 'n'].includes(word)) return { overdue: false }
  return unprocessable(c, [{ loc: ['query', 'overdue'], msg: 'Not a boolean' }])
})

const booksQuery = validator('query', (query, c) => {
  const problems: Problem[] = []
  const integer = (name: string, fallback: number) => {
    const text = last(query[name])
    if (text === undefined) return fallback
    const number = parseInteger(text)
    if (number === null) problems.push({ loc: ['query', name], msg: 'Not an integer' })
    return number
  }
  const skip = integer('skip', 0)
  const limit = integer('limit', 10)
  if (problems.length > 0) return unprocessable(c, problems)
  const tags = query.tag === undefined ? [] : [query.tag].flat()
  return { skip, limit, q: last(query.q) ?? null, tags }
})

const searchQuery = validator('query', (query, c) => {
  const q = last(query.q)
  if (q === undefined) return unprocessable(c, [{ loc: ['query', 'q'], msg: 'Field required' }])
  return { q }
})

const genreParam = validator('param', ({ genre }: Record<string, string>, c) => {
  switch (genre) {
    case 'crime':
    case 'fantasy':
    case 'poetry':
      return { genre }
    default:
      return unprocessable(c, [{ loc: ['path', 'genre'], msg: 'Not a genre' }])
  }
})

const app = new Hono()
  .get('/users/me', c => c.json({ user_id: 1 }))
  .get('/users/:user_id', userId, c => c.json(c.req.valid('param')))
  .get('/users/:user_id/loans', userId, loansQuery, c => c.json({ ...c.req.valid('param'), ...c.req.valid('query') }))
  .get('/books', booksQuery, c => c.json(c.req.valid('query')))
  .get('/search', searchQuery, c => c.json(c.req.valid('query')))
  .get('/genres/:genre', genreParam, c => c.json(c.req.valid('param')))
  .get('/files/:file_path{.+}', c => c.json({ file_path: c.req.param('file_path') }))

export default app
