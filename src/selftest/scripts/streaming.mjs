/**
 * An answer in three pieces, 300 ms apart, and when the client has each of them.
 * @module
 */

import { createServer, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'

const server = createServer(async (_, outgoing) => {
  for (const piece of ['one', 'two', 'three']) {
    outgoing.write(piece)
    await setTimeout(300)
  }
  outgoing.end()
})
server.listen(0, '127.0.0.1', () => {
  get({ host: '127.0.0.1', port: server.address().port, agent: false }, async response => {
    const began = performance.now()
    const pieces = []
    const at = []
    for await (const piece of response.setEncoding('utf8')) {
      pieces.push(piece)
      at.push(Math.round(performance.now() - began))
    }
    console.log(`@@${JSON.stringify({ pieces, at })}`)
    server.close()
  })
})
