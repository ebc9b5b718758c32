import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { WSContext } from 'hono/ws'

const app = new Hono()
const rooms = new Map<string, Set<WSContext>>()
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

app.get(
  '/echo',
  upgradeWebSocket(() => ({
    onMessage: (event, ws) => ws.send(typeof event.data === 'string' ? event.data : (event.data as ArrayBuffer)),
  })),
)
app.get(
  '/kinds',
  upgradeWebSocket(() => ({
    onMessage: (event, ws) =>
      ws.send(
        JSON.stringify([
          typeof event.data,
          event.data instanceof ArrayBuffer,
          event.type,
          event.data instanceof ArrayBuffer ? event.data.byteLength : 0,
        ]),
      ),
  })),
)
app.get(
  '/hello',
  upgradeWebSocket(c => {
    const name = c.req.query('name') ?? getCookie(c, 'name') ?? 'nobody'
    return {
      onOpen: (_, ws) => {
        ws.send(`hello ${name}`)
        ws.send(`from ${c.req.header('origin') ?? 'nowhere'}`)
      },
    }
  }),
)
app.get(
  '/rooms/:room',
  upgradeWebSocket(c => {
    const members = rooms.get(c.req.param('room') ?? '') ?? new Set()
    rooms.set(c.req.param('room') ?? '', members)
    const all = (text: string) => {
      for (const member of members) member.send(text)
    }
    return {
      onOpen: (_, ws) => {
        members.add(ws)
        all(`${members.size} here`)
      },
      onMessage: event => all(`said: ${event.data}`),
      onClose: (event, ws) => {
        members.delete(ws)
        console.log('closed', event.code, event.reason)
        all('one left')
      },
    }
  }),
)
app.get('/rooms/:room/size', c => c.json(rooms.get(c.req.param('room'))?.size ?? 0))
app.post('/rooms/:room', async c => {
  const text = await c.req.text()
  for (const member of rooms.get(c.req.param('room')) ?? []) member.send(`posted: ${text}`)
  return c.body(null, 204)
})
app.get(
  '/count',
  upgradeWebSocket(() => ({
    onOpen: async (_, ws) => {
      for (let count = 1; count <= 3; count++) {
        ws.send(String(count))
        await pause(2)
      }
      ws.close(1000, 'done counting')
    },
  })),
)
app.get(
  '/close/:code',
  upgradeWebSocket(c => ({
    onMessage: (event, ws) => {
      const code = Number(c.req.param('code'))
      if (code === 0) ws.close()
      else ws.close(code, String(event.data))
    },
  })),
)
app.get(
  '/closed-at-once',
  upgradeWebSocket(() => ({ onOpen: (_, ws) => ws.close(4001, 'not today') })),
)
app.get(
  '/state',
  upgradeWebSocket(() => ({
    onMessage: (_, ws) => ws.send(JSON.stringify([ws.readyState, ws.url?.pathname, ws.binaryType, ws.protocol])),
  })),
)
app.get(
  '/throws',
  upgradeWebSocket(() => ({
    onMessage: (event, ws) => {
      if (event.data === 'bad') throw new Error('could not take it')
      ws.send('fine')
    },
  })),
)
app.get(
  '/bytes',
  upgradeWebSocket(() => ({
    onOpen: (_, ws) => {
      ws.send(new Uint8Array([1, 2, 255]))
      ws.send(new Uint8Array([9, 8, 7, 6]).subarray(1, 3))
      ws.send('text')
    },
  })),
)
app.get(
  '/large',
  upgradeWebSocket(() => ({
    onMessage: (event, ws) => ws.send(`${String(event.data).length}`),
  })),
)
app.use('/private', async (c, next) => {
  if (c.req.header('authorization') !== 'Bearer one') return c.text('sign in', 401, { 'x-why': 'no token' })
  await next()
})
app.get(
  '/private',
  upgradeWebSocket(() => ({ onOpen: (_, ws) => ws.send('welcome') })),
)
app.get('/plain', c => c.text('no socket here'))
app.get('/fails', () => {
  throw new Error('before the handshake')
})
app.use('/extra', async (c, next) => {
  await next()
  c.header('x-extra', '1')
})
app.get(
  '/extra',
  upgradeWebSocket(() => ({ onMessage: (_, ws) => ws.send('extra') })),
)

export default app
