// caught by: invalid
import { zValidator } from '@hono/zod-validator'
import { asc, eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { db, posts, users } from './database.ts'

const newPost = z.object({ title: z.string() })
const newUser = z.object({ name: z.string(), email: z.string(), posts: z.array(newPost).default([]) })
const page = z.object({ skip: z.coerce.number().int().default(0), limit: z.coerce.number().int().default(10) })

/** FastAPI's 422, whose loc begins with where the value came from. */
const valid = <Schema extends z.ZodType, Target extends 'json' | 'query'>(target: Target, schema: Schema) =>
  zValidator(target, schema, (result, c) => {
    if (result.success) return
    const source = target === 'json' ? 'body' : target
    const detail = result.error.issues.map(({ path, message }) => ({ loc: [source, ...path], msg: message }))
    return c.json({ detail }, 422)
  })

/** FastAPI's HTTPException. Thrown inside of a transaction, it rolls back. */
const problem = (status: 404 | 409, detail: string) => new HTTPException(status, { res: Response.json({ detail }) })

/** The database, or a transaction in it. */
type Session = Pick<typeof db, 'insert' | 'query'>

/** The posts are loaded along, in the same statement. */
const withPosts = { posts: { orderBy: asc(posts.id) } }

const findUser = async (session: Session, id: number) => {
  const user = await session.query.users.findFirst({ where: eq(users.id, id), with: withPosts })
  if (!user) throw problem(404, 'User not found')
  return user
}

// The database decides what is taken: to ask first and to insert then would let two requests pass at once.

const insertUser = async (session: Session, values: typeof users.$inferInsert) => {
  const [user] = await session.insert(users).values(values).onConflictDoNothing().returning()
  if (!user) throw problem(409, 'Email already registered')
  return user
}

const insertPost = async (session: Session, values: typeof posts.$inferInsert) => {
  const [post] = await session.insert(posts).values(values).onConflictDoNothing().returning()
  if (!post) throw problem(409, 'Title already used')
  return post
}

const app = new Hono()

// One transaction: the user with all posts, or nothing.
app.post('/users', async c => {
  const { posts: theirs = [], ...values } = await c.req.json<z.infer<typeof newUser>>()
  const user = await db.transaction(async tx => {
    const { id } = await insertUser(tx, values)
    for (const { title } of theirs) await insertPost(tx, { title, author_id: id })
    return findUser(tx, id)
  })
  return c.json(user, 201, { Location: `/users/${user.id}` })
})

app.get('/users', valid('query', page), async c => {
  const { skip, limit } = c.req.valid('query')
  const orderBy = [asc(users.name), asc(users.id)]
  return c.json(await db.query.users.findMany({ orderBy, offset: skip, limit, with: withPosts }))
})

app.get('/users/:id', async c => c.json(await findUser(db, Number(c.req.param('id')))))

app.delete('/users/:id', async c => {
  const id = Number(c.req.param('id'))
  const [deleted] = await db.delete(users).where(eq(users.id, id)).returning()
  if (!deleted) throw problem(404, 'User not found')
  return c.body(null, 204)
})

app.post('/users/:id/posts', valid('json', newPost), async c => {
  const post = await db.transaction(async tx => {
    const { id } = await findUser(tx, Number(c.req.param('id')))
    return insertPost(tx, { ...c.req.valid('json'), author_id: id })
  })
  return c.json(post, 201)
})

app.get('/posts/:id', async c => {
  const id = Number(c.req.param('id'))
  const post = await db.query.posts.findFirst({ where: eq(posts.id, id) })
  if (!post) throw problem(404, 'Post not found')
  return c.json(post)
})

export default app
