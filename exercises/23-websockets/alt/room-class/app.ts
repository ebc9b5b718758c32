import { serve, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { WSContext } from 'hono/ws'
import { WebSocketServer } from 'ws'

class Room {
  static readonly all = new Map<string, Room>()

  static named(name: string): Room {
    const room = Room.all.get(name) ?? new Room(name)
    Room.all.set(name, room)
    return room
  }

  readonly members: { user: string; ws: WSContext }[] = []

  private constructor(readonly name: string) {}

  enter(user: string, ws: WSContext) {
    this.members.push({ user, ws })
    const members = this.members.map(member => member.user)
    for (const member of this.members) {
      const isNew = member.ws === ws
      const news = isNew ? { type: 'welcome', room: this.name, user, members } : { type: 'joined', user }
      member.ws.send(JSON.stringify(news))
    }
  }

  say(message: object) {
    for (const { ws } of this.members) ws.send(JSON.stringify(message))
  }

  leave(user: string, ws: WSContext) {
    const index = this.members.findIndex(member => member.ws === ws)
    this.members.splice(index, 1)
    this.say({ type: 'left', user })
    if (this.members.length === 0) Room.all.delete(this.name)
  }
}

const isSay = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const app = new Hono()

// 426 says more than 404 to who came with an ordinary request.
app.on('GET', ['/echo', '/rooms/:room'], async (c, next) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return c.text('Ask for a WebSocket', 426)
  await next()
})

app.get('/echo', c =>
  upgradeWebSocket(c, {
    onMessage(event, ws) {
      if (event.data === 'bye') return ws.close(4000, 'bye')
      if (typeof event.data === 'string') ws.send(event.data)
      else if (event.data instanceof ArrayBuffer) ws.send(event.data)
    },
  }),
)

app.get('/rooms', c => {
  const counts = [...Room.all.values()].map(({ name, members }) => [name, members.length])
  return c.json(Object.fromEntries(counts))
})

app.get('/rooms/:room', async c => {
  const { token } = c.req.query()
  const user = { 'tok-ann-58c1': 'ann', 'tok-bob-90de': 'bob', 'tok-cid-2f7a': 'cid' }[token]
  if (!user) return c.json({ detail: 'Unknown token' }, 403)

  const name = c.req.param('room')
  return await upgradeWebSocket(c, {
    onOpen: (_event, ws) => Room.named(name).enter(user, ws),
    onMessage(event, ws) {
      const say = parse(String(event.data))
      if (isSay(say)) Room.named(name).say({ type: 'message', user, text: say.text })
      else ws.send(JSON.stringify({ type: 'error', detail: 'No message has this form' }))
    },
    onClose: (_event, ws) => Room.named(name).leave(user, ws),
  })
})

serve({ fetch: app.fetch, websocket: { server: new WebSocketServer({ noServer: true }) } })
