import { upgradeWebSocket } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { WSContext } from 'hono/ws'
import { z } from 'zod'

const tokens: Record<string, string> = { 'tok-ann-58c1': 'ann', 'tok-bob-90de': 'bob', 'tok-cid-2f7a': 'cid' }

const Say = z.object({ text: z.string() })
/** A message as it arrives: JSON in a text. */
const SayText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('This is no JSON')
      return z.NEVER
    }
  })
  .pipe(Say)

/** Room → socket → user. */
const rooms = new Map<string, Map<WSContext, string>>()

const tell = (room: string, message: Record<string, unknown>, but?: WSContext) => {
  const text = JSON.stringify(message)
  rooms.get(room)?.forEach((_user, socket) => {
    if (socket !== but) socket.send(text)
  })
}

const userOf = (c: Context): string => {
  const token = c.req.query('token')
  if (token !== undefined && Object.hasOwn(tokens, token)) return tokens[token]
  throw new HTTPException(403, { message: 'Unknown token' })
}

const app = new Hono()

app.get(
  '/echo',
  upgradeWebSocket(() => ({
    onMessage: (event, ws) => {
      const { data } = event
      if (typeof data !== 'string') return ws.send(new Uint8Array(data as ArrayBuffer))
      return data === 'bye' ? ws.close(4000, data) : ws.send(data)
    },
  })),
)

app.get('/rooms', c => {
  const counts: Record<string, number> = {}
  for (const [room, members] of rooms) counts[room] = members.size
  return c.json(counts)
})

app.get(
  '/rooms/:room',
  upgradeWebSocket(c => {
    // Before the handshake is answered: what is thrown here refuses it.
    const user = userOf(c)
    const room = c.req.param('room') ?? ''
    return {
      onOpen: (_event, ws) => {
        const members = rooms.get(room) ?? new Map<WSContext, string>()
        rooms.set(room, members)
        members.set(ws, user)
        ws.send(JSON.stringify({ type: 'welcome', room, user, members: [...members.values()] }))
        tell(room, { type: 'joined', user }, ws)
      },
      onMessage: (event, ws) => {
        const say = SayText.safeParse(event.data)
        if (say.success) tell(room, { type: 'message', user, text: say.data.text })
        else ws.send(JSON.stringify({ type: 'error', detail: z.prettifyError(say.error) }))
      },
      onClose: (_event, ws) => {
        rooms.get(room)?.delete(ws)
        tell(room, { type: 'left', user })
        if (rooms.get(room)?.size === 0) rooms.delete(room)
      },
    }
  }),
)

export default app
