import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'

const Int = z.stringFormat('int', /^[+-]?[0-9]+$/).pipe(z.coerce.number())

const Float = z.preprocess(
  value => (typeof value === 'string' && value.trim() !== '' && !/[xob]/i.test(value) ? Number(value) : value),
  z.number(),
)

const Item = z
  .object({
    name: z.string(),
    price: Float,
    tax: z.nullable(Float).default(null),
    tags: z.string().array().default([]),
    maker: z.nullable(z.object({ name: z.string(), country: z.nullable(z.string()).default(null) })).default(null),
  })
  .transform(({ price, tax, ...rest }) => {
    return { ...rest, price, tax, price_with_tax: tax !== null ? price + tax : null }
  })

const UpdatePath = z.object({ item_id: Int })
const UpdateQuery = z.object({ version: Int })

const entries = (source: string, error: z.core.$ZodError | undefined) =>
  error?.issues.map(({ code, path, message }) => ({ type: code, loc: [source, ...path], msg: message })) ?? []

const app = new Hono()

// The validator throws this before its hook is called.
app.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 400) {
    return c.json({ detail: [{ type: 'json_invalid', loc: ['body'], msg: error.message }] }, 422)
  }
  console.error(error)
  return c.json({ detail: 'Internal Server Error' }, 500)
})

app.post(
  '/items',
  zValidator('json', Item, (body, c) => {
    if (!body.success) return c.json({ detail: entries('body', body.error) }, 422)
  }),
  c => c.json(c.req.valid('json')),
)

app.put(
  '/items/:item_id',
  // One validator whose hook looks at the other sources too: three would stop at the first that fails.
  zValidator('json', Item, (body, c) => {
    const path = UpdatePath.safeParse(c.req.param())
    const query = UpdateQuery.safeParse(c.req.query())
    const detail = [
      ...entries('path', path.error),
      ...entries('query', query.error),
      ...entries('body', body.success ? undefined : body.error),
    ]
    if (detail.length > 0) return c.json({ detail }, 422)
  }),
  c => {
    const item = c.req.valid('json')
    return c.json({ ...UpdatePath.parse(c.req.param()), ...UpdateQuery.parse(c.req.query()), ...item })
  },
)

export default app
