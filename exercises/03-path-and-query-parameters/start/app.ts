import { Hono } from 'hono'

const app = new Hono()

// Answers with the id as a number,
// and 422 when it is not a whole number.
app.get('/users/:user_id', c => {
  return c.json({ user_id: c.req.param('user_id') })
})

// Answers with the current user, who is number 1.
app.get('/users/me', c => {
  return c.json({ user_id: 1 })
})

// Answers with the id, and with overdue as true or false.
// 422 when one of them is not what it should be.
app.get('/users/:user_id/loans', c => {
  return c.json({ user_id: c.req.param('user_id') })
})

// Answers with skip (0), limit (10), q (null) and tags ([]);
// in brackets is what they are when they are not sent.
app.get('/books', c => {
  return c.json(c.req.query())
})

// Answers with q, and 422 when there is none.
app.get('/search', c => {
  return c.json({ q: c.req.query('q') })
})

// Answers with the genre: crime, fantasy or poetry.
// Any other is a 422.
app.get('/genres/:genre', c => {
  return c.json({ genre: c.req.param('genre') })
})

// Answers with all that comes after /files/.
app.get('/files/:file_path', c => {
  return c.json({ file_path: c.req.param('file_path') })
})

export default app
