import { Hono } from 'hono'

const app = new Hono()

// What the client sent under one name, by every way of asking.
app.all('/one/:name', c => {
  const name = c.req.param('name')
  return c.json([c.req.header(name) ?? null, c.req.raw.headers.get(name), c.req.raw.headers.has(name)])
})

// Everything the client sent.
app.all('/all', c => c.json(c.req.header()))

app.all('/url', c => c.json([c.req.url, c.req.path, c.req.header('host')]))

app.get('/copies', c => {
  const again = new Request(c.req.raw)
  const other = new Request('http://elsewhere.example/', { headers: c.req.raw.headers })
  const changed = new Request(c.req.raw, { headers: { cookie: 'new=1' } })
  const names = ['cookie', 'origin', 'referer', 'user-agent']
  return c.json([again, c.req.raw.clone(), other, changed].map(({ headers }) => names.map(name => headers.get(name))))
})

// Sets one header on the answer, in as many ways as there are.
app.get('/set/:way', c => {
  const name = c.req.query('name') ?? ''
  const value = c.req.query('value') ?? ''
  switch (c.req.param('way')) {
    case 'header':
      c.header(name, value)
      return c.text('ok')
    case 'init':
      return new Response('ok', { headers: { 'content-type': 'text/plain', [name]: value } })
    case 'pairs':
      return new Response('ok', {
        headers: [
          [name, value],
          [name, `${value}-2`],
        ],
      })
    case 'later': {
      const response = new Response('ok')
      response.headers.append(name, value)
      response.headers.append(name, `${value}-2`)
      return response
    }
    default: {
      const headers = new Headers({ [name]: value })
      return new Response(new Response('ok', { headers }).body, { headers })
    }
  }
})

app.use('/after/*', async (c, next) => {
  await next()
  c.header('x-after', 'yes')
  c.res.headers.append('set-cookie', 'after=1')
  c.res.headers.delete('x-before')
})
app.get('/after/plain', c => c.text('ok', 200, { 'x-before': '1', 'set-cookie': 'before=1' }))
app.get('/after/redirect', () => Response.redirect('http://elsewhere.example/'))

app.get('/remove', c => {
  c.header('x-one', '1')
  c.header('x-two', '2')
  c.header('x-one', undefined)
  return c.text('ok')
})

app.get('/list', c => {
  c.header('vary', 'accept')
  c.header('vary', 'origin', { append: true })
  c.header('link', '</a>; rel=next', { append: true })
  c.header('link', '</b>; rel=last', { append: true })
  return c.text('ok')
})

app.get('/many', c => {
  for (let number = 0; number < 120; number++) c.header(`x-number-${number}`, String(number))
  return c.text('ok')
})

app.get('/long', c => c.text('ok', 200, { 'x-long': 'a'.repeat(6_000) }))

app.get('/plain-init', () => new Response('ok', { headers: { 'x-own': '1' } }))

app.get('/length', () => new Response('12345', { headers: { 'content-type': 'text/plain', 'content-length': '5' } }))

app.get('/date', c => c.text('ok', 200, { date: 'Tue, 15 Nov 1994 08:12:31 GMT' }))

app.get('/bad/:kind', c => {
  const name = c.req.param('kind') === 'name' ? 'not a name' : 'x-bad'
  const value = c.req.param('kind') === 'value' ? 'line\nbreak' : c.req.param('kind') === 'wide' ? 'Ł' : 'ok'
  try {
    c.header(name, value)
    return c.text('taken')
  } catch (error) {
    return c.text(error instanceof Error ? error.name : 'thrown', 400)
  }
})

export default app
