import { Hono } from 'hono'

const app = new Hono()
const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, '0')).join('')

app.post('/text', async c => c.text(await c.req.text()))
app.post('/json', async c => c.json(await c.req.json()))
app.post('/json/guarded', async c => {
  try {
    return c.json(await c.req.json())
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.name : 'thrown' }, 400)
  }
})
app.post('/buffer', async c => c.text(hex(await c.req.arrayBuffer())))
app.post('/blob', async c => {
  const blob = await c.req.blob()
  return c.json([blob.type, blob.size, await blob.text()])
})
app.post('/hash', async c => {
  const digest = await crypto.subtle.digest('SHA-256', await c.req.arrayBuffer())
  return c.text(hex(digest))
})
app.post('/twice', async c => c.json([await c.req.text(), await c.req.json(), hex(await c.req.arrayBuffer())]))
app.post('/twice/raw', async c => c.json([await c.req.raw.text(), await c.req.raw.text()]))
app.post('/used', async c => {
  const before = c.req.raw.bodyUsed
  await c.req.raw.text()
  return c.json([before, c.req.raw.bodyUsed])
})
app.post('/clone', async c => {
  const copy = c.req.raw.clone()
  return c.json([await copy.text(), await c.req.raw.text(), copy.headers.get('cookie')])
})
app.post('/form', async c => {
  const form = await c.req.formData()
  const entries = [...form.entries()].map(async ([name, value]) =>
    typeof value === 'string'
      ? [name, value]
      : [name, value.name, value.type, value.size, hex(await value.arrayBuffer())],
  )
  return c.json(await Promise.all(entries))
})
app.post('/form/guarded', async c => {
  try {
    return c.json([...(await c.req.formData()).keys()])
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.name : 'thrown' }, 400)
  }
})
app.post('/parse', async c => c.json(await c.req.parseBody()))
app.post('/parse/all', async c => c.json(await c.req.parseBody({ all: true })))
app.post('/parse/dot', async c => c.json(await c.req.parseBody({ dot: true })))
app.post('/upload', async c => {
  const { picture, title } = await c.req.parseBody()
  if (!(picture instanceof File)) return c.text('no file', 400)
  return c.json([
    title,
    picture.name,
    picture.type,
    picture.size,
    picture instanceof Blob,
    (await picture.text()).length,
  ])
})
app.post('/stream', async c => {
  let bytes = 0
  const reader = c.req.raw.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
  }
  return c.json({ hadBody: reader !== undefined, bytes })
})
app.post('/iterate', async c => {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of c.req.raw.body ?? []) text += decoder.decode(chunk, { stream: true })
  return c.text(text.toUpperCase())
})
app.post('/upper', c => {
  const decoded = (c.req.raw.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new TextDecoderStream())
  const upper = decoded.pipeThrough(
    new TransformStream<string, string>({ transform: (chunk, controller) => controller.enqueue(chunk.toUpperCase()) }),
  )
  return c.body(upper.pipeThrough(new TextEncoderStream()))
})
app.post('/echo', c => new Response(c.req.raw.body))
app.post('/ignored', c => c.text('not read'))
app.post('/none', async c => c.json([c.req.raw.body === null, await c.req.text()]))

export default app
