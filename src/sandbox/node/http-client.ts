/**
 * Sends one request over real HTTP/1.1 and keeps what is on the wire: header lines in order, duplicates and case kept,
 * redirects not followed, bodies not decompressed. `fetch` would do none of this, and would not send `Host` or `Cookie`.
 * @module
 */

import { Agent, request as openRequest } from 'node:http'
// Where a program runs in the same process, it may replace the globals.
import { clearTimeout, setImmediate, setTimeout } from 'node:timers'
import { bytesOf } from '../../http/body.ts'
import type { AppFailure, Exchange, HttpRequest } from '../../http/http.ts'
import { requestLines } from '../request-lines.ts'
import type { SendOptions } from '../sandbox.ts'
import { Arriving, type HttpLimits, tooManyHeaders } from './arriving.ts'
import { hostOf } from './host.ts'

export interface HttpOptions extends SendOptions {
  readonly limits: HttpLimits
  /** Called with the client's port once there is a connection. */
  readonly onConnect?: (localPort: number) => void
}

/** `HPE_HEADER_OVERFLOW` is Node's word for headers that are longer than its parser takes. */
const isOverflow = (error: Error): boolean => 'code' in error && error.code === 'HPE_HEADER_OVERFLOW'

/**
 * @param baseUrl where the server listens: `http://127.0.0.1:8000`
 * @returns what came; a server that does not answer, or not to the end, is a failure in it, and so is a request that
 *   cannot be written as HTTP. The log is empty: a client does not see the server's console.
 */
export const sendHttp = (baseUrl: string, request: HttpRequest, options: HttpOptions): Promise<Exchange> => {
  const { timeLimit, abort, limits, onConnect } = options
  const url = new URL(baseUrl)
  const { hostname, port } = url
  const body = request.body === undefined ? null : bytesOf(request.body)
  // A connection of its own, yet not `connection: close`, which servers answer with a header of that name.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const arriving = new Arriving(limits)
  const began = performance.now()
  const sinceStart = (): number => performance.now() - began

  return new Promise<Exchange>(resolve => {
    const headers = requestLines(request, hostOf(url), body?.length ?? null).flat()
    const { method, path } = request
    // Room for what the parser counts beside names and values.
    const maxHeaderSize = 2 * limits.headers
    const outgoing = openRequest({ agent, hostname, port, method, path, headers, maxHeaderSize })
    const timers: NodeJS.Timeout[] = []
    let ended = false

    const end = (how: 'complete' | 'aborted' | Omit<AppFailure, 'at'>): void => {
      if (ended) return
      ended = true
      for (const timer of timers) clearTimeout(timer)
      const failure = typeof how === 'string' ? null : { ...how, at: null }
      resolve({ request, response: arriving.response(how === 'complete'), failure, log: [], ms: sinceStart() })
      const close = (): void => {
        agent.destroy()
        outgoing.destroy()
      }
      // A server that was heard to the end gets a turn to notice that it is done, before the connection is gone.
      if (how === 'complete') setImmediate(close)
      else close()
    }
    timers.push(setTimeout(() => end({ kind: 'timed-out', message: `${timeLimit} ms` }), timeLimit))
    if (abort !== null && 'ms' in abort) timers.push(setTimeout(() => end('aborted'), abort.ms))

    outgoing.on('socket', socket => {
      const announce = (): void => onConnect?.(socket.localPort ?? 0)
      if (socket.connecting) socket.once('connect', announce)
      else announce()
    })
    outgoing.on('response', incoming => {
      const tooLarge = arriving.begin(incoming)
      if (tooLarge !== null) return end({ kind: 'body-too-large', message: tooLarge })
      if (abort !== null && 'chunks' in abort && abort.chunks === 0) return end('aborted')
      incoming.on('data', (chunk: Buffer) => {
        if (ended) return
        const why = arriving.add(chunk, sinceStart())
        if (why !== null) end({ kind: 'body-too-large', message: why })
        else if (abort !== null && 'chunks' in abort && arriving.chunks >= abort.chunks) end('aborted')
      })
      incoming.on('end', () => end('complete'))
      incoming.on('error', error => end({ kind: 'body-failed', message: error.message }))
    })
    outgoing.on('error', error =>
      end(
        isOverflow(error)
          ? { kind: 'body-too-large', message: tooManyHeaders(limits) }
          : { kind: 'exited', message: error.message },
      ),
    )
    outgoing.end(body ?? undefined)
  }).catch((error: unknown) => {
    agent.destroy()
    const message = error instanceof Error ? error.message : String(error)
    return { request, response: null, failure: { kind: 'not-sendable', message, at: null }, log: [], ms: 0 }
  })
}
