import { Hono } from 'hono'

// What ends a server: an error or a rejection that nobody catches.
const app = new Hono()
app.get('/rejection', async c => {
  Promise.reject(new Error('nobody waits for this'))
  await new Promise(resolve => setTimeout(resolve, 5))
  return c.text('answered?')
})
app.get('/timer', async c => {
  setTimeout(() => {
    throw new TypeError('in a timer')
  }, 1)
  await new Promise(resolve => setTimeout(resolve, 20))
  return c.text('answered?')
})
app.get('/microtask', async c => {
  queueMicrotask(() => {
    throw new Error('in a microtask')
  })
  await new Promise(resolve => setTimeout(resolve, 5))
  return c.text('answered?')
})
app.get('/word', async c => {
  Promise.reject('just a word')
  await new Promise(resolve => setTimeout(resolve, 5))
  return c.text('answered?')
})
app.get('/caught-later', async c => {
  const later = Promise.reject(new Error('caught in time'))
  later.catch(() => undefined)
  await new Promise(resolve => setTimeout(resolve, 5))
  return c.text('alive')
})
app.get('/after', c => {
  setTimeout(() => {
    Promise.reject(new Error('after the answer'))
  }, 200)
  c.executionCtx.waitUntil(new Promise(resolve => setTimeout(resolve, 400)))
  return c.text('answered')
})
app.get('/slow', async c => {
  await new Promise(resolve => setTimeout(resolve, 10_000))
  return c.text('too late')
})
app.get('/fine', c => c.text('fine'))

export default app
