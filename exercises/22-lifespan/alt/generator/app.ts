import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { controls, warmUp } from './warm-up.ts'
import { lists, openList, openPool, type WordList } from './words.ts'

interface State {
  words: WordList
  ready: boolean
}

/** FastAPI's lifespan as it is written there: startup, yield, shutdown. Each finally closes what its try needs. */
async function* lifespan(name: string): AsyncGenerator<State, void> {
  if (!lists.includes(name)) throw new Error(`there is no list ${name}: correct WORDS`)
  const pool = await openPool()
  try {
    const words = await openList(pool, name)
    try {
      const state: State = { words, ready: false }
      const shutdown = new AbortController()
      const warming = warmUp(words, shutdown.signal)
      warming.then(
        () => {
          state.ready = true
        },
        () => undefined,
      )
      try {
        yield state
      } finally {
        shutdown.abort()
        await Promise.allSettled([warming])
      }
    } finally {
      await words.close()
    }
  } finally {
    await pool.close()
  }
}

let running: ReturnType<typeof lifespan>
let state: State

export async function start(env: Record<string, string>) {
  running = lifespan(env.WORDS ?? 'english')
  const { value } = await running.next()
  if (value) state = value
}

export async function stop() {
  await running.return()
}

const app = new Hono<{ Variables: { state: State } }>()

app.onError((error, c) =>
  error instanceof HTTPException
    ? c.json({ detail: error.message }, error.status)
    : c.text('Internal Server Error', 500),
)

// request.app.state, for every handler.
app.use(
  createMiddleware(async (c, next) => {
    c.set('state', state)
    await next()
  }),
)

app.get('/words/:word', async c => {
  const { words } = c.var.state
  const word = c.req.param('word')
  if (!(await words.has(word))) throw new HTTPException(404, { message: `${word} is not in ${words.name}` })
  return c.json({ word, list: words.name })
})

app.put('/words/:word', async c => {
  const { words } = c.var.state
  const word = c.req.param('word')
  words.add(word)
  return c.json({ word, list: words.name }, 201)
})

app.get('/live', c => c.json({ status: 'alive' }))

app.get('/ready', c => {
  if (!c.var.state.ready) return c.json({ status: 'warming up' }, 503)
  return c.json({ status: 'ready' })
})

app.route('/warm-up', controls)

export default app
