/**
 * What the page wrote → what a realm is told.
 * @module
 */

import { bytesOf } from '../../../http/body.ts'
import type { HeaderList, HttpRequest, SocketData } from '../../../http/http.ts'
import type { RealmRequest, RealmSocketData } from '../protocol.ts'

const isNamed =
  (name: string) =>
  (header: readonly [string, string]): boolean =>
    header[0].toLowerCase() === name

/**
 * The URL is built from the Host header, as Node's adapter does; several Cookie headers become one (RFC 6265 §5.4), and
 * a GET or HEAD has no body, because the platform's `Request` takes none.
 */
export const realmRequestOf = (request: HttpRequest): RealmRequest => {
  const hasBody = request.body !== undefined && request.method !== 'GET' && request.method !== 'HEAD'
  const body = hasBody && request.body ? bytesOf(request.body).buffer : null
  const host = request.headers.find(isNamed('host'))?.[1] ?? 'localhost'
  const cookies = request.headers.filter(isNamed('cookie')).map(([, value]) => value)
  const others = request.headers.filter(header => !isNamed('cookie')(header))
  const headers = cookies.length > 0 ? [...others, ['cookie', cookies.join('; ')] as const] : others
  const url = `http://${host}${request.path.startsWith('/') ? '' : '/'}${request.path}`
  return { method: request.method, url, headers, body }
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
