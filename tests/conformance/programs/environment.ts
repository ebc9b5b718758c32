import { Hono } from 'hono'
import { env, getRuntimeKey } from 'hono/adapter'

const atLoad = process.env.GREETING ?? 'nothing'
const app = new Hono<{ Bindings: { GREETING?: string } }>()
app.get('/', c => c.json([atLoad, process.env.GREETING ?? null, c.env.GREETING ?? null, env(c).GREETING ?? null]))
app.get('/kinds', c =>
  c.json([typeof process.env, 'NOBODY_SET_THIS' in process.env, process.env.NOBODY_SET_THIS ?? null]),
)
app.get('/runtime', c => c.text(getRuntimeKey()))
app.post('/change', c => {
  process.env.GREETING = 'changed'
  return c.text(process.env.GREETING)
})
app.get('/number', c => {
  process.env.NUMBER = 7 as unknown as string
  return c.json([process.env.NUMBER, typeof process.env.NUMBER])
})

export default app
