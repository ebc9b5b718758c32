/**
 * Entry of the supervisor: a classic worker in the sandboxed frame, whose first message brings the page's port.
 * @module
 */

import { supervise } from './supervise.ts'

addEventListener(
  'message',
  ({ ports: [port] }) => port && supervise(port, crypto => postMessage('crypto', { transfer: [crypto] })),
  {
    once: true,
  },
)
