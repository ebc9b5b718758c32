import { Hono } from 'hono'

const app = new Hono()
app.get('/found', c => c.redirect('/there'))
app.get('/code/:code', c => c.redirect('/there', Number(c.req.param('code')) as 301))
app.get('/relative', c => c.redirect('../there?x=1#part'))
app.get('/absolute', c => c.redirect('https://elsewhere.example/a b'))
app.get('/letters', c => c.redirect('/jörg/ütze'))
app.get('/signs', c => c.redirect('/✓'))
app.get('/encoded', c => c.redirect(`/search?q=${encodeURIComponent('a&b')}`))
app.get('/platform', () => Response.redirect('http://elsewhere.example/there', 307))
app.get('/platform/relative', () => Response.redirect('/there'))
app.get('/platform/code', () => Response.redirect('http://elsewhere.example/', 200))
app.get('/platform/immutable', () => {
  const response = Response.redirect('http://elsewhere.example/there')
  response.headers.set('x-own', '1')
  return response
})
app.post('/form', async c => {
  const { next } = await c.req.parseBody()
  return c.redirect(String(next), 303)
})

export default app
