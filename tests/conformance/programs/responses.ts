import { Hono } from 'hono'

const app = new Hono()
const bytes = new Uint8Array([0, 1, 2, 253, 254, 255])

app.get('/string', () => new Response('plain words'))
app.get('/empty-string', () => new Response(''))
app.get('/nothing', () => new Response())
app.get('/bytes', () => new Response(bytes))
app.get('/view', () => new Response(bytes.subarray(2, 4)))
app.get('/buffer', () => new Response(bytes.buffer))
app.get('/words', () => new Response(new Uint16Array([0x4241, 0x4443])))
app.get('/blob', () => new Response(new Blob(['blob ', 'words'], { type: 'text/x-own' })))
app.get('/file', () => new Response(new File(['file'], 'a.txt', { type: 'text/csv' })))
app.get('/params', () => new Response(new URLSearchParams({ a: '1 2', b: 'ü' })))
app.get('/form', async () => {
  const form = new FormData()
  form.append('a', '1')
  form.append('file', new File(['x'], 'x.txt'))
  const response = new Response(form)
  const type = response.headers.get('content-type') ?? ''
  const back = await response.formData()
  return Response.json([type.split(';')[0], [...back.keys()]])
})
app.get('/number', () => new Response(String(42), { status: 201 }))
app.get('/json', () => Response.json({ a: 1 }))
app.get('/json/more', () =>
  Response.json(['ü'], { status: 202, headers: { 'content-type': 'application/own+json', 'set-cookie': 'a=1' } }),
)
app.get('/json/undefined', () => Response.json(undefined))
app.get('/json/circular', () => {
  const value: Record<string, unknown> = {}
  value.self = value
  return Response.json(value)
})
app.get('/error', () => Response.error())
app.get('/once', async () => {
  const response = new Response('once')
  await response.text()
  return response
})
const shared = new Response('made once')
app.get('/shared', () => shared)
app.get('/clone', async () => {
  const response = new Response('cloned', {
    status: 201,
    headers: [
      ['set-cookie', 'a=1'],
      ['x-own', '1'],
    ],
  })
  const copy = response.clone()
  copy.headers.set('x-own', '2')
  return Response.json([
    await response.text(),
    await copy.text(),
    copy.status,
    response.headers.get('x-own'),
    copy.headers.getSetCookie(),
  ])
})
app.get('/clone/used', async () => {
  const response = new Response('used')
  await response.text()
  response.clone()
  return response
})
app.get('/clone/answered', () => new Response('twice', { headers: { 'set-cookie': 'a=1' } }).clone())
app.get('/wrapped', () => {
  const inner = new Response('inner', { status: 201, headers: { 'x-inner': '1', 'set-cookie': 'a=1' } })
  return new Response(inner.body, inner)
})
app.get('/instances', () => {
  class Own extends Response {
    readonly own = true
  }
  const all = [new Response(''), Response.json(1), Response.redirect('http://a.example/'), new Own('own')]
  return Response.json(all.map(one => [one instanceof Response, one.ok, one.type, one.redirected, one.bodyUsed]))
})
app.get('/own-class', () => {
  class Own extends Response {}
  return new Own('of an own class', { headers: { 'content-type': 'text/plain', 'x-own': 'yes' } })
})

app.get('/helpers', c => c.json({ big: 2 ** 53, none: undefined, date: new Date(0), nested: [{ a: null }] }))
app.get('/text', c => c.text('ünïcödé ✓ 🎉'))
app.get('/html', c => c.html('<!doctype html><p>hello</p>'))
app.get('/body', c => c.body('raw'))
app.get('/body/typed', c => c.body(bytes.buffer, 200, { 'content-type': 'application/octet-stream' }))
app.get('/new', c => c.newResponse('made', 203, { 'content-type': 'text/plain', 'x-own': '1' }))
app.get('/big', c => c.text('0123456789abcdef'.repeat(65_536)))
app.get('/big/bytes', c => c.body(new Uint8Array(1_048_576).map((_, index) => index % 251)))
app.get('/big/int', c => c.json({ value: 10n as unknown as number }))

export default app
