import { count, desc, eq, like, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sql-js'
import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { drizzle as drizzleProxy } from 'drizzle-orm/sqlite-proxy'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import initSqlJs from 'sql.js'

const users = sqliteTable('users', {
  id: integer().primaryKey({ autoIncrement: true }),
  email: text().notNull().unique(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
  tags: text({ mode: 'json' }).$type<string[]>(),
})
const orders = sqliteTable('orders', {
  id: integer().primaryKey(),
  userId: integer('user_id')
    .notNull()
    .references(() => users.id),
  total: real().notNull(),
  at: integer({ mode: 'timestamp' }).notNull(),
})
const files = sqliteTable('files', { id: integer().primaryKey(), bytes: blob({ mode: 'buffer' }) })
const { Database } = await initSqlJs()
const client = new Database()
const db = drizzle(client)
db.run(sql`pragma foreign_keys = on`)
db.run(sql`create table users (id integer primary key autoincrement, email text not null unique,
  active integer not null default 1, tags text)`)
db.run(sql`create table orders (id integer primary key, user_id integer not null references users (id),
  total real not null, at integer not null)`)
db.run(sql`create table files (id integer primary key, bytes blob)`)

const app = new Hono()
app.post('/users', async c => {
  const user = await c.req.json()
  return c.json(db.insert(users).values(user).returning().get(), 201)
})
app.get('/users', c => {
  const { q = '', limit = '10' } = c.req.query()
  const found = db
    .select()
    .from(users)
    .where(like(users.email, `%${q}%`))
    .orderBy(desc(users.id))
  return c.json(found.limit(Number(limit)).all())
})
app.get('/users/:id', c => {
  const id = Number(c.req.param('id'))
  const user = db.select().from(users).where(eq(users.id, id)).get()
  if (!user) throw new HTTPException(404, { message: 'Not Found' })
  return c.json(user)
})
app.patch('/users/:id', async c => {
  const id = Number(c.req.param('id'))
  const [user] = db
    .update(users)
    .set(await c.req.json())
    .where(eq(users.id, id))
    .returning()
    .all()
  return user ? c.json(user) : c.notFound()
})
app.delete('/users/:id', c => {
  db.delete(users)
    .where(eq(users.id, Number(c.req.param('id'))))
    .run()
  return c.json({ left: db.select({ left: count() }).from(users).get()?.left })
})
app.post('/orders', async c => {
  const { userId, totals } = await c.req.json<{ userId: number; totals: number[] }>()
  db.transaction(tx => {
    for (const total of totals) {
      tx.insert(orders)
        .values({ userId, total, at: new Date('2024-02-29T12:00:00Z') })
        .run()
      if (total < 0) tx.rollback()
    }
  })
  return c.json({ orders: db.select().from(orders).all() }, 201)
})
app.get('/totals', c =>
  c.json(
    db
      .select({ email: users.email, total: sql<number>`coalesce(sum(${orders.total}), 0)`, orders: count(orders.id) })
      .from(users)
      .leftJoin(orders, eq(orders.userId, users.id))
      .groupBy(users.id)
      .all(),
  ),
)
app.get('/sql', c => c.json(db.select().from(users).where(eq(users.email, 'a')).toSQL()))
app.get('/logged', c => {
  const logging = drizzle(client, { logger: true })
  return c.json(logging.select({ id: users.id }).from(users).where(eq(users.email, 'nobody')).all())
})
app.get('/proxy', async c => {
  const proxy = drizzleProxy(async (text, params) => ({ rows: client.exec(text, params)[0]?.values ?? [] }))
  return c.json(await proxy.select({ email: users.email }).from(users).orderBy(users.id))
})
app.get('/proxy/failing', async c => {
  const proxy = drizzleProxy(async () => {
    throw new Error('no line')
  })
  return c.json(await proxy.select().from(users))
})
app.get('/bytes', c => {
  client.run("insert into files values (1, x'00ff')")
  return c.json([...(db.select().from(files).get()?.bytes ?? [])])
})
app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse()
  const isTaken = error.message.includes('UNIQUE constraint failed')
  return c.json({ error: `${error}`, cause: `${error.cause}` }, isTaken ? 409 : 400)
})
export default app
