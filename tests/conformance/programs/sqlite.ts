import { Hono } from 'hono'
import initSqlJs from 'sql.js'

const SQL = await initSqlJs()
const db = new SQL.Database()
db.run('create table books (id integer primary key autoincrement, title text not null unique, price real)')

const app = new Hono()
app.post('/books', async c => {
  const { title, price } = await c.req.json()
  db.run('insert into books (title, price) values ($title, $price)', { $title: title, $price: price })
  return c.json({ changed: db.getRowsModified() }, 201)
})
app.get('/books', c => c.json(db.exec('select id, title, price from books order by id')))
app.get('/books/:id', c => {
  const statement = db.prepare('select * from books where id = ?')
  try {
    const row = statement.getAsObject([c.req.param('id')])
    return row.id === undefined ? c.json({ detail: 'Not Found' }, 404) : c.json(row)
  } finally {
    statement.free()
  }
})
app.get('/kinds', c => {
  const [found] = db.exec(
    "select 1, 1.5, 9007199254740991, 'ü👋', null, x'00ff', typeof(1), upper('ü'), sqlite_version() > '3.40'",
  )
  return c.json(found?.values[0]?.map(value => (value instanceof Uint8Array ? [...value] : value)))
})
app.get('/functions', c => {
  db.create_function('double', (n: number) => 2 * n)
  return c.json(db.exec("select double(21), json_extract('{\"a\":[1,2]}', '$.a[1]'), date('2024-02-29', '+1 year')"))
})
app.get('/large', c => {
  db.run(`insert into books (title)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
    select printf('%04d %s', i, hex(zeroblob(500))) from n`)
  const again = new SQL.Database(db.export())
  return c.json(again.exec('select count(*), sum(length(title)) from books')[0]?.values)
})
app.get('/wrong', c => c.json(db.exec('selec 1')))
app.get('/closed', c => {
  const other = new SQL.Database()
  other.close()
  try {
    return c.json(other.exec('select 1'))
  } catch (error) {
    // It is a text, which Hono gives to no handler of errors.
    return c.text(String(error), 400)
  }
})
app.onError((error, c) => c.json({ error: String(error) }, 400))
export default app
