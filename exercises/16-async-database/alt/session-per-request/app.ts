import { zValidator } from '@hono/zod-validator'
import { asc, DrizzleQueryError, eq, inArray } from 'drizzle-orm'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { db, posts, users } from './database.ts'

type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0]
type Env = { Variables: { tx: Transaction } }

class NotFound extends Error {}

/** A transaction for each request, as a session is in FastAPI: committed when it went well, else rolled back. */
const withTransaction = createMiddleware<Env>((c, next) =>
  db.transaction(async tx => {
    c.set('tx', tx)
    await next()
    // Hono has made an answer of what was thrown. Throwing it again rolls back.
    if (c.error) throw c.error
  }),
)

const json = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator('json', schema, (result, c) => {
    if (!result.success) {
      return c.json(
        { detail: result.error.issues.map(issue => ({ loc: ['body', ...issue.path], msg: issue.message })) },
        422,
      )
    }
  })

const newPost = z.object({ title: z.string() })
const newUser = z.object({ name: z.string(), email: z.string(), posts: newPost.array().optional() })

const withPosts = async (tx: Transaction, found: (typeof users.$inferSelect)[]) => {
  const ids = found.map(user => user.id)
  const theirs = await tx.select().from(posts).where(inArray(posts.author_id, ids)).orderBy(asc(posts.id))
  return found.map(user => ({ ...user, posts: theirs.filter(post => post.author_id === user.id) }))
}

const find = async (tx: Transaction, id: number) => {
  const [user] = await withPosts(tx, await tx.select().from(users).where(eq(users.id, id)))
  if (!user) throw new NotFound('User not found')
  return user
}

/** What SQLite says of a constraint → what the client is told. */
const REFUSED: readonly [said: string, status: 404 | 409, detail: string][] = [
  ['users.email', 409, 'Email already registered'],
  ['posts.title', 409, 'Title already used'],
  ['FOREIGN KEY', 404, 'User not found'],
]

const app = new Hono<Env>()

app.onError((error, c) => {
  if (error instanceof NotFound) return c.json({ detail: error.message }, 404)
  const said = error instanceof DrizzleQueryError ? String(error.cause?.message) : ''
  for (const [part, status, detail] of REFUSED) if (said.includes(part)) return c.json({ detail }, status)
  console.error(error)
  return c.json({ detail: 'Internal Server Error' }, 500)
})

app.use(withTransaction)

app.post('/users', json(newUser), async c => {
  const { posts: theirs = [], ...values } = c.req.valid('json')
  const [{ id }] = await c.var.tx.insert(users).values(values).returning()
  const rows = theirs.map(({ title }) => ({ title, author_id: id }))
  if (rows.length > 0) await c.var.tx.insert(posts).values(rows)
  return c.json(await find(c.var.tx, id), 201, { Location: `/users/${id}` })
})

app.get('/users', async c => {
  const { skip = '0', limit = '10' } = c.req.query()
  if (!/^\d+$/.test(limit)) return c.json({ detail: [{ loc: ['query', 'limit'], msg: 'Not a number' }] }, 422)
  const found = await c.var.tx.select().from(users).orderBy(users.name).limit(Number(limit)).offset(Number(skip))
  return c.json(await withPosts(c.var.tx, found))
})

app.get('/users/:id', async c => c.json(await find(c.var.tx, Number(c.req.param('id')))))

app.delete('/users/:id', async c => {
  const { id } = await find(c.var.tx, Number(c.req.param('id')))
  await c.var.tx.delete(users).where(eq(users.id, id))
  return c.body(null, 204)
})

app.post('/users/:id/posts', json(newPost), async c => {
  const values = { ...c.req.valid('json'), author_id: Number(c.req.param('id')) }
  return c.json((await c.var.tx.insert(posts).values(values).returning())[0], 201)
})

app.get('/posts/:id', async c => {
  const [post] = await c.var.tx
    .select()
    .from(posts)
    .where(eq(posts.id, Number(c.req.param('id'))))
  if (!post) throw new NotFound('Post not found')
  return c.json(post)
})

export default app
