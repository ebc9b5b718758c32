/**
 * A message port that a program cannot get hold of. Every method and getter used on it was taken beforehand: a program
 * that replaced `MessagePort.prototype.postMessage` or the getter of `MessageEvent.prototype.data` would otherwise be
 * called with the port, or with an event whose `target` is the port.
 * @module
 */

import { getterOf, methodOf } from './primordials.ts'

export interface PrivatePort {
  readonly post: (message: unknown, transfer?: Transferable[]) => void
  /** Takes the data of every message that follows; call it once. */
  readonly listen: (take: (data: unknown) => void) => void
}

/** Call it before any code of the program runs. */
export const openPort = (port: MessagePort): PrivatePort => {
  const post = methodOf<MessagePort, [unknown, Transferable[]], void>(MessagePort.prototype.postMessage)
  const dataOf = getterOf(MessageEvent.prototype, 'data')
  return {
    post: (message, transfer = []) => post(port, message, transfer),
    listen: take => {
      port.onmessage = event => take(dataOf(event))
    },
  }
}
