/**
 * What the emulator serves: the host page, the two libraries that it imports, and the way back, a WebSocket.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type WebSocket, WebSocketServer } from 'ws'
import { embeddable } from './previews.ts'

const packages = new URL('../../node_modules/', import.meta.url)

/**
 * The client's Comlink and no other: this version numbers its messages, later ones name them. MessagePack is a classic
 * script in one file, of which the import map makes a module.
 */
const files: Readonly<Record<string, URL>> = {
  '/host-page.mjs': new URL('host-page.mjs', import.meta.url),
  '/comlink.mjs': new URL('@webcontainer/api/dist/vendor/index.js', packages),
  '/msgpack.js': new URL('@msgpack/msgpack/dist.umd/msgpack.min.js', packages),
}

const page = `<!doctype html>
<title>Kernel emulator</title>
<script src="/msgpack.js"></script>
<script type="importmap">${JSON.stringify({
  imports: {
    'comlink-of-the-client': '/comlink.mjs',
    '@msgpack/msgpack': 'data:text/javascript,export const { decode, encode } = globalThis.MessagePack',
  },
})}</script>
<script type="module" src="/host-page.mjs"></script>
`

export interface HostServer {
  readonly origin: string
  close(): Promise<void>
}

/**
 * @param isAvailable called with every request for the host page
 * @param onConnection called with the connection of every host page
 */
export const serveHost = async (
  isAvailable: () => boolean,
  onConnection: (socket: WebSocket) => void,
): Promise<HostServer> => {
  const answer: RequestListener = async ({ url }, response) => {
    const { pathname } = new URL(url ?? '/', 'http://host')
    if (pathname === '/headless') {
      if (!isAvailable()) return void response.writeHead(503).end('Service unavailable')
      return void response.writeHead(200, { ...embeddable, 'Content-Type': 'text/html; charset=utf-8' }).end(page)
    }
    const file = files[pathname]
    if (!file) return void response.writeHead(404).end('Not found')
    const text = await readFile(fileURLToPath(file))
    response.writeHead(200, { ...embeddable, 'Content-Type': 'text/javascript; charset=utf-8' }).end(text)
  }
  const server = createServer(answer)
  const sockets = new WebSocketServer({ server, path: '/relay', maxPayload: 512 * 2 ** 20 })
  sockets.on('connection', onConnection)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}
