import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parsePrice } from './price'

class TooMany extends Error {
  override name = 'TooMany'
  constructor(readonly most: number) {
    super(`at most ${most}`)
  }
}

const app = new Hono()

app.get('/error', () => {
  throw new Error('broken')
})
app.get('/type-error', c => {
  const value = JSON.parse('null') as { name: string }
  return c.text(value.name)
})
app.get('/own', () => {
  throw new TooMany(3)
})
app.get('/cause', () => {
  throw new Error('outer', { cause: new RangeError('inner') })
})
app.get('/later', async () => {
  await new Promise(resolve => setTimeout(resolve, 1))
  throw new Error('broken later')
})
app.get('/file', c => c.text(String(parsePrice(c.req.query('price') ?? ''))))
app.get('/exception', () => {
  throw new HTTPException(404, { message: 'Item 3 not found' })
})
app.get('/exception/plain', () => {
  throw new HTTPException(401)
})
app.get('/exception/answer', () => {
  throw new HTTPException(401, {
    res: new Response('sign in', { status: 401, headers: { 'www-authenticate': 'Bearer' } }),
  })
})
app.get('/string', () => {
  throw 'just words'
})
app.get('/object', () => {
  throw { code: 7 }
})
app.get('/undefined', () => {
  throw undefined
})
app.get('/response', () => {
  throw new Response('thrown', { status: 418 })
})
app.get('/rejected', () => Promise.reject(new Error('rejected')))
app.get('/plain-object', () => ({ name: 'Lamp' }) as unknown as Response)
app.get('/plain-string', () => 'words' as unknown as Response)
app.get('/forgot', () => undefined as unknown as Response)
app.get('/json-of-nothing', c => c.json(undefined as unknown as null))

app.use('/middleware/*', async (_, next) => {
  await next()
  throw new Error('after the handler')
})
app.get('/middleware/x', c => c.text('never seen'))
app.use('/forgot-return/*', async () => undefined)
app.get('/forgot-return/x', c => c.text('never reached'))
app.use('/next-twice/*', async (_, next) => {
  await next()
  await next()
})
app.get('/next-twice/x', c => c.text('once'))

const handled = new Hono()
handled.onError((error, c) => {
  console.log('caught', error.name, error.message)
  return c.json({ error: error.name, path: c.req.path }, error instanceof HTTPException ? error.status : 503)
})
handled.get('/error', () => {
  throw new TooMany(5)
})
handled.get('/exception', () => {
  throw new HTTPException(409, { message: 'conflict' })
})
handled.get('/bad-json', async c => c.json(await c.req.json()))
handled.notFound(c => c.text('not here', 404))
app.route('/handled', handled)

app.get('/loud', async () => {
  console.error('going wrong:', new Error('logged'))
  return new Response('fine')
})

export default app
