import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'

/** A validator whose answer to bad values is that of FastAPI, with all problems of this source in one list. */
const valid = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(target: Target, schema: Schema) =>
  zValidator(target, schema, (result, c) => {
    if (result.success) return
    const source = target === 'param' ? 'path' : target
    const detail = result.error.issues.map(({ path, message, code }) => ({
      type: code,
      loc: [source, ...path],
      msg: message,
    }))
    return c.json({ detail }, 422)
  })

// z.coerce.number() would take '' for 0, and '0x10' for 16.
const int = z
  .string()
  .regex(/^[-+]?\d+$/, 'Input should be a valid integer')
  .transform(Number)

const bool = z.stringbool()

/** Hono's validator gives a text for one value and a list for several. */
const list = z.preprocess(value => (typeof value === 'string' ? [value] : value), z.array(z.string()).default([]))

const app = new Hono()

app.get('/users/me', c => c.json({ user_id: 1 }))

app.get('/users/:user_id', valid('param', z.object({ user_id: int })), c => c.json(c.req.valid('param')))

app.get(
  '/users/:user_id/loans',
  valid('param', z.object({ user_id: int })),
  valid('query', z.object({ overdue: bool.default(false) })),
  c => c.json({ ...c.req.valid('param'), ...c.req.valid('query') }),
)

app.get(
  '/books',
  valid(
    'query',
    z.object({ skip: int.default(0), limit: int.default(10), q: z.string().nullable().default(null), tag: list }),
  ),
  c => {
    const { tag: tags, ...others } = c.req.valid('query')
    return c.json({ ...others, tags })
  },
)

app.get('/search', valid('query', z.object({ q: z.string() })), c => c.json(c.req.valid('query')))

app.get('/genres/:genre', valid('param', z.object({ genre: z.enum(['crime', 'fantasy', 'poetry']) })), c =>
  c.json(c.req.valid('param')),
)

app.get('/files/:file_path{.*}', c => c.json({ file_path: c.req.param('file_path') }))

export default app
