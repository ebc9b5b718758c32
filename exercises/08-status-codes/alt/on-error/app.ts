import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

/** FastAPI's HTTPException: any JSON as detail, and headers of its own. */
class ApiError extends HTTPException {
  constructor(
    status: 404 | 422,
    readonly detail: string | { loc: string[]; msg: string; type: string }[],
    readonly headers: Record<string, string> = {},
  ) {
    super(status)
  }
}

const items = new Map([
  [1, { name: 'Foo' }],
  [2, { name: 'Bar' }],
])

const toId = (text: string): number => {
  if (/^[-+]?[0-9]+$/.test(text)) return Number(text)
  throw new ApiError(422, [{ loc: ['path', 'item_id'], msg: 'Input should be a valid integer', type: 'int_parsing' }])
}

const app = new Hono()

app.onError((error, c) => {
  if (error instanceof ApiError) return c.json({ detail: error.detail }, error.status, error.headers)
  console.error(error)
  return c.text('Internal Server Error', 500)
})

app.post('/items', c => {
  const name = c.req.query('name')
  if (name === undefined) {
    throw new ApiError(422, [{ loc: ['query', 'name'], msg: 'Field required', type: 'missing' }])
  }
  return c.json({ name }, 201)
})

app.get('/items/:item_id', c => {
  const id = toId(c.req.param('item_id'))
  const item = items.get(id)
  if (item === undefined) throw new ApiError(404, `Item ${id} not found`, { 'X-Error': 'Item missing' })
  return c.json(item)
})

app.get('/custom', c => {
  c.header('X-Custom', 'value')
  return c.json({ message: 'ok' })
})

app.delete('/items/:item_id', c => {
  items.delete(toId(c.req.param('item_id')))
  return c.body(null, 204)
})

export default app
