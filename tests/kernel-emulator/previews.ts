/**
 * The addresses under which the servers inside a kernel are seen from outside: a reverse proxy for each port, whose
 * answers may be framed by an isolated page.
 * @module
 */

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** What lets a page with `Cross-Origin-Embedder-Policy: require-corp` embed an answer of another origin. */
export const embeddable = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

interface Preview {
  readonly url: string
  /** Takes no more requests; those that are being answered go on. */
  readonly close: () => void
  readonly end: () => void
}

interface Open {
  /** The process of each listener: there may be one for each address family, say. */
  readonly listeners: number[]
  readonly preview: Promise<Preview>
}

export class Previews {
  /** By the port inside. */
  readonly #open = new Map<number, Open>()
  readonly #all = new Set<Promise<Preview>>()
  readonly #emit: (event: 'port' | 'server-ready', ...args: unknown[]) => void

  constructor(emit: (event: 'port' | 'server-ready', ...args: unknown[]) => void) {
    this.#emit = emit
  }

  /** @param host the address that it listens on */
  async listening(process: number, port: number, host: string): Promise<void> {
    const known = this.#open.get(port)
    if (known) return void known.listeners.push(process)
    const open: Open = { listeners: [process], preview: openPreview(port, host) }
    this.#open.set(port, open)
    this.#all.add(open.preview)
    const { url } = await open.preview
    if (this.#open.get(port) !== open) return
    this.#emit('port', port, 'open', url)
    this.#emit('server-ready', port, url)
  }

  async closed(process: number, port: number): Promise<void> {
    const open = this.#open.get(port)
    const at = open?.listeners.indexOf(process) ?? -1
    if (!open || at === -1) return
    open.listeners.splice(at, 1)
    if (open.listeners.length > 0) return
    this.#open.delete(port)
    const { url, close } = await open.preview
    close()
    this.#emit('port', port, 'close', url)
  }

  /** A process that has ended listens on nothing. */
  async ended(process: number): Promise<void> {
    for (const [port, { listeners }] of [...this.#open])
      for (const listener of [...listeners]) if (listener === process) await this.closed(process, port)
  }

  async close(): Promise<void> {
    this.#open.clear()
    for (const { end } of await Promise.all(this.#all)) end()
  }
}

/** @param host the address that the server inside listens on */
const openPreview = async (port: number, host: string): Promise<Preview> => {
  const target = { port, host: /^(::|0\.0\.0\.0)$/.test(host) ? '127.0.0.1' : host }
  const tunnels = new Set<Duplex>()
  const server = createServer((question, answer) => forward(target, question, answer))
  server.on('upgrade', (question: IncomingMessage, socket: Duplex, head: Buffer) => {
    const inside = tunnel(target, question, socket, head)
    for (const end of [socket, inside]) {
      tunnels.add(end)
      end.on('close', () => tunnels.delete(end))
    }
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port: outside } = server.address() as AddressInfo
  const end = () => {
    server.close()
    server.closeAllConnections()
    for (const end of tunnels) end.destroy()
  }
  return { url: `http://127.0.0.1:${outside}`, close: () => void server.close(), end }
}

type Target = { readonly port: number; readonly host: string }

const forward = (target: Target, question: IncomingMessage, answer: ServerResponse): void => {
  const { method, url, headers } = question
  const asked = request(
    { ...target, method, path: url, headers: { ...headers, connection: 'close' }, agent: false },
    inner => {
      answer.writeHead(inner.statusCode ?? 502, inner.statusMessage, { ...inner.headers, ...added })
      answer.flushHeaders()
      inner.pipe(answer)
      inner.on('error', () => answer.destroy())
    },
  )
  asked.on('error', error => {
    if (answer.headersSent) return answer.destroy()
    answer.writeHead(502, embeddable).end(`could not reach the server on port ${target.port}: ${error.message}`)
  })
  answer.on('close', () => asked.destroy())
  question.pipe(asked)
}

/** In lower case, as the headers whose place they take. No connection is kept open past its answer. */
const added = {
  ...Object.fromEntries(Object.entries(embeddable).map(([name, value]) => [name.toLowerCase(), value])),
  connection: 'close',
}

/** Everything as it comes: what follows an upgrade is not HTTP. */
const tunnel = (target: Target, question: IncomingMessage, socket: Duplex, head: Buffer): Socket => {
  const inside = connect(target, () => {
    const { method, url, rawHeaders } = question
    const lines = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []))
    inside.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    inside.write(head)
    inside.pipe(socket).pipe(inside)
  })
  for (const [one, other] of [
    [inside, socket],
    [socket, inside],
  ] as const)
    one.on('error', () => other.destroy())
  return inside
}
