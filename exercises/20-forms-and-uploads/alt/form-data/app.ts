import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

const LARGEST_PHOTO = 10_000
const KINDS = new Set(['image/jpeg', 'image/png'])

/** The platform's own FormData: get() gives the first value of a name, getAll() gives all. Empty when it is no form. */
const readForm = async (c: Context): Promise<FormData> => {
  const [type = ''] = (c.req.header('content-type') ?? '').toLowerCase().split(';')
  const isForm = ['multipart/form-data', 'application/x-www-form-urlencoded'].includes(type.trim())
  return isForm ? c.req.formData() : new FormData()
}

type Problem = { loc: (string | number)[]; msg: string }

class Unprocessable extends HTTPException {
  constructor(readonly detail: Problem[]) {
    super(422)
  }
}

const problemsOf = (...checked: (Problem | false)[]): Problem[] => checked.filter(problem => problem !== false)

const isText = (value: FormDataEntryValue | null): value is string => typeof value === 'string'
const isFile = (value: FormDataEntryValue | null): value is File => value instanceof File

const app = new Hono()

app.onError((error, c) => {
  if (error instanceof Unprocessable) return c.json({ detail: error.detail }, 422)
  if (error instanceof HTTPException) return c.json({ detail: error.message }, error.status)
  console.error(error)
  return c.json({ detail: 'Internal Server Error' }, 500)
})

app.post('/albums', async c => {
  const form = await readForm(c)
  const title = form.get('title')
  const year = form.get('year')
  const problems = problemsOf(
    !isText(title) && { loc: ['body', 'title'], msg: 'A text is required' },
    !(isText(year) && /^-?\d+$/.test(year)) && { loc: ['body', 'year'], msg: 'A whole number is required' },
  )
  if (problems.length > 0) throw new Unprocessable(problems)
  return c.json({ title, year: Number(year), tags: form.getAll('tags') })
})

app.post('/photos', async c => {
  const form = await readForm(c)
  const photo = form.get('photo')
  const caption = form.get('caption') ?? ''
  if (!isFile(photo)) throw new Unprocessable([{ loc: ['body', 'photo'], msg: 'A file is required' }])
  if (!KINDS.has(photo.type)) throw new HTTPException(415, { message: 'Only JPEG and PNG' })

  const bytes = await photo.arrayBuffer()
  if (bytes.byteLength > LARGEST_PHOTO) throw new HTTPException(413, { message: `At most ${LARGEST_PHOTO} bytes` })
  const digest = new DataView(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = Array.from({ length: 8 }, (_, word) =>
    digest
      .getUint32(word * 4)
      .toString(16)
      .padStart(8, '0'),
  )

  return c.json({
    filename: photo.name,
    content_type: photo.type,
    size: bytes.byteLength,
    sha256: sha256.join(''),
    caption,
  })
})

app.post('/photos/batch', async c => {
  const photos = (await readForm(c)).getAll('photos')
  const problems = photos.flatMap((photo, index): Problem[] =>
    isFile(photo) ? [] : [{ loc: ['body', 'photos', index], msg: 'Not a file' }],
  )
  if (photos.length === 0) problems.push({ loc: ['body', 'photos'], msg: 'At least one file is required' })
  if (problems.length > 0) throw new Unprocessable(problems)
  return c.json({ photos: photos.filter(isFile).map(photo => ({ filename: photo.name, size: photo.size })) })
})

export default app
