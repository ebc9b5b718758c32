import { Hono } from 'hono'
import { events, Session } from './database.ts'

// Each handler opens a session, and nobody closes it.
// Sessions, pages and tokens belong into functions that run
// before the handlers, and after them.

const app = new Hono()

// A page of the books: { skip, limit, items }.
// skip is 0 and limit 10 unless the query says otherwise.
app.get('/books', async c => {
  const session = new Session()
  return c.json(await session.read('books'))
})

// The same for members, with the same parameters.
// Needs the header X-Token: library-card.
app.get('/members', async c => {
  const session = new Session()
  return c.json(await session.read('members'))
})

// All routes under /desk need that header.
const desk = new Hono()

// How many books and members there are. Both are read in
// one session.
desk.get('/report', async c => {
  const books = await new Session().read('books')
  const members = await new Session().read('members')
  return c.json({ books: books.length, members: members.length })
})

desk.get('/loans', async c => {
  const session = new Session()
  return c.json(await session.read('loans'))
})

// Gives one book back and lends another: 201, or 409 when
// it is lent already; then nothing has changed.
// The note is written in a session of its own.
desk.post('/exchanges/:returned/:wanted', async c => {
  const { returned, wanted } = c.req.param()
  return c.json({ returned, lent: wanted })
})

app.route('/desk', desk)

// What the sessions did.
app.get('/log', c => c.json(events))

export default app
