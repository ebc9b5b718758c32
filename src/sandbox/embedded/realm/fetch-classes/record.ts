/**
 * What the patched fetch classes remember about an object, kept in a private field that is stamped onto it. A private
 * field costs less than a WeakMap and cannot be reached or replaced by the program.
 * @module
 */

import { isObject } from '../primordials.ts'
import type { TypeSource } from './content-type.ts'

/** Of a Request or Response that a constructor made; what the platform makes (`Response.redirect()`) has none. */
export interface MessageRecord {
  /** The headers the program sees; null until they are first read, when they are a copy of the platform's. */
  headers: Headers | null
  /** The body was made from a stream, whose errors the platform's body methods would lose. */
  readonly streamed: boolean
  /** `init.referrer` as the program gave it: a worker resets a cross-origin one. */
  readonly referrer: string | null
  /** Of a Response: what the adapter would know of its content type. */
  typeSource: TypeSource
}

/** Its constructor returns the object it is given, so that a subclass adds its private fields to that object. */
export class Returned {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: returning the target is what stamps it
    return target
  }
}

class StampedMessage extends Returned {
  #record: MessageRecord
  constructor(target: object, record: MessageRecord) {
    super(target)
    this.#record = record
  }
  static read(target: object): MessageRecord | null {
    return #record in target ? target.#record : null
  }
}

class StampedHeaders extends Returned {
  #peer: Headers
  constructor(target: object, peer: Headers) {
    super(target)
    this.#peer = peer
  }
  static read(target: object): Headers | null {
    return #peer in target ? target.#peer : null
  }
}

export const setRecord = (message: object, record: MessageRecord): void => {
  new StampedMessage(message, record)
}

/** Null for anything that is not a Request or Response made by a constructor. */
export const recordOf = (value: unknown): MessageRecord | null => (isObject(value) ? StampedMessage.read(value) : null)

/** Ties headers that the program sees to the platform's headers of the same message. */
export const setPeer = (headers: Headers, peer: Headers): void => {
  new StampedHeaders(headers, peer)
}

export const peerOf = (headers: object): Headers | null => StampedHeaders.read(headers)
