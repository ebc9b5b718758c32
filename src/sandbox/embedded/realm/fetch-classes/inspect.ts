/**
 * How `console.log` shows Request, Response and Headers: as Node does, with the headers that the program sees.
 * @module
 */

import { patch } from '../primordials.ts'
import type { Platform } from './platform.ts'

/** The well-known symbol of Node's `util.inspect` (Node documentation, "Custom inspection functions on objects"). */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

type Inspect = (value: unknown, options: object) => string

const RESPONSE = ['status', 'statusText', 'headers', 'body', 'bodyUsed', 'ok', 'redirected', 'type', 'url'] as const
const REQUEST = ['method', 'url', 'headers', 'referrer', 'mode', 'credentials', 'cache', 'redirect', 'signal'] as const

export const patchInspection = (platform: Platform): void => {
  const show = (prototype: object, name: string, members: (message: object) => object): void => {
    patch(prototype, {
      [INSPECT](depth: number, options: object, inspect: Inspect): string {
        return depth < 0 ? `[${name}]` : `${name} ${inspect(members(this), options)}`
      },
    })
  }
  const pick = (names: readonly string[]) => (message: object) =>
    Object.fromEntries(names.map(name => [name, Reflect.get(message, name)]))

  show(platform.Headers.prototype, 'Headers', headers =>
    headers instanceof platform.Headers
      ? Object.fromEntries(Array.from(headers.keys(), name => [name, headers.get(name)]))
      : {},
  )
  show(platform.Response.prototype, 'Response', pick(RESPONSE))
  show(platform.Request.prototype, 'Request', pick(REQUEST))
}
