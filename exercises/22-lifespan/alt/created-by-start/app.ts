import { Hono } from 'hono'
import { controls, warmUp } from './warm-up.ts'
import { lists, openList, openPool, type WordList } from './words.ts'

type Task = () => unknown

/** As Python's AsyncExitStack. */
class ExitStack {
  #tasks: Task[] = []

  push(task: Task): void {
    this.#tasks.push(task)
  }

  async close(): Promise<void> {
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) await task()
  }
}

/** The app without its startup: a test hands it whatever it likes. */
const createApp = (words: Pick<WordList, 'name' | 'has' | 'add'>, isReady: () => boolean) => {
  const app = new Hono()
  app.get('/words/:word', async c => {
    const { word } = c.req.param()
    if (await words.has(word)) return c.json({ word, list: words.name })
    return c.json({ detail: `${word} is not in ${words.name}` }, 404)
  })
  app.put('/words/:word', async c => {
    words.add(c.req.param('word'))
    return c.json({ word: c.req.param('word'), list: words.name }, 201)
  })
  app.get('/live', c => c.json({ status: 'alive' }))
  app.get('/ready', c => (isReady() ? c.json({ status: 'ready' }) : c.json({ status: 'warming up' }, 503)))
  app.route('/warm-up', controls)
  return app
}

const stack = new ExitStack()
let app: Hono | null = null

export async function start() {
  const name = process.env.WORDS ?? 'english'
  if (!lists.includes(name)) {
    console.error(`WORDS=${name}: no such list`)
    process.exit(1)
  }
  const pool = await openPool()
  stack.push(() => pool.close())
  const words = await openList(pool, name).catch(async error => {
    await stack.close()
    throw error
  })
  stack.push(() => words.close())

  const controller = new AbortController()
  let isReady = false
  const warming = warmUp(words, controller.signal)
    .then(() => {
      isReady = true
    })
    .catch(() => {})
  stack.push(() => warming)
  stack.push(() => controller.abort())

  app = createApp(words, () => isReady)
}

export const stop = () => stack.close()

export default {
  fetch: (...args: Parameters<Hono['fetch']>) => app?.fetch(...args) ?? new Response('Not started', { status: 503 }),
}
