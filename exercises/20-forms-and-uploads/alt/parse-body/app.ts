import { type Context, Hono } from 'hono'

type Value = string | File
type Loc = (string | number)[]

/** The fields of a form, read one after the other; what is wrong is noted in `detail`. */
class FormReader {
  readonly detail: { type: string; loc: Loc; msg: string }[] = []

  constructor(readonly fields: Readonly<Record<string, Value | Value[]>>) {}

  /** Every value of a field, in order. */
  all(name: string): Value[] {
    return [this.fields[name] ?? []].flat()
  }

  /** The last value of a field. */
  one(name: string, fallback?: Value): Value | undefined {
    const value = this.all(name).at(-1) ?? fallback
    if (value === undefined) this.fail('missing', ['body', name], 'Field required')
    return value
  }

  text(value: Value | undefined, loc: Loc): string | undefined {
    if (value instanceof File) this.fail('string_type', loc, 'Input should be a valid string')
    else return value
  }

  int(value: Value | undefined, loc: Loc): number | undefined {
    const text = this.text(value, loc)
    if (text === undefined) return
    if (/^[-+]?[0-9]+$/.test(text)) return Number(text)
    this.fail('int_parsing', loc, 'Input should be a valid integer')
  }

  file(value: Value | undefined, loc: Loc): File | undefined {
    if (typeof value === 'string') this.fail('value_error', loc, 'Expected a file, received a text')
    else return value
  }

  fail(type: string, loc: Loc, msg: string): void {
    this.detail.push({ type, loc, msg })
  }
}

const readForm = async (c: Context) => new FormReader(await c.req.parseBody({ all: true }))

const sha256 = async (bytes: ArrayBuffer) => {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const app = new Hono()

app.post('/albums', async c => {
  const form = await readForm(c)
  const album = {
    title: form.text(form.one('title'), ['body', 'title']),
    year: form.int(form.one('year'), ['body', 'year']),
    tags: form.all('tags').map((tag, index) => form.text(tag, ['body', 'tags', index])),
  }
  return form.detail.length === 0 ? c.json(album) : c.json({ detail: form.detail }, 422)
})

app.post('/photos', async c => {
  const form = await readForm(c)
  const photo = form.file(form.one('photo'), ['body', 'photo'])
  const caption = form.text(form.one('caption', ''), ['body', 'caption'])
  if (photo === undefined || caption === undefined) return c.json({ detail: form.detail }, 422)

  const { name: filename, type: content_type, size } = photo
  switch (content_type) {
    case 'image/jpeg':
    case 'image/png':
      if (size > 1e4) return c.json({ detail: 'At most 10000 bytes' }, 413)
      return c.json({ filename, content_type, size, caption, sha256: await sha256(await photo.arrayBuffer()) })
    default:
      return c.json({ detail: 'Only JPEG and PNG' }, 415)
  }
})

app.post('/photos/batch', async c => {
  const form = await readForm(c)
  const photos = form.all('photos').map((photo, index) => form.file(photo, ['body', 'photos', index]))
  if (photos.length === 0) form.fail('missing', ['body', 'photos'], 'Field required')
  if (form.detail.length > 0) return c.json({ detail: form.detail }, 422)
  return c.json({ photos: photos.map(photo => ({ filename: photo?.name, size: photo?.size })) })
})

export default app
