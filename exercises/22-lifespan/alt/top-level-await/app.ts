import { Hono } from 'hono'
import { controls, warmUp } from './warm-up.ts'
import { lists, openList, openPool, type Pool } from './words.ts'

// A module is evaluated before anything is served, and what it awaits at its top level is awaited: the whole file is
// the startup. A throw here keeps the app from starting.
const name = process.env.WORDS ?? 'english'
if (!lists.includes(name)) {
  throw new RangeError(`WORDS is ${name}, and should be one of ${lists.join(', ')}`)
}

const openOrClose = async (pool: Pool) => {
  try {
    return await openList(pool, name)
  } catch (error) {
    await pool.close()
    throw error
  }
}

const pool = await openPool()
const words = await openOrClose(pool)

let status: 'ready' | 'warming up' = 'warming up'
const ending = new AbortController()
const warming = (async () => {
  try {
    await warmUp(words, ending.signal)
    status = 'ready'
  } catch (error) {
    if (!ending.signal.aborted) console.warn('it stays cold:', error)
  }
})()

export const stop = async () => {
  ending.abort(new Error('the app is stopped'))
  await warming
  await words.close()
  await pool.close()
}

const app = new Hono()
  .get('/words/:word', async c => {
    const word = c.req.param('word')
    return (await words.has(word)) ? c.json({ word, list: name }) : c.json({ detail: `${word} is not in ${name}` }, 404)
  })
  .put(async c => {
    const word = c.req.param('word')
    words.add(word)
    return c.json({ word, list: name }, 201)
  })
  .get('/live', c => c.json({ status: 'alive' }))
  .get('/ready', c => c.json({ status }, status === 'ready' ? 200 : 503))
  .route('/warm-up', controls)

export default app
