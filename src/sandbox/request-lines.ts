/**
 * The header lines of a request as HTTP/1.1 has them.
 * @module
 */

import { headerValues } from '../http/headers.ts'
import type { HeaderList } from '../http/http.ts'

/** Methods that say nothing of a body when they have none (as Node's client has it); the others say that its length is 0. */
const BODILESS: readonly string[] = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']

/**
 * The request's own lines, after the `host` and before the `content-length` that HTTP/1.1 demands where the request does
 * not say them itself (RFC 9112 §3.2, §6.2; RFC 9110 §8.6).
 * @param size of the body, bytes; null when there is none
 */
export const requestLines = (
  { method, headers }: { readonly method: string; readonly headers: HeaderList },
  host: string,
  size: number | null,
): HeaderList => {
  const lacks = (name: string): boolean => headerValues(headers, name).length === 0
  const length = size ?? (BODILESS.includes(method) ? null : 0)
  const isLengthMissing = length !== null && lacks('content-length') && lacks('transfer-encoding')
  return [
    ...(lacks('host') ? [['host', host] as const] : []),
    ...headers,
    ...(isLengthMissing ? [['content-length', String(length)] as const] : []),
  ]
}
