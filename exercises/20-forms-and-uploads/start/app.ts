import { Hono } from 'hono'

// zod is there for the models: import { z } from 'zod'.
const app = new Hono()

// Answers 200 with title, year and tags of a form, either
// urlencoded or multipart. What is missing, or no number,
// is a 422 with one entry per problem.
app.post('/albums', async c => {
  const form = await c.req.parseBody()
  return c.json(form)
})

// Takes one file and a caption, and answers 200 with what
// it knows of the file. JPEG and PNG only, else 415; at
// most 10,000 bytes, else 413.
app.post('/photos', async c => {
  const { caption } = await c.req.parseBody()
  return c.json({ caption })
})

// Takes all files that are called photos, be it only one,
// and answers 200 with name and size of each.
app.post('/photos/batch', async c => {
  const { photos } = await c.req.parseBody()
  return c.json({ photos })
})

export default app
