import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../http/http.ts'
import { sendHttp } from './http-client.ts'

const OPTIONS = { timeLimit: 2_000, abort: null, limits: { body: 1_000, chunks: 100, headers: 10_240 } }
const GET: HttpRequest = { method: 'GET', path: '/', headers: [] }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that writes these bytes to every request; `received` resolves to what the first client sent. */
const serve = async (write: (send: (text: string) => void, close: () => void) => void) => {
  let tell: (text: string) => void = () => undefined
  const received = new Promise<string>(resolve => {
    tell = resolve
  })
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', data => {
      tell(data.toString('latin1'))
      write(
        text => socket.write(Buffer.from(text, 'latin1')),
        () => socket.destroy(),
      )
    })
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('could not listen: because there is no port')
  return { url: `http://127.0.0.1:${address.port}`, received }
}

describe('sendHttp', () => {
  it('keeps header lines in order, with their case and their duplicates', async () => {
    const { url } = await serve(send =>
      send('HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nX-B: 2\r\nset-cookie: c=3\r\ncontent-length: 2\r\n\r\nok'),
    )
    const { response, failure } = await sendHttp(url, GET, OPTIONS)
    expect(failure).toBeNull()
    expect(response?.headers).toEqual([
      ['Set-Cookie', 'a=1'],
      ['X-B', '2'],
      ['set-cookie', 'c=3'],
      ['content-length', '2'],
    ])
    expect(response).toMatchObject({ status: 200, body: { text: 'ok' }, complete: true })
  })

  it('sends the header lines as given, Host, Cookie and repeated names included, and the length of a body', async () => {
    const { url, received } = await serve(send => send('HTTP/1.1 204 No Content\r\n\r\n'))
    const headers = [
      ['Host', 'shop.example'],
      ['Cookie', 'a=1'],
      ['Origin', 'https://page.example'],
      ['X-Tag', 'one'],
      ['X-Tag', 'two'],
    ] as const
    await sendHttp(url, { method: 'POST', path: '/a?b=%20', headers, body: { text: 'ä' } }, OPTIONS)
    const [head] = (await received).split('\r\n\r\n')
    expect(head?.split('\r\n').filter(line => !line.toLowerCase().startsWith('connection:'))).toEqual([
      'POST /a?b=%20 HTTP/1.1',
      'Host: shop.example',
      'Cookie: a=1',
      'Origin: https://page.example',
      'X-Tag: one',
      'X-Tag: two',
      'content-length: 2',
    ])
  })

  it('does not follow a redirect', async () => {
    const { url } = await serve(send => send('HTTP/1.1 307 Moved\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n'))
    expect((await sendHttp(url, GET, OPTIONS)).response?.status).toBe(307)
  })

  it('gives bytes that are not UTF-8 as base64', async () => {
    const { url } = await serve(send => send('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n\xff\xfe'))
    expect((await sendHttp(url, GET, OPTIONS)).response?.body).toEqual({ base64: '//4=' })
  })

  it('ends with what had arrived when the time limit passes', async () => {
    const { url } = await serve(send => send('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf'))
    const { response, failure } = await sendHttp(url, GET, { ...OPTIONS, timeLimit: 150 })
    expect(failure).toEqual({ kind: 'timed-out', message: '150 ms', at: null })
    expect(response).toMatchObject({ body: { text: 'half' }, complete: false })
  })

  it('cuts a body off at its limit', async () => {
    const { url } = await serve(send => send(`HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n${'x'.repeat(5_000)}`))
    const { response, failure } = await sendHttp(url, GET, OPTIONS)
    expect(failure?.kind).toBe('body-too-large')
    expect(response).toMatchObject({ body: { text: 'x'.repeat(1_000) }, complete: false })
  })

  it('tells a body that broke off from a server that never answered', async () => {
    const broken = await serve((send, close) => {
      send('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')
      setImmediate(close)
    })
    expect((await sendHttp(broken.url, GET, OPTIONS)).failure?.kind).toBe('body-failed')
    const silent = await serve((_send, close) => close())
    expect(await sendHttp(silent.url, GET, OPTIONS)).toMatchObject({ failure: { kind: 'exited' }, response: null })
  })

  it.each([
    ['the headers came', { chunks: 0 }, { body: { text: '' }, chunks: [] }],
    ['the first chunk came', { chunks: 1 }, { body: { text: 'half' } }],
    ['some time passed', { ms: 100 }, { body: { text: 'half' } }],
  ])('goes away by itself when %s, which is no failure', async (_name, abort, expected) => {
    const { url } = await serve(send => {
      send('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n')
      setImmediate(() => send('half'))
    })
    const { response, failure } = await sendHttp(url, GET, { ...OPTIONS, abort })
    expect(failure).toBeNull()
    expect(response).toMatchObject({ status: 200, complete: false, ...expected })
  })

  it('refuses an answer with too many headers', async () => {
    const { url } = await serve(send => send(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(11_000)}\r\n\r\n`))
    const { response, failure } = await sendHttp(url, GET, OPTIONS)
    expect(response).toBeNull()
    expect(failure).toEqual({ kind: 'body-too-large', message: '11 kB of headers, more than 10 kB', at: null })
  })

  it('says that a request cannot be written as HTTP', async () => {
    const { url } = await serve(() => undefined)
    expect(await sendHttp(url, { ...GET, path: '/a b' }, OPTIONS)).toMatchObject({
      response: null,
      failure: { kind: 'not-sendable', message: 'Request path contains unescaped characters' },
    })
  })
})
