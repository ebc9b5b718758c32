/**
 * A port on this machine that nobody may reach: it counts whatever does.
 * @module
 */

import { once } from 'node:events'
import { createServer } from 'node:net'

export interface Listener {
  /** `127.0.0.1:12345`. */
  readonly address: string
  /** Connections and bytes so far. */
  readonly heard: () => number
  readonly close: () => void
}

export const listen = async (): Promise<Listener> => {
  let heard = 0
  const server = createServer(socket => {
    heard += 1
    socket.on('data', data => {
      heard += data.length
    })
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('could not listen: because there is no port')
  return { address: `127.0.0.1:${address.port}`, heard: () => heard, close: () => server.close() }
}
