import { once } from 'node:events'
import { request as ask } from 'node:http'
import type { Socket } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { eventually, serveContainerPages, shareContainer } from './container-page.ts'

declare global {
  /** Only in the page: what `port` events told. */
  var events: unknown[][]
}

serveContainerPages()
const shared = shareContainer()

const script = `
  import { createServer } from 'node:http'
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    if (request.url === '/close') server.close()
    if (request.method === 'POST') return request.pipe(response)
    response.write('<p>first</p>')
    server.once('go', () => response.end('<script>parent.postMessage("framed", "*")</script>'))
    if (request.url !== '/wait') server.emit('go')
  })
  server.on('upgrade', (request, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\\r\\nConnection: Upgrade\\r\\nUpgrade: echo\\r\\n\\r\\n')
    socket.pipe(socket)
  })
  server.listen(0)
`
let url: string
let port: number
beforeAll(async () => {
  ;[port, url] = await shared().page.evaluate(async script => {
    globalThis.events = []
    container.on('port', (...event) => events.push(event))
    const ready = new Promise<[number, string]>(resolve => container.on('server-ready', (...event) => resolve(event)))
    globalThis.running = await parts.run(script)
    return ready
  }, script)
})

test('a page is told of a server, with an address of its own', async () => {
  expect(await shared().page.evaluate(() => events)).toEqual([[port, 'open', url]])
  expect(new URL(url).port).not.toBe(String(port))
})

test('a server gets bodies and streams its answers', async () => {
  const posted = await fetch(url, { method: 'POST', body: 'grüße' })
  expect(await posted.text()).toBe('grüße')
  const streamed = (await fetch(`${url}/wait`)).body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await streamed?.read())?.value).toBe('<p>first</p>')
  await (await fetch(url)).text()
  expect((await streamed?.read())?.value).toMatch('framed')
})

test('a server gets what follows an upgrade', async () => {
  const asked = ask(url, { headers: { Connection: 'Upgrade', Upgrade: 'echo' } }).end()
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Socket]
  socket.write('back and forth')
  expect(String((await once(socket, 'data'))[0])).toBe('back and forth')
  socket.destroy()
})

test('a server can be framed by the isolated page', async () => {
  const framed = shared().page.evaluate(
    url =>
      new Promise(resolve => {
        addEventListener('message', ({ data }) => data === 'framed' && resolve(data))
        const frame = document.createElement('iframe')
        frame.src = url
        document.body.append(frame)
      }),
    url,
  )
  expect(await framed).toBe('framed')
})

test('a page is told when a server closes', async () => {
  await (await fetch(`${url}/close`)).text()
  await eventually(async () =>
    expect(await shared().page.evaluate(() => events)).toEqual([
      [port, 'open', url],
      [port, 'close', url],
    ]),
  )
  await expect(fetch(url)).rejects.toThrow()
})

test('a page is told when the process of a server ends', async () => {
  await shared().page.evaluate(async () => {
    const closed = new Promise(resolve => container.on('port', (_, type) => type === 'close' && resolve(type)))
    container.on('port', (_, type) => type === 'open' && again.process.kill())
    const again = await parts.run("import { createServer } from 'node:net'; createServer().listen(0)")
    await closed
  })
})
