/**
 * The opening handshake of a WebSocket (RFC 6455 §4), answered as `@hono/node-server` with `ws` answers it.
 * @module
 */

import { sha1 } from '@noble/hashes/legacy.js'
import type { HeaderList } from '../../../../http/http.ts'
import type { RealmResponse } from '../../protocol.ts'
import { type Answer, type Answering, callFetch } from '../answer.ts'
import { afterHeaders, withContentType } from '../fetch-classes/content-type.ts'
import { recordOf } from '../fetch-classes/record.ts'
import type { Evaluated } from '../load.ts'
import type { ServerSocket } from './server-socket.ts'
import { offerUpgrade } from './upgrade.ts'
import { announce } from './websocket-server.ts'

/** What every server puts behind the key before it hashes it (RFC 6455 §1.3). */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Headers of the app's answer that say nothing about a connection that was upgraded, or closed. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['connection', 'content-length', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'sec-websocket-accept', 'sec-websocket-extensions', 'sec-websocket-protocol'],
])

const acceptOf = (key: string): string => btoa(String.fromCharCode(...sha1(new TextEncoder().encode(key + GUID))))

const responseOf = (status: number, headers: HeaderList): RealmResponse => ({
  status,
  headers,
  body: new ArrayBuffer(0),
  chunks: [],
  complete: true,
})

/**
 * Asks the app. A refusal has the app's own status and headers; a body it has not, since node-server sends none.
 * @param add makes the socket, with the protocol that was chosen
 */
export const shakeHands = async (
  request: Request,
  answering: Answering,
  { takesSockets, socketServer }: Evaluated,
  protocols: readonly string[],
  add: (protocol: string) => ServerSocket,
): Promise<Answer & { readonly open: boolean }> => {
  const env = { ...answering.env }
  const upgrade = takesSockets ? offerUpgrade(env) : null
  const called = await callFetch(request, { ...answering, env })
  if (called.kind === 'gone') return { response: null, failure: null, open: false }
  if (called.kind === 'failed') return { response: null, failure: called.failure, open: false }
  const source = afterHeaders(recordOf(called.response)?.typeSource ?? 'platform')
  const own = withContentType([...called.response.headers], source, false).filter(([name]) => !SKIPPED.has(name))
  called.response.body?.cancel().catch(() => undefined)
  if (!upgrade?.onOpen) return { response: responseOf(called.response.status, own), failure: null, open: false }
  // As in `ws` without a `handleProtocols` of its own: the first that the client offers.
  const [protocol = ''] = protocols
  const headers: HeaderList = [
    ['upgrade', 'websocket'],
    ['connection', 'Upgrade'],
    ['sec-websocket-accept', acceptOf(request.headers.get('sec-websocket-key') ?? '')],
    ...(protocol === '' ? [] : [['sec-websocket-protocol', protocol] as const]),
    ...own,
  ]
  const socket = add(protocol)
  if (socketServer) announce(socketServer, socket, { url: request.url, headers: Object.fromEntries(request.headers) })
  upgrade.onOpen(socket)
  return { response: responseOf(101, headers), failure: null, open: true }
}
