import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import initSqlJs, { type SqlValue } from 'sql.js'

type Row = Record<string, SqlValue>

const { Database } = await initSqlJs()
const database = new Database()
database.exec(`
  PRAGMA foreign_keys = ON;
  CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL
  );
  CREATE UNIQUE INDEX users_email ON users (email);
  CREATE TABLE posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL,
    author_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, UNIQUE (author_id, title)
  );
`)

/** All rows of a statement, whose values stand in it as question marks. */
const query = (sql: string, ...values: SqlValue[]): Row[] => {
  console.debug(sql.replace(/\s+/g, ' '))
  const statement = database.prepare(sql, values)
  try {
    const rows: Row[] = []
    while (statement.step()) rows.push(statement.getAsObject())
    return rows
  } finally {
    statement.free()
  }
}

const transaction = <Value>(work: () => Value): Value => {
  query('BEGIN IMMEDIATE')
  try {
    const value = work()
    query('COMMIT')
    return value
  } catch (error) {
    query('ROLLBACK')
    throw error
  }
}

/** The posts come along as JSON, made by SQLite itself: one statement. */
const select = (rest: string, ...values: SqlValue[]) =>
  query(
    `SELECT *, (
       SELECT json_group_array(json_object('id', id, 'title', title, 'author_id', author_id) ORDER BY id)
       FROM posts WHERE author_id = users.id
     ) AS posts FROM users ${rest}`,
    ...values,
  ).map(row => ({ ...row, posts: JSON.parse(String(row.posts)) }))

const invalid = (...loc: string[]) =>
  new HTTPException(422, { res: Response.json({ detail: [{ loc, msg: 'This is missing, or not as it should be' }] }) })

/** The text under this key of a body. */
const textOf = (body: Record<string, unknown>, key: string): string => {
  const value = body[key]
  if (typeof value !== 'string') throw invalid('body', key)
  return value
}

const wholeNumber = (name: string, text: string): number => {
  if (!/^\d+$/.test(text)) throw invalid('query', name)
  return Number(text)
}

const app = new Hono()

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse()
  const [, column] = /^UNIQUE constraint failed: .*(email|title)$/.exec(error.message) ?? []
  if (column === 'email') return c.json({ detail: 'Email already registered' }, 409)
  if (column === 'title') return c.json({ detail: 'Title already used' }, 409)
  throw error
})

app
  .get('/users', c => {
    const { skip = '0', limit = '10' } = c.req.query()
    const bounds = [wholeNumber('limit', limit), wholeNumber('skip', skip)]
    return c.json(select('ORDER BY name, id LIMIT ? OFFSET ?', ...bounds))
  })
  .post(async c => {
    const body = await c.req.json()
    const values = [textOf(body, 'name'), textOf(body, 'email')]
    const user = transaction(() => {
      const [{ id }] = query('INSERT INTO users (name, email) VALUES (?, ?) RETURNING id', ...values)
      for (const post of body.posts ?? []) {
        query('INSERT INTO posts (title, author_id) VALUES (?, ?)', textOf(post, 'title'), id)
      }
      c.header('Location', `/users/${id}`)
      return select('WHERE id = ?', id)[0]
    })
    return c.json(user, 201)
  })

app
  .get('/users/:id', c => {
    const [user] = select('WHERE id = ?', c.req.param('id'))
    return user ? c.json(user) : c.json({ detail: 'User not found' }, 404)
  })
  .delete(c => {
    query('DELETE FROM users WHERE id = ?', c.req.param('id'))
    return database.getRowsModified() > 0 ? c.body(null, 204) : c.json({ detail: 'User not found' }, 404)
  })

app.post('/users/:id/posts', async c => {
  const title = textOf(await c.req.json(), 'title')
  // Inserts as many rows as there are such users: one, or none.
  const sql = 'INSERT INTO posts (title, author_id) SELECT ?, id FROM users WHERE id = ? RETURNING *'
  const [post] = query(sql, title, c.req.param('id'))
  return post ? c.json(post, 201) : c.json({ detail: 'User not found' }, 404)
})

app.get('/posts/:id', c => {
  const [post] = query('SELECT * FROM posts WHERE id = ?', c.req.param('id'))
  return post ? c.json(post) : c.json({ detail: 'Post not found' }, 404)
})

export default app
