// caught by: file-wanted
import { zValidator } from '@hono/zod-validator'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { sha256 } from 'hono/utils/crypto'
import { z } from 'zod'

const MAX_BYTES = 10_000
const ALLOWED_TYPES = ['image/jpeg', 'image/png']

/** int, as a form spells it: as a text. Number() alone would accept '', '2e3' and '0x7e4' as well. */
const intText = z.string().regex(/^-?\d+$/)

/** A field that may come several times. The validator hands over one value as it is, and several as a list. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(value => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item))

const Album = z.object({
  title: z.string(),
  year: intText.transform(Number),
  tags: several(z.string()).default([]),
})

const Photo = z.object({
  photo: z.union([z.file(), z.string()]),
  caption: z.string().default(''),
})

const Photos = z.object({
  photos: several(z.file()),
})

/** Reads a form, urlencoded or multipart; one that is not as the schema says is a 422 in FastAPI's shape. */
const form = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator('form', schema, (result, c) => {
    if (result.success) return
    const detail = result.error.issues.map(({ path, message }) => ({ loc: ['body', ...path], msg: message }))
    return c.json({ detail }, 422)
  })

const tooLarge = (c: Context) => c.json({ detail: `At most ${MAX_BYTES} bytes` }, 413)

const app = new Hono()

app.post('/albums', form(Album), c => c.json(c.req.valid('form')))

app.post(
  '/photos',
  // Stops reading a body that is far too large. It counts boundaries and the caption too: the file is measured below.
  bodyLimit({ maxSize: 2 * MAX_BYTES, onError: tooLarge }),
  form(Photo),
  async c => {
    const { photo, caption } = c.req.valid('form')
    if (!ALLOWED_TYPES.includes(photo.type)) return c.json({ detail: 'Only JPEG and PNG' }, 415)
    if (photo.size > MAX_BYTES) return tooLarge(c)

    return c.json({
      filename: photo.name,
      content_type: photo.type,
      size: photo.size,
      sha256: await sha256(await photo.arrayBuffer()),
      caption,
    })
  },
)

app.post('/photos/batch', form(Photos), c => {
  const { photos } = c.req.valid('form')
  return c.json({ photos: photos.map(({ name, size }) => ({ filename: name, size })) })
})

export default app
