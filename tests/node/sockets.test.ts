import { describe, expect, it } from 'vitest'
import { headerValues } from '../../src/http/headers.ts'
import type { Connected, Socket } from '../../src/sandbox/sandbox.ts'
import { openSandbox, type StartOptions, startApp } from './node-app.ts'

const APP = `
  import { upgradeWebSocket } from '@hono/node-server'
  import { Hono } from 'hono'
  const app = new Hono()
  app.get('/echo', upgradeWebSocket(() => ({
    onOpen: (_event, ws) => ws.send('welcome'),
    onMessage: (event, ws) => {
      console.log('got', typeof event.data)
      if (event.data === 'close') ws.close(4001, 'as you wish')
      else if (event.data === 'many') for (let count = 0; count < 50; count++) ws.send(String(count))
      else ws.send(event.data)
    },
    onClose: event => console.log('closed', event.code, event.reason),
  })))
  app.get('/token', c => c.json({ why: 'no token' }, 403))
  app.get('/throw', () => { throw 'thrown' })
  export default app`

const connecting = async (options: StartOptions = {}) => {
  const { app } = await startApp(APP, options)
  return (path: string, protocols: readonly string[] = []): Promise<Connected> =>
    app.connect({ method: 'GET', path, headers: [['Origin', 'https://page.example']] }, { protocols, timeLimit: 1_000 })
}

const opened = ({ socket, exchange }: Connected): Socket => {
  if (socket === null) throw new Error(`could not open the socket: because ${JSON.stringify(exchange)}`)
  return socket
}

const soon = { timeLimit: 1_000 }

describe('a WebSocket of the node engine', () => {
  it('carries text and bytes both ways, in order, and the log of the app', async () => {
    const connected = await (await connecting())('/echo')
    expect(connected.exchange).toMatchObject({ failure: null, response: { status: 101 } })
    const socket = opened(connected)
    expect((await socket.receive(soon)).event).toEqual({ kind: 'message', data: { text: 'welcome' } })
    const sent = await socket.send({ text: 'héllo' })
    expect(sent).toEqual({ event: null, failure: null, log: [{ level: 'log', text: 'got string' }] })
    await socket.send({ base64: '//79' })
    expect((await socket.receive(soon)).event).toEqual({ kind: 'message', data: { text: 'héllo' } })
    expect((await socket.receive(soon)).event).toEqual({ kind: 'message', data: { base64: '//79' } })
    expect((await socket.receive({ timeLimit: 20 })).event).toBeNull()
  })

  it('tells code and reason of a close, whoever closes', async () => {
    const connect = await connecting()
    const first = opened(await connect('/echo'))
    await first.receive(soon)
    await first.send({ text: 'close' })
    const closed = { kind: 'closed', code: 4001, reason: 'as you wish' }
    expect((await first.receive(soon)).event).toEqual(closed)
    expect((await first.receive(soon)).event).toEqual(closed)
    const second = opened(await connect('/echo'))
    const { event, log } = await second.close({ code: 3000, reason: 'enough', ...soon })
    expect(event).toEqual({ kind: 'closed', code: 3000, reason: 'enough' })
    expect(log).toEqual([{ level: 'log', text: 'closed 3000 enough' }])
  })

  it('speaks the subprotocol that the server chose', async () => {
    const { exchange } = await (await connecting())('/echo', ['chat.v2', 'chat.v1'])
    expect(headerValues(exchange.response?.headers ?? [], 'sec-websocket-protocol')).toEqual(['chat.v2'])
  })

  it('that the app refuses is not open, and its answer is the refusal', async () => {
    const connect = await connecting()
    const refused = await connect('/token')
    expect(refused).toMatchObject({ socket: null, exchange: { failure: null, response: { status: 403 } } })
    expect((await connect('/nowhere')).exchange.response?.status).toBe(404)
    const thrown = await connect('/throw')
    expect(thrown).toMatchObject({ socket: null, exchange: { response: null, failure: { kind: 'threw' } } })
  })

  it('may be one of the server that the program hands to serve()', async () => {
    const { app } = await startApp(`
      import { serve, upgradeWebSocket } from '@hono/node-server'
      import { Hono } from 'hono'
      import { WebSocketServer } from 'ws'
      const server = new WebSocketServer({ noServer: true })
      const app = new Hono().get('/', upgradeWebSocket(() => ({
        onMessage: event => server.clients.forEach(client => client.send('all: ' + event.data)),
      })))
      serve({ fetch: app.fetch, websocket: { server } })`)
    const request = { method: 'GET', path: '/', headers: [] }
    const [one, two] = [
      await app.connect(request, { protocols: [], ...soon }),
      await app.connect(request, { protocols: [], ...soon }),
    ].map(opened)
    await one?.send({ text: 'hi' })
    expect((await two?.receive(soon))?.event).toEqual({ kind: 'message', data: { text: 'all: hi' } })
  })

  it('may be one of an exported app, even where serve() was called without WebSockets', async () => {
    const { app } = await startApp(`
      import { serve, upgradeWebSocket } from '@hono/node-server'
      import { Hono } from 'hono'
      const app = new Hono().get('/', upgradeWebSocket(() => ({ onOpen: (_event, ws) => ws.send('open') })))
      serve(app)
      export default app`)
    const connected = await app.connect({ method: 'GET', path: '/', headers: [] }, { protocols: [], ...soon })
    expect((await opened(connected).receive(soon)).event).toEqual({ kind: 'message', data: { text: 'open' } })
  })

  it('is broken off by the next fresh()', async () => {
    const { app } = await startApp(APP)
    const request = { method: 'GET', path: '/echo', headers: [] }
    const socket = opened(await app.connect(request, { protocols: [], ...soon }))
    expect(await app.fresh({ env: {} })).toEqual({ failure: null, log: [] })
    expect((await socket.receive(soon)).event).toEqual({ kind: 'closed', code: 1006, reason: '' })
  })

  it('has limits: how many are open, and how much is not received', async () => {
    const connect = await connecting({ sandbox: await openSandbox({ sockets: 1, socketMessages: 10 }) })
    const socket = opened(await connect('/echo'))
    const { exchange } = await connect('/echo')
    expect(exchange.failure).toEqual({ kind: 'not-sendable', message: '1 WebSockets are open', at: null })
    await socket.send({ text: 'many' })
    expect((await socket.receive(soon)).failure?.kind).toBe('body-too-large')
  })
})
