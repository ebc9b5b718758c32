/**
 * What the page wrote → what a realm is told.
 * @module
 */

import { bytesOf } from '../../../http/body.ts'
import type { HeaderList, HttpRequest, SocketData } from '../../../http/http.ts'
import { requestLines } from '../../request-lines.ts'
import type { RealmRequest, RealmSocketData } from '../protocol.ts'

const isNamed =
  (name: string) =>
  (header: readonly [string, string]): boolean =>
    header[0].toLowerCase() === name

/** Where an app is, as far as its requests know. */
const HOST = 'localhost'

/**
 * The URL is built from the Host header, as Node's adapter does; several Cookie headers become one (RFC 6265 §5.4), and
 * a GET or HEAD has no body, because the platform's `Request` takes none. What a client over HTTP/1.1 says by itself is
 * said here too. The adapter refuses a backslash in the path, which a URL would take for a slash.
 */
export const realmRequestOf = (request: HttpRequest): RealmRequest => {
  const { method, path } = request
  const bytes = request.body ? bytesOf(request.body).buffer : null
  const lines = requestLines(request, HOST, bytes?.byteLength ?? null)
  const host = lines.find(isNamed('host'))?.[1] ?? HOST
  const cookies = lines.filter(isNamed('cookie')).map(([, value]) => value)
  const others = lines.filter(header => !isNamed('cookie')(header))
  const connection = lines.some(isNamed('connection')) ? [] : [['connection', 'keep-alive'] as const]
  const cookie = cookies.length > 0 ? [['cookie', cookies.join('; ')] as const] : []
  const url = `http://${host}${path.startsWith('/') ? '' : '/'}${path}`
  const body = method === 'GET' || method === 'HEAD' ? null : bytes
  const refused = path.split('?', 1)[0]?.includes('\\') === true
  return { method, url, headers: [...others, ...cookie, ...connection], body, refused }
}

/** Whether this platform's `Request` can carry it. Asked here, because a program may have broken the realm's own. */
export const isSendable = ({ url, method, headers }: RealmRequest): boolean => {
  try {
    return new Request(url, { method, headers: headers.map(([name, value]) => [name, value]) }) !== null
  } catch {
    return false
  }
}

export const buffersOf = (requests: readonly RealmRequest[]): ArrayBuffer[] =>
  requests.flatMap(({ body }) => (body ? [body] : []))

/** A request for a WebSocket, with the headers of the handshake (RFC 6455 §4.1) that it does not have itself. */
export const handshakeOf = (request: HttpRequest, protocols: readonly string[]): HttpRequest => {
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const handshake: HeaderList = [
    ['connection', 'Upgrade'],
    ['upgrade', 'websocket'],
    ['sec-websocket-key', key],
    ['sec-websocket-version', '13'],
    ...(protocols.length > 0 ? [['sec-websocket-protocol', protocols.join(',')] as const] : []),
  ]
  const missing = handshake.filter(([name]) => !request.headers.some(isNamed(name)))
  return { ...request, method: 'GET', headers: [...request.headers, ...missing] }
}

export const realmDataOf = (data: SocketData): RealmSocketData => ('text' in data ? data.text : bytesOf(data).buffer)
