// caught by: shutdown
import { Hono } from 'hono'
import { controls, warmUp } from './warm-up.ts'
import { lists, openList, openPool, type WordList } from './words.ts'

// What all requests share: FastAPI's app.state. start() is awaited before the first of them.
let words: WordList
let isWarm = false

/** What stop() has to do, in the order in which things were opened. */
const closers: (() => Promise<void>)[] = []

export const start = async ({ WORDS = 'english' }: Record<string, string | undefined>) => {
  // What can be known at once is said before anything is opened, in words for whoever set the variable.
  if (!lists.includes(WORDS)) throw new Error(`WORDS names no list of words: ${WORDS}`)
  try {
    const pool = await openPool()
    closers.push(() => pool.close())

    words = await openList(pool, WORDS)
    closers.push(() => words.close())

    const ending = new AbortController()
    // Not awaited: the app answers meanwhile. Both ends are handled here, as nobody else would hear of them.
    const warming = warmUp(words, ending.signal).then(
      () => {
        isWarm = true
      },
      () => undefined,
    )
    closers.push(() => {
      ending.abort()
      return warming
    })
  } catch (error) {
    // A start that fails is not followed by a stop.
    await stop()
    throw error
  }
}

/** Last opened, first closed, each when the one before is done. */
export const stop = async () => {
  for (const close of closers) await close()
}

const app = new Hono()

app.get('/words/:word', async c => {
  const { word } = c.req.param()
  if (!(await words.has(word))) return c.json({ detail: `${word} is not in ${words.name}` }, 404)
  return c.json({ word, list: words.name })
})

app.put('/words/:word', async c => {
  const { word } = c.req.param()
  words.add(word)
  return c.json({ word, list: words.name }, 201)
})

// Restart me? It answers, so no.
app.get('/live', c => c.json({ status: 'alive' }))

// Send me requests? Not yet, while it is cold.
app.get('/ready', c => (isWarm ? c.json({ status: 'ready' }) : c.json({ status: 'warming up' }, 503)))

app.route('/warm-up', controls)

export default app
