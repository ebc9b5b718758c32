/**
 * Response as Node has it: every header is kept, async iterables are bodies, `Response.json()` keeps cookies.
 * @module
 */

import { construct, getterOf, isObject, methodOf, patch, type RealmScope, setGlobal } from '../primordials.ts'
import { type NewTarget, replaceConstructor } from './constructor.ts'
import { afterBody, afterHeaders, sourceOf, type TypeSource } from './content-type.ts'
import { adoptHeaders, copyRecord, nativeHeadersOf, ownHeaders } from './headers.ts'
import type { Platform } from './platform.ts'
import { recordOf, setRecord } from './record.ts'
import { bodyFrom } from './streams.ts'

const { stringify } = JSON

interface Init {
  /** For the platform's constructor, which refuses what is not an object. */
  readonly init: unknown
  readonly headers: Headers | null
  /** Where the type of the Response would come from that it is made from; null when it is made from none. */
  readonly from: TypeSource | null
}

/** Asking for any of these has the adapter make the platform's Response. */
const LOOKS = ['body', 'bodyUsed', 'redirected', 'statusText', 'type', 'url'] as const

export const patchResponse = (scope: RealmScope, platform: Platform): void => {
  const { Headers, Response: Native, responseHeaders } = platform
  const nativeClone = methodOf(Native.prototype.clone)

  // Member by member and each once: `init` may be a Response, whose members are getters of its prototype, and its
  // headers may be an iterator that can be read only once.
  const readInit = (given: unknown, defaultType: string | null): Init => {
    const object: ResponseInit | null = isObject(given) ? given : null
    if (object === null && given !== undefined && given !== null) return { init: given, headers: null, from: null }
    const from = recordOf(object)?.typeSource ?? null
    const { headers: pairs, status, statusText } = object ?? {}
    const headers = pairs === undefined && defaultType === null ? null : new Headers(pairs)
    if (headers === null) return { init: { status, statusText }, headers, from }
    if (defaultType !== null && !platform.hasHeader(headers, 'content-type')) {
      platform.setHeader(headers, 'content-type', defaultType)
    }
    return { init: { headers: nativeHeadersOf(platform, headers), status, statusText }, headers, from }
  }

  const make = (given: unknown, { init, headers, from }: Init, newTarget: NewTarget): Response => {
    const isSeen = from !== null && afterHeaders(from) === 'seen'
    const isTyped = headers !== null && platform.hasHeader(headers, 'content-type')
    const typeSource = isSeen ? 'seen' : sourceOf(given, headers, isTyped)
    const body = bodyFrom(platform.ReadableStream, given)
    const made: Response = construct(Native, [body, init], newTarget)
    if (headers !== null) adoptHeaders(platform, headers, responseHeaders(made))
    setRecord(made, { headers, streamed: body instanceof platform.ReadableStream, referrer: null, typeSource })
    return made
  }

  replaceConstructor(scope, 'Response', (args, newTarget) => make(args[0], readInit(args[1], null), newTarget))

  const { json } = {
    json(data: unknown, ...[init]: [init?: unknown]): Response {
      const text: unknown = stringify(data)
      if (typeof text !== 'string') throw new TypeError('Value is not JSON serializable')
      return make(text, readInit(init, 'application/json'), Native)
    },
  }
  setGlobal(scope.Response, 'json', json)

  const lookAt = (message: Response): void => {
    const record = recordOf(message)
    if (record !== null) record.typeSource = afterBody(record.typeSource)
  }
  for (const name of LOOKS) {
    const native = getterOf(Native.prototype, name)
    patch(Native.prototype, {
      get [name]() {
        lookAt(this)
        return native(this)
      },
    })
  }
  patch(Native.prototype, {
    get headers() {
      const record = recordOf(this)
      const peer = responseHeaders(this)
      if (record === null) return peer
      record.typeSource = afterHeaders(record.typeSource)
      return ownHeaders(platform, record, peer)
    },
    clone() {
      lookAt(this)
      const cloned = nativeClone(this)
      copyRecord(platform, recordOf(this), cloned, responseHeaders(cloned))
      return cloned
    },
  })
}
