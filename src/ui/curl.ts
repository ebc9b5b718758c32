/**
 * A request as a curl command, to be run against a server on the person's own machine.
 * @module
 */

import type { HttpRequest } from '../http/http.ts'

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** @param origin where the person's server is, without a slash at the end */
export function curlCommand({ method, path, headers, body }: HttpRequest, origin = 'http://localhost:3000'): string {
  const parts = ['curl', '-i']
  if (method === 'HEAD') parts.push('--head')
  else if (method !== 'GET' || body !== undefined) parts.push('-X', method)
  parts.push(quote(`${origin}${path}`))
  for (const [name, value] of headers) parts.push('-H', quote(value === '' ? `${name};` : `${name}: ${value}`))
  if (body === undefined) return parts.join(' ')
  if ('text' in body) return [...parts, '--data-raw', quote(body.text)].join(' ')
  return `echo ${body.base64} | base64 -d | ${[...parts, '--data-binary', '@-'].join(' ')}`
}
