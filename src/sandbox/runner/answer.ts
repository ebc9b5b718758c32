/**
 * Between the adapter and the program's `fetch`: passes requests on, and notes why there is no answer. The adapter makes
 * a 500 of everything; a failure is told as what it was.
 * @module
 */

import type { HttpBindings } from '@hono/node-server'
import type { AppFailure } from '../../http/http.ts'
import type { Background } from '../program/background.ts'
import { kindOf } from '../program/kind-of.ts'
import { faultOfStatus } from '../program/response-status.ts'
import { describeError, positionOf } from '../program/stack.ts'
import type { Env } from '../sandbox.ts'
import type { Fetch } from './load.ts'

/** Node's own: the adapter puts another in its place, which is made from it. */
const { Response: PlatformResponse } = globalThis

export interface Answering {
  readonly fetch: Fetch
  readonly env: Env
  readonly paths: readonly string[]
  readonly background: Background
  /** Takes a failure, with the client's port. */
  readonly note: (port: number, failure: AppFailure) => void
}

/** The adapter's bindings, which are the program's `env` as well; in a handshake there is no response to write to. */
type Bindings = Pick<HttpBindings, 'incoming'> & Partial<Pick<HttpBindings, 'outgoing'>>

export const answer = (request: Request, bindings: Bindings, answering: Answering): unknown => {
  const { fetch, env, paths, background, note } = answering
  const port = bindings.incoming.socket.remotePort ?? 0
  const failed = (kind: AppFailure['kind'], error: unknown): void =>
    note(port, { kind, message: describeError(error), at: positionOf(error, paths) })
  watchBody(bindings.outgoing, error => failed('body-failed', error))

  const accept = (returned: unknown): unknown => {
    const fault = faultOf(returned)
    if (fault === null) return returned
    note(port, { kind: 'no-response', message: fault, at: null })
    throw new TypeError('fetch did not return a Response that can be sent')
  }
  const rethrow = (error: unknown): never => {
    failed('threw', error)
    throw error
  }
  let returned: unknown
  try {
    // The same object, not a copy: the adapter finds what `upgradeWebSocket` left in it.
    returned = fetch(request, Object.assign(bindings, env), background.context)
  } catch (error) {
    return rethrow(error)
  }
  // An answer that is there at once stays so: the adapter sends it another way.
  return isThenable(returned) ? Promise.resolve(returned).catch(rethrow).then(accept) : accept(returned)
}

/** Why it cannot be sent; null when it can. */
const faultOf = (returned: unknown): string | null => {
  if (!(returned instanceof PlatformResponse)) return kindOf(returned)
  try {
    return faultOfStatus(returned.status)
  } catch (error) {
    return describeError(error)
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

/** A response that is destroyed with an error is one whose body failed midway. */
const watchBody = (outgoing: Bindings['outgoing'], failed: (error: unknown) => void): void => {
  if (!outgoing) return
  const destroy = outgoing.destroy
  outgoing.destroy = error => {
    if (error) failed(error)
    return Reflect.apply(destroy, outgoing, [error])
  }
}
