/**
 * The sandboxed frame's document: starts the supervisor and does its cryptography, because a worker of an opaque
 * origin has no `crypto.subtle`. It must stay idle otherwise; a busy document slows every signature down.
 * @module
 */

import type { FrameStart } from '../protocol.ts'
import { serveCrypto } from './crypto-host.ts'

export default ({ supervisor }: FrameStart, port: MessagePort): void => {
  const worker = new Worker(URL.createObjectURL(new Blob([supervisor], { type: 'text/javascript' })))
  worker.addEventListener('message', ({ ports: [crypto] }) => crypto && serveCrypto(crypto))
  worker.postMessage(null, [port])
}
