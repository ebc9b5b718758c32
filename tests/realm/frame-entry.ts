/**
 * The frame of the tests: starts a realm as the engine does and does its cryptography.
 * @module
 */

import { serveCrypto } from '../../src/sandbox/embedded/frame/crypto-host.ts'

/** Keys that the realm may have at a time: fewer than in the engine, to reach the limit soon. */
const KEYS = 1_000

interface Start {
  readonly realm: string
  readonly program: string
}

export default ({ realm, program }: Start, port: MessagePort): void => {
  const worker = new Worker(URL.createObjectURL(new Blob([realm], { type: 'text/javascript' })))
  const channel = new MessageChannel()
  serveCrypto(channel.port1, KEYS)
  worker.onerror = event => port.postMessage(`the realm failed: ${event.message}`)
  worker.postMessage({ program }, [port, channel.port2])
}
