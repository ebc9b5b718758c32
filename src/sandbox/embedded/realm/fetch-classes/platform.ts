/**
 * The platform's fetch classes as they were before they were patched.
 * @module
 */

import { getterOf, methodOf, type RealmScope } from '../primordials.ts'

export interface Platform {
  readonly Headers: typeof Headers
  readonly Request: typeof Request
  readonly Response: typeof Response
  readonly ReadableStream: typeof ReadableStream
  readonly URL: typeof URL
  readonly requestHeaders: (of: Request) => Headers
  readonly responseHeaders: (of: Response) => Headers
  readonly hasHeader: (of: Headers, name: string) => boolean
  readonly getHeader: (of: Headers, name: string) => string | null
  readonly setHeader: (of: Headers, name: string, value: string) => void
  readonly deleteHeader: (of: Headers, name: string) => void
}

export const takePlatform = (scope: RealmScope): Platform => {
  const { Headers, Request, Response, ReadableStream, URL } = scope
  return {
    Headers,
    Request,
    Response,
    ReadableStream,
    URL,
    requestHeaders: getterOf(Request.prototype, 'headers'),
    responseHeaders: getterOf(Response.prototype, 'headers'),
    hasHeader: methodOf(Headers.prototype.has),
    getHeader: methodOf(Headers.prototype.get),
    setHeader: methodOf(Headers.prototype.set),
    deleteHeader: methodOf(Headers.prototype.delete),
  }
}
