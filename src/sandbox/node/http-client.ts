/**
 * Sends one request over real HTTP/1.1 and keeps what is on the wire: header lines in order, duplicates and case kept,
 * redirects not followed, bodies not decompressed. `fetch` would do none of this, and would not send `Host` or `Cookie`.
 * @module
 */

import { Agent, type IncomingMessage, request as openRequest } from 'node:http'
import { bodyOf, bytesOf } from '../../http/body.ts'
import { headerValues } from '../../http/headers.ts'
import type { AppFailure, Exchange, HttpRequest, HttpResponse } from '../../http/http.ts'

export interface HttpLimits {
  /** From sending to the last byte, ms. */
  readonly timeLimit: number
  /** The response body, bytes; what is over it is cut off. */
  readonly bodyLimit: number
}

/**
 * The header lines that are sent: the request's own, after the `host` and before the `content-length` that HTTP/1.1
 * demands (RFC 9112 §3.2, §6.2) where the request does not say them itself.
 */
const linesOf = (request: HttpRequest, host: string, size: number | null): string[] => {
  const has = (name: string): boolean => headerValues(request.headers, name).length > 0
  const lines = request.headers.flat()
  if (!has('host')) lines.unshift('host', host)
  if (size !== null && !has('content-length') && !has('transfer-encoding')) lines.push('content-length', String(size))
  return lines
}

const pairs = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : []))

/** Collects a response as it arrives; `response` can be asked for at any time. */
class Arriving {
  #head: IncomingMessage | null = null
  #size = 0
  readonly #bytes: Buffer[] = []
  readonly #chunks: { at: number; size: number }[] = []

  begin(head: IncomingMessage): void {
    this.#head = head
  }

  /** @returns whether the body is still within the limit */
  add(chunk: Buffer, at: number, limit: number): boolean {
    const kept = chunk.subarray(0, limit - this.#size)
    this.#size += kept.length
    this.#bytes.push(kept)
    this.#chunks.push({ at, size: kept.length })
    return kept.length === chunk.length
  }

  response(complete: boolean): HttpResponse | null {
    if (this.#head === null) return null
    return {
      status: this.#head.statusCode ?? 0,
      headers: pairs(this.#head.rawHeaders),
      body: bodyOf(Buffer.concat(this.#bytes)),
      chunks: this.#chunks,
      complete,
    }
  }
}

/**
 * @param baseUrl where the server listens: `http://127.0.0.1:8000`
 * @returns what came; a server that does not answer, or not to the end, is a failure in it. The log is empty: a client
 *   does not see the server's console.
 * @throws {Error} when the request cannot be written as HTTP (a line break in a header, a space in the path)
 */
export const sendHttp = (baseUrl: string, request: HttpRequest, limits: HttpLimits): Promise<Exchange> => {
  const { hostname, port, host } = new URL(baseUrl)
  const body = request.body === undefined ? null : bytesOf(request.body)
  const headers = linesOf(request, host, body?.length ?? null)
  // A connection of its own, yet not `connection: close`, which servers answer with a header of that name.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  return new Promise<Exchange>(resolve => {
    const arriving = new Arriving()
    const began = performance.now()
    const sinceStart = (): number => performance.now() - began
    const outgoing = openRequest({ agent, hostname, port, method: request.method, path: request.path, headers })

    const end = (failure: Omit<AppFailure, 'at'> | null): void => {
      clearTimeout(timer)
      resolve({
        request,
        response: arriving.response(failure === null),
        failure: failure && { ...failure, at: null },
        log: [],
        ms: sinceStart(),
      })
      agent.destroy()
      outgoing.destroy()
    }
    const timer = setTimeout(() => end({ kind: 'timed-out', message: `${limits.timeLimit} ms` }), limits.timeLimit)

    outgoing.on('response', incoming => {
      arriving.begin(incoming)
      incoming.on('data', (chunk: Buffer) => {
        if (!arriving.add(chunk, sinceStart(), limits.bodyLimit)) {
          end({ kind: 'body-too-large', message: `${limits.bodyLimit} bytes` })
        }
      })
      incoming.on('end', () => end(null))
      incoming.on('error', error => end({ kind: 'body-failed', message: error.message }))
    })
    outgoing.on('error', error => end({ kind: 'exited', message: error.message }))
    outgoing.end(body ?? undefined)
  }).catch((cause: unknown) => {
    agent.destroy()
    throw new Error(
      `could not send ${request.method} ${request.path}: because ${cause instanceof Error ? cause.message : String(cause)}; percent-encode the path and keep line breaks out of headers`,
      { cause },
    )
  })
}
