import { createRoute, OpenAPIHono, z as zo } from '@hono/zod-openapi'
import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import { validator } from 'hono/validator'
import * as z from 'zod'

const app = new Hono()
app.post(
  '/plain/:id',
  validator('param', value => value),
  validator('query', value => value),
  validator('json', value => value),
  validator('header', value => value),
  validator('cookie', value => value),
  c =>
    c.json([
      c.req.valid('param'),
      c.req.valid('query'),
      c.req.valid('json'),
      c.req.valid('header')['x-own'],
      c.req.valid('cookie'),
    ]),
)
app.post(
  '/form',
  validator('form', (value, c) => (typeof value.name === 'string' ? { name: value.name } : c.text('no name', 422))),
  c => c.json(c.req.valid('form')),
)
app.post(
  '/file',
  validator('form', value => value),
  async c => {
    const { file } = c.req.valid('form')
    return c.json(file instanceof File ? [file.name, await file.text()] : typeof file)
  },
)

const Item = z.object({
  name: z.string().min(2).max(20),
  price: z.number().positive(),
  tags: z.array(z.string()).default([]),
  email: z.email().optional(),
  kind: z.enum(['new', 'used']).default('new'),
})
app.post('/items', zValidator('json', Item), c => c.json(c.req.valid('json'), 201))
app.get(
  '/items',
  zValidator(
    'query',
    z.object({
      limit: z.coerce.number().int().max(10).default(5),
      tag: z.union([z.string(), z.array(z.string())]).optional(),
    }),
  ),
  c => c.json(c.req.valid('query')),
)
app.get('/items/:id', zValidator('param', z.object({ id: z.uuid() })), c => c.json(c.req.valid('param')))
app.post(
  '/hook',
  zValidator('json', Item, (result, c) =>
    result.success
      ? undefined
      : c.json({ detail: result.error.issues.map(({ path, code }) => ({ loc: path, code })) }, 422),
  ),
  c => c.json(c.req.valid('json')),
)
app.post('/header', zValidator('header', z.object({ 'x-token': z.string() })), c => c.text('ok'))
app.get('/parse', c => {
  const parsed = z
    .string()
    .transform(text => text.length)
    .pipe(z.number().min(3))
    .safeParse(c.req.query('text'))
  return c.json(parsed.success ? parsed.data : z.treeifyError(parsed.error))
})
app.get('/schema', c => c.json(z.toJSONSchema(Item)))
app.get('/dates', c => c.json(z.object({ day: z.iso.date(), at: z.coerce.date() }).parse({ day: '2026-01-31', at: 0 })))

app.post('/words', c => {
  z.config({ customError: () => 'own words' })
  return c.text('set')
})
app.get('/words', c => c.json(z.string().safeParse(1).error?.issues[0]?.message))

const api = new OpenAPIHono()
const User = zo.object({ id: zo.string().openapi({ example: '7' }), age: zo.number().int() }).openapi('User')
const route = createRoute({
  method: 'get',
  path: '/users/{id}',
  request: {
    params: zo.object({
      id: zo
        .string()
        .min(2)
        .openapi({ param: { name: 'id', in: 'path' } }),
    }),
  },
  responses: { 200: { content: { 'application/json': { schema: User } }, description: 'The user' } },
})
api.openapi(route, c => c.json({ id: c.req.valid('param').id, age: 7 }, 200))
api.doc('/doc', { openapi: '3.0.0', info: { version: '1', title: 'Users' } })
api.doc31('/doc31', { openapi: '3.1.0', info: { version: '1', title: 'Users' } })
app.route('/open', api)

export default app
