import { serve, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer } from 'ws'

const users = new Map(Object.entries({ 'tok-ann-58c1': 'ann', 'tok-bob-90de': 'bob', 'tok-cid-2f7a': 'cid' }))

const server = new WebSocketServer({ noServer: true })

/** Where each client of the server is, and who it is. A client that is gone takes its entry along. */
const seats = new WeakMap<object, { room: string; user: string }>()

/** The server knows who is connected, so nothing has to be removed here. */
const clientsIn = (room: string) => [...server.clients].filter(one => seats.get(one)?.room === room)

type Receiver = { send(text: string): void }

const say = (receivers: Receiver[], message: object) => {
  for (const receiver of receivers) receiver.send(JSON.stringify(message))
}

const app = new Hono()

app.get(
  '/echo',
  upgradeWebSocket(() => ({
    onMessage({ data }, ws) {
      if (data instanceof ArrayBuffer) ws.send(data)
      else if (data === 'bye') ws.close(4000, data)
      else ws.send(String(data))
    },
  })),
)

app.get('/rooms', c => {
  const names = [...server.clients].flatMap(one => seats.get(one)?.room ?? [])
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return c.json(Object.fromEntries(counts))
})

app.use('/rooms/:room', async (c, next) => {
  if (!users.has(c.req.query('token') ?? '')) return c.text('Forbidden', 403)
  await next()
})

app.get(
  '/rooms/:room',
  upgradeWebSocket(c => {
    const room = decodeURIComponent(c.req.path.split('/')[2])
    const user = users.get(c.req.query('token') ?? '') ?? ''
    return {
      onOpen(_event, ws) {
        if (ws.raw) seats.set(ws.raw, { room, user })
        const all = clientsIn(room)
        say([ws], { type: 'welcome', room, user, members: all.map(one => seats.get(one)?.user) })
        const others = all.filter(one => one !== ws.raw)
        say(others, { type: 'joined', user })
      },
      onMessage(event, ws) {
        let text: unknown
        try {
          text = JSON.parse(String(event.data))?.text
        } catch {}
        if (typeof text === 'string') say(clientsIn(room), { type: 'message', user, text })
        else say([ws], { type: 'error', detail: 'A text is missing' })
      },
      onClose() {
        say(clientsIn(room), { type: 'left', user })
      },
    }
  }),
)

serve({ fetch: app.fetch, websocket: { server } })
