/**
 * From what stands in the request line to a request.
 * @module
 */

import type { HttpRequest } from '../../http/http.ts'
import type { RequestDraft } from '../view.ts'

export const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/**
 * A path as it may stand on a request line: from the root, what a URL cannot hold percent-encoded, escapes that are
 * there already left alone, without a fragment, which is never sent.
 */
export function requestPath(typed: string): string {
  const [path = ''] = typed.trim().split('#')
  const rooted = path.startsWith('/') ? path : `/${path}`
  return rooted.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent)
}

/** Rows without a name are left out; a body is sent when there is one, and given a content type when it is JSON. */
export function requestOf({ method, path, headers, body }: RequestDraft): HttpRequest {
  const named = headers
    .filter(([name]) => name.trim() !== '')
    .map(([name, value]) => [name.trim(), value.trim()] as const)
  const request = { method, path: requestPath(path), headers: named }
  if (body === '' || method === 'GET' || method === 'HEAD') return request
  const typed = named.some(([name]) => name.toLowerCase() === 'content-type')
  const withType = typed || !/^\s*[[{"]/.test(body) ? named : [...named, ['content-type', 'application/json'] as const]
  return { ...request, headers: withType, body: { text: body } }
}
