import { expect, test } from 'vitest'
import type { Program } from '../../src/compile/program.ts'
import type { LogLine, SocketEvent } from '../../src/http/http.ts'
import type { Heard } from '../../src/sandbox/sandbox.ts'
import { appOf, engineForTests } from './engine-page.ts'

const enginePage = engineForTests()

const SOCKETS = `import { Hono } from 'hono'
import { serve, upgradeWebSocket } from '@hono/node-server'
import { WebSocketServer } from 'ws'
const app = new Hono()
const wss = new WebSocketServer({ noServer: true })
app.get('/no', c => c.json({ detail: 'no' }, 401, { 'www-authenticate': 'Bearer' }))
app.use('/ws', async (c, next) => { await next(); c.header('x-late', '1') })
app.get('/ws', upgradeWebSocket(c => ({
  onOpen: (event, ws) => { console.log(event.type, ws.protocol, ws.readyState, String(ws.url)); ws.send('hello ' + c.req.query('name')) },
  onMessage: (event, ws) => {
    const { data } = event
    if (typeof data !== 'string') { ws.send(new Uint8Array(data as ArrayBuffer).reverse()); return }
    if (data === 'bye') ws.close(4000, 'done')
    else if (data === 'close') ws.close()
    else if (data === 'cut') ws.raw?.terminate()
    else if (data === 'throw') throw new Error('in a handler')
    else if (data === 'reject') return void Promise.reject(new Error('nobody waits'))
    else if (data === 'bad') ws.close(1005)
    else if (data === 'late') { ws.close(4001); ws.send('too late') }
    else if (data === 'all') for (const client of wss.clients) client.send('to all ' + wss.clients.size)
    else if (data === 'many') for (let i = 0; i < 2_000; i++) ws.send('m' + i)
    else if (data === 'spin') while (true) {}
    else if (data === 'soon') setTimeout(() => ws.send('later'), 20)
    else ws.send('echo ' + data)
  },
  onClose: event => { console.log(event.type, event.code, event.reason, event.wasClean) },
})))
serve({ fetch: app.fetch, websocket: { server: wss } })
`

/** Opens a socket, says each message, hears what follows each, and closes. */
const talk = (program: Program, path: string, messages: readonly string[]) =>
  enginePage().evaluate(
    async ({ program, path, messages }) => {
      const app = await engine.start(program, { signal: new AbortController().signal })
      const started = await app.fresh({ env: {} })
      const request = { method: 'GET', path, headers: [] }
      const connected = await app.connect(request, { protocols: ['chat', 'other'], timeLimit: 1_000 })
      const heard: Heard[] = []
      const { socket } = connected
      if (socket) {
        heard.push(await socket.receive({ timeLimit: 300 }))
        for (const text of messages) {
          heard.push(await socket.send({ text }), await socket.receive({ timeLimit: 300 }))
        }
        heard.push(await socket.close({ code: 1000, reason: 'enough', timeLimit: 300 }))
      }
      const settled = await app.settle()
      await app.stop()
      return { started, exchange: connected.exchange, heard, settled }
    },
    { program, path, messages },
  )

const textOf = (heard: readonly { event: SocketEvent | null }[]) =>
  heard.map(({ event }) => {
    if (event === null) return null
    return event.kind === 'closed' ? [event.code, event.reason] : 'text' in event.data ? event.data.text : event.data
  })
const linesOf = (of: readonly { log: readonly LogLine[] }[]) => of.map(({ log }) => log.map(({ text }) => text))

test('a socket is opened, talks both ways and is closed, and every line is with the call it was written in', async () => {
  const { exchange, heard } = await talk(await appOf(SOCKETS), '/ws?name=Ann', ['one'])
  expect(exchange.response?.status).toBe(101)
  expect(exchange.response?.headers).toEqual(
    expect.arrayContaining([
      ['sec-websocket-protocol', 'chat'],
      ['x-late', '1'],
    ]),
  )
  expect(textOf(heard)).toEqual(['hello Ann', null, 'echo one', [1000, 'enough']])
  expect(linesOf([exchange, ...heard])).toEqual([
    ['open chat 1 http://localhost/ws?name=Ann'],
    [],
    [],
    [],
    ['close 1000 enough false'],
  ])
})

test.each([
  ['bye', [4000, 'done']],
  ['close', [1005, '']],
  ['cut', [1006, '']],
  ['late', [4001, '']],
])('a socket that the app closes (%s) is heard as closed, and stays so', async (word, closed) => {
  const { heard, settled } = await talk(await appOf(SOCKETS), '/ws?name=x', [word, 'unheard'])
  expect(textOf(heard)).toEqual(['hello x', null, closed, null, closed, closed])
  expect(settled.failure).toEqual(heard[1]?.failure)
})

test('an error in a handler is written to the console and closes nothing, as does a close code that nobody may send', async () => {
  const { heard } = await talk(await appOf(SOCKETS), '/ws?name=x', ['throw', 'bad', 'still there'])
  expect(textOf(heard).slice(1)).toEqual([null, null, null, null, null, 'echo still there', [1000, 'enough']])
  expect(linesOf(heard)[1]?.[0]).toMatch(/^Error: in a handler\n {4}at .*app\.ts:/)
  expect(linesOf(heard)[3]?.[0]).toMatch(/^TypeError: First argument must be a valid error code number/)
})

test('a message that comes later is waited for, and one to every client reaches this one', async () => {
  const { heard } = await talk(await appOf(SOCKETS), '/ws?name=x', ['soon', 'all'])
  expect(textOf(heard)).toEqual(['hello x', null, 'later', null, 'to all 1', [1000, 'enough']])
})

test('a rejection that nobody awaits ends the app while a socket is open', async () => {
  const { heard, settled } = await talk(await appOf(SOCKETS), '/ws?name=x', ['reject'])
  expect(heard[1]?.failure).toMatchObject({ kind: 'unhandled', message: 'Error: nobody waits' })
  expect(settled.failure).toEqual(heard[1]?.failure)
})

test('more messages than are kept are a failure of the app', async () => {
  const { heard } = await talk(await appOf(SOCKETS), '/ws?name=x', ['many'])
  expect(heard[1]?.failure?.message).toBe('more than 1000 messages on a WebSocket that were not received')
})

test.each([
  ['/no', 401, 'www-authenticate'],
  ['/nowhere', 404, 'content-type'],
])('a socket is refused in %s with the answer of the app, without its body', async (path, status, header) => {
  const { exchange, heard } = await talk(await appOf(SOCKETS), path, [])
  expect(exchange.response).toMatchObject({ status, body: { text: '' } })
  expect(exchange.response?.headers.map(([name]) => name)).toContain(header)
  expect(heard).toEqual([])
})

test('a program that serves itself without a WebSocket server has no sockets', async () => {
  const program = await appOf(SOCKETS.replace(', websocket: { server: wss }', ''))
  expect((await talk(program, '/ws', [])).exchange.response?.status).toBe(500)
})

test('bytes come and go as bytes', async () => {
  const heard = await enginePage().evaluate(
    async program => {
      const app = await engine.start(program, { signal: new AbortController().signal })
      await app.fresh({ env: {} })
      const { socket } = await app.connect(
        { method: 'GET', path: '/ws', headers: [] },
        { protocols: [], timeLimit: 1_000 },
      )
      await socket?.receive({ timeLimit: 300 })
      await socket?.send({ base64: btoa('abc') })
      return socket?.receive({ timeLimit: 300 })
    },
    await appOf(SOCKETS),
  )
  expect(heard?.event).toEqual({ kind: 'message', data: { base64: btoa('cba') } })
})
