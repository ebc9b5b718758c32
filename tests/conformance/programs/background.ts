import { Hono } from 'hono'

const app = new Hono()
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const jobs: string[] = []

app.post('/jobs/:name', c => {
  const name = c.req.param('name')
  c.executionCtx.waitUntil(
    (async () => {
      await pause(70)
      jobs.push(name)
      console.log('done', name)
    })(),
  )
  return c.text('accepted', 202)
})
app.get('/jobs', c => c.json(jobs))
app.post('/failing', c => {
  c.executionCtx.waitUntil(pause(70).then(() => Promise.reject(new Error('the job failed'))))
  return c.text('accepted', 202)
})

app.get('/slow/:ms', async c => {
  const ms = Number(c.req.param('ms'))
  console.log('began', ms)
  await pause(ms)
  console.log('ended', ms)
  return c.text(`waited ${ms}`)
})

let busy = 0
let most = 0
app.get('/busy', async c => {
  busy += 1
  most = Math.max(most, busy)
  await pause(40)
  busy -= 1
  return c.json(most)
})

let stock = 2
app.post('/buy', async c => {
  if (stock === 0) return c.text('sold out', 409)
  stock -= 1
  await pause(1)
  return c.text('yours', 201)
})
const taken = new Map<string, Promise<number>>()
let computed = 0
app.get('/once/:key', async c => {
  const key = c.req.param('key')
  const found = taken.get(key) ?? pause(5).then(() => ++computed)
  taken.set(key, found)
  return c.json(await found)
})
app.get('/log-later', c => {
  setTimeout(() => console.log('after the answer'), 70)
  return c.text('answered')
})
app.get('/context', c => c.json([typeof c.executionCtx.waitUntil, typeof c.executionCtx.passThroughOnException]))

export default app
