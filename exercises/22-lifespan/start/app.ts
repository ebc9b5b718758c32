import { Hono } from 'hono'
import { controls } from './warm-up.ts'
import { openList, openPool } from './words.ts'

// Every handler opens a pool and a list for itself, and
// nobody closes them. They belong into start() and stop(),
// which app.ts may export: start(env) is awaited before the
// first request, stop() after the last.

const app = new Hono()

// 200 with the word and the name of its list, or 404 with
// a detail when the list has no such word.
app.get('/words/:word', async c => {
  const { word } = c.req.param()
  const words = await openList(await openPool(), 'english')
  return c.json({ word, list: words.name })
})

// Adds the word: 201.
app.put('/words/:word', async c => {
  const { word } = c.req.param()
  const words = await openList(await openPool(), 'english')
  words.add(word)
  return c.json({ word, list: words.name }, 201)
})

// 200, as long as the app answers at all.
app.get('/live', c => c.json({ status: 'alive' }))

// 503 while the list is warming up, and 200 afterwards.
app.get('/ready', c => c.json({ status: 'ready' }))

// Given: POST /warm-up/finish and POST /warm-up/fail.
app.route('/warm-up', controls)

export default app
