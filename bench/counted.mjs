/**
 * Counts what a server sends, at the socket: headers, compressed bodies and what workers ask for included, which a
 * browser reports only in parts.
 * @module
 */

import { connect, createServer } from 'node:net'

/**
 * Passes everything on to a local port.
 * @param {number} target
 * @returns {Promise<{ origin: string, bytesBy: (time: number) => number, forget: () => void, close: () => void }>}
 *   `bytesBy`: bytes sent to the browser until then, `time` in ms since the epoch
 */
export async function countBytes(target) {
  /** @type {{ time: number, bytes: number }[]} */
  let sent = []
  const server = createServer(client => {
    const upstream = connect(target, '127.0.0.1')
    client.pipe(upstream)
    upstream.on('data', bytes => sent.push({ time: performance.timeOrigin + performance.now(), bytes: bytes.length }))
    upstream.pipe(client)
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy())
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    origin: `http://localhost:${port}`,
    bytesBy: time => sent.filter(one => one.time <= time).reduce((sum, { bytes }) => sum + bytes, 0),
    forget: () => {
      sent = []
    },
    close: () => server.close(),
  }
}
