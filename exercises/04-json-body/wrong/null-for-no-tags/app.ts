// caught by: null
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'

// Number() alone would accept '', '1e3' and '0x10' as well, so the text is looked at first.
const intText = z.string().regex(/^-?\d+$/)
const floatText = z.string().regex(/^-?\d+(\.\d+)?$/)

/** int, in a path or a query. */
const Int = intText.transform(Number)

/** float, which Pydantic reads from a number and from a text that spells one. */
const Float = z.union([z.number(), floatText.transform(Number)])

const Maker = z.object({
  name: z.string(),
  country: z.string().nullable().default(null),
})

const Item = z
  .object({
    name: z.string(),
    price: Float,
    tax: Float.nullable().default(null),
    tags: z
      .array(z.string())
      .nullish()
      .transform(tags => tags ?? []),
    maker: Maker.nullable().default(null),
  })
  .transform(item => ({ ...item, price_with_tax: item.tax === null ? null : item.price + item.tax }))

const JSON_TYPE = /^application\/([\w.-]+\+)?json(;|$)/i

/** The value, or the text itself when that is not JSON: no model accepts a text, so it ends as a 422 like any other. */
const readBody = async (c: Context): Promise<unknown> =>
  c.req.header('content-type')?.match(JSON_TYPE) ? c.req.json().catch(() => c.req.text()) : c.req.text()

/** Validates the whole request at once, so that one answer tells all that is wrong. The path of an issue is its loc. */
const valid = <Schema extends z.ZodType>(schema: Schema) =>
  createMiddleware<{ Variables: { valid: z.output<Schema> } }>(async (c, next) => {
    const request = { path: c.req.param(), query: c.req.query(), body: await readBody(c) }
    const { success, data, error } = schema.safeParse(request)
    if (!success) return c.json({ detail: error.issues.map(({ path, message }) => ({ loc: path, msg: message })) }, 422)

    c.set('valid', data)
    return next()
  })

const app = new Hono()

app.post('/items', valid(z.object({ body: Item })), c => c.json(c.var.valid.body))

app.put(
  '/items/:item_id',
  valid(z.object({ path: z.object({ item_id: Int }), query: z.object({ version: Int }), body: Item })),
  c => {
    const { path, query, body } = c.var.valid
    return c.json({ ...path, ...query, ...body })
  },
)

export default app
