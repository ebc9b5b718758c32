/**
 * Request bodies as streams, for browsers whose Request has no `body` and makes text of a stream that it is given
 * (Firefox). A Response carries the body: that class has all of it everywhere.
 * @module
 */

import { apply, construct, getterOf, isObject, methodOf, patch, type RealmScope } from '../primordials.ts'
import { type NewTarget, replaceConstructor } from './constructor.ts'
import { Returned } from './record.ts'

interface Carried {
  readonly carrier: Response
  /** The body went on to another Request, which was made from this one. */
  moved: boolean
}

class StampedCarried extends Returned {
  #carried: Carried
  constructor(target: object, carried: Carried) {
    super(target)
    this.#carried = carried
  }
  static read(target: object): Carried | null {
    return #carried in target ? target.#carried : null
  }
}

const carriedBy = (value: unknown): Carried | null => (isObject(value) ? StampedCarried.read(value) : null)

const METHODS = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'] as const
/** What comes of the bytes depends on the Request's own content type. */
const TYPED: readonly string[] = ['blob', 'formData']

const used = (): TypeError => new TypeError('Body is unusable: Body has already been read')

/** Call it before the classes are patched. Does nothing where the platform's Request has a body of its own. */
export const installRequestBodies = (scope: RealmScope): void => {
  if ('body' in scope.Request.prototype) return
  const { Request: Native, Response, ReadableStream, TransformStream, Headers } = scope
  const headersOf = getterOf(Native.prototype, 'headers')
  const nativeUsed = getterOf(Native.prototype, 'bodyUsed')
  const nativeClone = methodOf(Native.prototype.clone)
  const bodyOf = getterOf(Response.prototype, 'body')
  const bodyUsed = getterOf(Response.prototype, 'bodyUsed')
  const responseHeaders = getterOf(Response.prototype, 'headers')
  const responseClone = methodOf(Response.prototype.clone)
  const arrayBuffer = methodOf(Response.prototype.arrayBuffer)
  const locked = getterOf(ReadableStream.prototype, 'locked')
  const pipeThrough = methodOf<ReadableStream, [TransformStream], ReadableStream>(ReadableStream.prototype.pipeThrough)
  const getHeader = methodOf(Headers.prototype.get)
  const setHeader = methodOf(Headers.prototype.set)

  const isUsable = ({ carrier, moved }: Carried): boolean => {
    const body = bodyOf(carrier)
    return !moved && !bodyUsed(carrier) && (body === null || !locked(body))
  }
  /** The body of a Request that another is made from. */
  const take = (from: Carried): Carried => {
    const body = bodyOf(from.carrier)
    from.moved = true
    return { carrier: new Response(body && pipeThrough(body, new TransformStream())), moved: false }
  }

  const withBody = (input: unknown, init: object, body: BodyInit, newTarget: NewTarget): Request => {
    if (body instanceof ReadableStream && Reflect.get(init, 'duplex') === undefined) {
      throw new TypeError('RequestInit: duplex option is required when sending a body.')
    }
    // The platform sees a body without content, and so refuses one where there must be none.
    const made: Request = construct(Native, [input, { ...init, body: new Uint8Array(0) }], newTarget)
    const carrier = new Response(body)
    const type = getHeader(responseHeaders(carrier), 'content-type')
    const headers = headersOf(made)
    if (type !== null && getHeader(headers, 'content-type') === null) setHeader(headers, 'content-type', type)
    new StampedCarried(made, { carrier, moved: false })
    return made
  }

  replaceConstructor(scope, 'Request', (args, newTarget) => {
    const [input, init] = args
    const body: BodyInit | null | undefined = isObject(init) ? Reflect.get(init, 'body') : null
    if (isObject(init) && body !== null && body !== undefined) return withBody(input, init, body, newTarget)
    const from = carriedBy(input)
    if (from !== null && !isUsable(from)) throw used()
    const made: Request = construct(Native, args, newTarget)
    if (from !== null) new StampedCarried(made, take(from))
    return made
  })

  patch(Native.prototype, {
    get body() {
      // Throws on what is no Request.
      nativeUsed(this)
      const carried = carriedBy(this)
      return carried && bodyOf(carried.carrier)
    },
    get bodyUsed() {
      const carried = carriedBy(this)
      return carried ? carried.moved || bodyUsed(carried.carrier) : nativeUsed(this)
    },
    get duplex() {
      nativeUsed(this)
      return 'half'
    },
    clone() {
      const carried = carriedBy(this)
      if (carried !== null && !isUsable(carried)) throw used()
      const cloned = nativeClone(this)
      if (carried !== null) new StampedCarried(cloned, { carrier: responseClone(carried.carrier), moved: false })
      return cloned
    },
  })

  for (const name of METHODS) {
    const native: unknown = Reflect.get(Native.prototype, name)
    const ofResponse: unknown = Reflect.get(Response.prototype, name)
    if (typeof native !== 'function' || typeof ofResponse !== 'function') continue
    patch(Native.prototype, {
      async [name]() {
        const carried = carriedBy(this)
        if (carried === null) return apply(native, this, [])
        if (carried.moved) throw used()
        if (!TYPED.includes(name)) return apply(ofResponse, carried.carrier, [])
        const type = getHeader(headersOf(this), 'content-type')
        const bytes = await arrayBuffer(carried.carrier)
        return apply(ofResponse, new Response(bytes, type === null ? {} : { headers: { 'content-type': type } }), [])
      },
    })
  }
}
