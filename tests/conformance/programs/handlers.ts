import { Hono } from 'hono'

// An app whose own handlers for errors and unknown paths are at fault or unusual.
const app = new Hono()
app.use(async (c, next) => {
  await next()
  c.header('x-error', c.error?.message ?? 'none')
})
app.notFound(c => {
  c.header('x-found', 'no')
  return c.json({ detail: `no ${c.req.path}` }, 404)
})
app.onError((error, c) => {
  if (error.message === 'twice' || error.message === 'in the handler of errors')
    throw new Error('in the handler of errors')
  if (error.message === 'json') return Response.json({ error: error.message }, { status: 500 })
  return c.text(`${error.message}!`, 500)
})
app.get('/error/:message', c => {
  throw new Error(c.req.param('message'))
})
app.get('/missing', c => c.notFound())
app.get('/fine', c => c.text('fine'))

export default app
