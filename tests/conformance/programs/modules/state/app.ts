import { Hono } from 'hono'
import { add, count, items } from './store'

let requests = 0
const app = new Hono()
app.post('/items', async c => c.json(add(await c.req.text()), 201))
app.get('/items', c => c.json(items))
app.get('/count', c => c.json([count, ++requests]))
app.post('/global', c => {
  const scope = globalThis as unknown as { left?: string }
  const before = scope.left ?? 'nothing'
  scope.left = 'left by a check before'
  return c.text(before)
})
app.post('/ticking', c => {
  setInterval(() => console.log('tick'), 40)
  return c.text('ticking')
})

export default app
