// caught by: bad-json
import { serve, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { WSContext } from 'hono/ws'
import { WebSocketServer } from 'ws'

/** Stands for a real check of a token. */
const users = new Map([
  ['tok-ann-58c1', 'ann'],
  ['tok-bob-90de', 'bob'],
  ['tok-cid-2f7a', 'cid'],
])

interface Member {
  readonly user: string
  readonly ws: WSContext
}

/** Who is in which room. It lives in one process: several need a broker between them. */
const rooms = new Map<string, Set<Member>>()

const send = (ws: WSContext, message: object) => ws.send(JSON.stringify(message))

const broadcast = (room: string, message: object) => {
  for (const { ws } of rooms.get(room) ?? []) send(ws, message)
}

const join = (room: string, member: Member) => {
  const { user, ws } = member
  // Before the member is in the room, so that only the others hear of it.
  broadcast(room, { type: 'joined', user })
  const members = rooms.get(room) ?? new Set()
  rooms.set(room, members.add(member))
  send(ws, { type: 'welcome', room, user, members: Array.from(members, one => one.user) })
}

const leave = (room: string, member: Member) => {
  const members = rooms.get(room)
  members?.delete(member)
  if (members?.size === 0) rooms.delete(room)
  broadcast(room, { type: 'left', user: member.user })
}

/** The text of `{"text": "…"}`; null for anything else. */
const readText = (data: unknown): string | null => {
  try {
    const { text } = JSON.parse(String(data))
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}

// Runs before the handshake is answered, so what it returns is a refusal.
const authenticate = createMiddleware<{ Variables: { user: string } }>(async (c, next) => {
  // A browser cannot set headers on a WebSocket: the token comes in the query.
  const { token } = c.req.query()
  const user = users.get(token)
  if (user === undefined) return c.body(null, 403)
  c.set('user', user)
  await next()
})

const app = new Hono()

// A plain GET beside the WebSockets: same app, same memory.
app.get('/rooms', c => c.json(Object.fromEntries(Array.from(rooms, ([room, { size }]) => [room, size]))))

app.get(
  '/echo',
  upgradeWebSocket(() => ({
    onMessage({ data }, ws) {
      // 4000 to 4999 are the application's own codes.
      if (data === 'bye') ws.close(4000, 'bye')
      // In Node a message is a string or an ArrayBuffer, and goes back as what it was.
      else ws.send(data as string | ArrayBuffer)
    },
  })),
)

app.get(
  '/rooms/:room',
  authenticate,
  // This function runs once per socket: what its handlers share lives here.
  upgradeWebSocket(c => {
    const { room } = c.req.param()
    const user: string = c.get('user')
    let member: Member
    return {
      onOpen(_event, ws) {
        member = { user, ws }
        join(room, member)
      },
      onMessage({ data }) {
        const text = readText(data)
        // One bad message is no reason to hang up.
        if (text !== null) broadcast(room, { type: 'message', user, text })
      },
      // However the connection ended.
      onClose: () => leave(room, member),
    }
  }),
)

serve({ fetch: app.fetch, websocket: { server: new WebSocketServer({ noServer: true }) } })
