/**
 * Request as Node has it: every header is kept (`Cookie`, `Origin`, `Host` …), also through `new Request(request)`, and
 * async iterables are bodies.
 * @module
 */

import { construct, getterOf, isObject, methodOf, patch, type RealmScope } from '../primordials.ts'
import { type NewTarget, replaceConstructor } from './constructor.ts'
import { adoptHeaders, copyRecord, nativeHeadersOf, ownHeaders } from './headers.ts'
import type { Platform } from './platform.ts'
import { recordOf, setRecord } from './record.ts'
import { bodyFrom } from './streams.ts'

/** The members of RequestInit (Fetch standard), in the order in which a browser reads them. */
const MEMBERS = [
  'body',
  'cache',
  'credentials',
  'duplex',
  'headers',
  'integrity',
  'keepalive',
  'method',
  'mode',
  'priority',
  'redirect',
  'referrer',
  'referrerPolicy',
  'signal',
  'window',
] as const

type Members = { [name in (typeof MEMBERS)[number]]?: unknown }

// By name and each once: `init` may be a Request or a Response, whose members are getters of its prototype.
const readMembers = (init: object): Members => {
  const members: Members = {}
  for (const name of MEMBERS) {
    const value: unknown = Reflect.get(init, name)
    if (value !== undefined) members[name] = value
  }
  return members
}

const isHeadersInit = (value: unknown): value is HeadersInit => value !== undefined

export const patchRequest = (scope: RealmScope, platform: Platform): void => {
  const { Headers, Request: Native, ReadableStream, requestHeaders, URL } = platform
  const nativeClone = methodOf(Native.prototype.clone)
  const nativeReferrer = getterOf(Native.prototype, 'referrer')

  const make = (args: readonly unknown[], newTarget: NewTarget): Request => {
    const [input, init] = args
    const from = recordOf(input)
    const members = isObject(init) ? readMembers(init) : null
    const given = members !== null && isHeadersInit(members.headers) ? new Headers(members.headers) : null
    if (members !== null && given !== null) members.headers = nativeHeadersOf(platform, given)
    if (members?.body !== undefined) members.body = bodyFrom(ReadableStream, members.body)

    const made: Request = construct(Native, args.length < 2 ? args : [input, members ?? init], newTarget)
    const headers = given ?? (from === null || from.headers === null ? null : new Headers(from.headers))
    if (headers !== null) adoptHeaders(platform, headers, requestHeaders(made))
    const body = members?.body ?? null
    // An init that says anything resets the referrer (Fetch standard, Request constructor).
    const inherited = members === null || Object.keys(members).length === 0 ? (from?.referrer ?? null) : null
    const referrer = members?.referrer === undefined ? inherited : referrerOf(String(members.referrer))
    setRecord(made, {
      headers,
      streamed: body === null ? (from?.streamed ?? false) : body instanceof ReadableStream,
      referrer,
      typeSource: 'platform',
    })
    return made
  }

  // '' stands for no referrer and about:client for the default: the platform knows both.
  const referrerOf = (given: string): string | null => {
    if (given === '') return null
    const { href } = new URL(given)
    return href === 'about:client' ? null : href
  }

  replaceConstructor(scope, 'Request', make)

  patch(Native.prototype, {
    get headers() {
      const record = recordOf(this)
      const peer = requestHeaders(this)
      return record === null ? peer : ownHeaders(platform, record, peer)
    },
    get referrer() {
      return recordOf(this)?.referrer ?? nativeReferrer(this)
    },
    clone() {
      const cloned = nativeClone(this)
      copyRecord(platform, recordOf(this), cloned, requestHeaders(cloned))
      return cloned
    },
  })
}
