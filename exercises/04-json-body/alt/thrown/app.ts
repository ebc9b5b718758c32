import { type Context, Hono } from 'hono'
import { z } from 'zod'

/** Thrown where something is found to be wrong; onError makes the answer of it. */
class RequestValidationError extends Error {
  constructor(readonly issues: { loc: PropertyKey[]; msg: string }[]) {
    super('The request is not valid')
  }
}

const intText = z.string().regex(/^-?\d+$/, 'Not a whole number')
const floatText = z.string().regex(/^\s*-?\d+(\.\d*)?\s*$/, 'Not a number')
const float = z.number().or(floatText.transform(Number))

const itemModel = z.object({
  name: z.string(),
  price: float,
  tax: float.nullable().optional(),
  tags: z.array(z.string()).optional(),
  maker: z.object({ name: z.string(), country: z.string().nullable().optional() }).nullable().optional(),
})

const createRequest = z.object({ body: itemModel })
const updateRequest = z.object({
  path: z.object({ item_id: intText.transform(Number) }),
  query: z.object({ version: intText.transform(Number) }),
  body: itemModel,
})

const parse = async <Model extends z.ZodType>(c: Context, model: Model): Promise<z.output<Model>> => {
  const type = c.req.header('content-type')?.split(';')[0] ?? ''
  const text = await c.req.text()
  let body: unknown
  try {
    body = /^application\/(.+\+)?json$/i.test(type) ? JSON.parse(text) : undefined
  } catch (error) {
    throw new RequestValidationError([{ loc: ['body', 0], msg: `JSON decode error: ${error}` }])
  }
  const result = model.safeParse({ path: c.req.param(), query: c.req.query(), body })
  if (result.success) return result.data
  throw new RequestValidationError(result.error.issues.map(({ path, message }) => ({ loc: path, msg: message })))
}

const complete = ({ name, price, tax = null, tags = [], maker = null }: z.output<typeof itemModel>) => ({
  name,
  price,
  price_with_tax: tax === null ? null : price + tax,
  tax,
  tags,
  maker: maker && { name: maker.name, country: maker.country ?? null },
})

const app = new Hono()

app.onError((error, c) => {
  if (error instanceof RequestValidationError) return c.json({ detail: error.issues }, 422)
  console.error(error)
  return c.text('Internal Server Error', 500)
})

app.post('/items', async c => {
  const { body } = await parse(c, createRequest)
  return c.json(complete(body))
})

app.put('/items/:item_id', async c => {
  const { path, query, body } = await parse(c, updateRequest)
  return c.json({ item_id: path.item_id, version: query.version, ...complete(body) })
})

export default app
