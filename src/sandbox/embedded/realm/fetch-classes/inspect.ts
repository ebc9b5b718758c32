/**
 * How `console.log` shows Request, Response and Headers: as Node does, with the headers that the program sees.
 * @module
 */

import { pick, showMembers } from './inspect-web.ts'
import type { Platform } from './platform.ts'

const RESPONSE = ['status', 'statusText', 'headers', 'body', 'bodyUsed', 'ok', 'redirected', 'type', 'url'] as const
const REQUEST = ['method', 'url', 'headers', 'referrer', 'mode', 'credentials', 'cache', 'redirect', 'signal'] as const

export const patchInspection = (platform: Platform): void => {
  showMembers(platform.Headers.prototype, 'Headers', headers =>
    headers instanceof platform.Headers
      ? Object.fromEntries(Array.from(headers.keys(), name => [name, headers.get(name)]))
      : {},
  )
  showMembers(platform.Response.prototype, 'Response', pick(RESPONSE))
  showMembers(platform.Request.prototype, 'Request', pick(REQUEST))
}
