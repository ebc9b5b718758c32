/**
 * A response while it arrives over HTTP/1.1, within the limits of a body.
 * @module
 */

import type { IncomingMessage } from 'node:http'
import { bodyOf } from '../../http/body.ts'
import type { HeaderList, HttpResponse } from '../../http/http.ts'
import type { Limits } from '../limits.ts'

export type HttpLimits = Pick<Limits, 'body' | 'chunks' | 'headers'>

/** Node's flat list of header lines, name after value after name. */
export const pairs = (flat: readonly string[]): HeaderList =>
  flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as const] : []))

/** `response` can be asked for at any time. */
export class Arriving {
  #head: IncomingMessage | null = null
  #headers: HeaderList = []
  #size = 0
  readonly #bytes: Buffer[] = []
  readonly #chunks: { at: number; size: number }[] = []

  constructor(private readonly limits: HttpLimits) {}

  get chunks(): number {
    return this.#chunks.length
  }

  /** @returns why the answer is too large; null while it is not */
  begin(head: IncomingMessage): string | null {
    const headers = pairs(head.rawHeaders)
    const size = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    if (size > this.limits.headers) return tooManyHeaders(this.limits, size)
    this.#head = head
    this.#headers = headers
    return null
  }

  /** What is over the limit is cut off. Returns why the answer is too large; null while it is not. */
  add(chunk: Buffer, at: number): string | null {
    const { body, chunks } = this.limits
    const kept = chunk.subarray(0, body - this.#size)
    this.#size += kept.length
    this.#bytes.push(kept)
    this.#chunks.push({ at, size: chunk.length })
    if (kept.length < chunk.length) return `more than ${body / 1024 / 1024} MB`
    return this.#chunks.length >= chunks ? `more than ${chunks} chunks` : null
  }

  /** Null while no headers have come. */
  response(complete: boolean): HttpResponse | null {
    if (this.#head === null) return null
    const body = bodyOf(Buffer.concat(this.#bytes))
    return { status: this.#head.statusCode ?? 0, headers: this.#headers, body, chunks: [...this.#chunks], complete }
  }
}

/** `size` is left out when nobody counted to the end. */
export const tooManyHeaders = (limits: HttpLimits, size?: number): string => {
  const most = `more than ${limits.headers / 1024} kB`
  return size === undefined ? `${most} of headers` : `${Math.round(size / 1024)} kB of headers, ${most}`
}
