/**
 * A server and a client in one process, over 127.0.0.1, as the runner has them: what each of them sees.
 * @module
 */

import { createServer, request } from 'node:http'

const server = createServer((incoming, outgoing) => {
  const seen = { headers: incoming.rawHeaders, remotePort: incoming.socket.remotePort ?? 0 }
  outgoing.sendDate = false
  outgoing.writeHead(200, ['X-One', 'a', 'Set-Cookie', 'a=1', 'x-one', 'b', 'Set-Cookie', 'b=2'])
  outgoing.end(JSON.stringify(seen))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  const began = performance.now()
  const headers = [
    'Host',
    'example.org',
    'Cookie',
    'a=1; b=2',
    'Origin',
    'https://example.org',
    'X-One',
    'a',
    'x-one',
    'b',
  ]
  const options = { host: '127.0.0.1', port, path: '/', agent: false, setHost: false, headers }
  let localPort = 0
  const sent = request(options, async response => {
    let body = ''
    for await (const piece of response.setEncoding('utf8')) body += piece
    const { headers: heard, remotePort } = JSON.parse(body)
    const ms = performance.now() - began
    const { statusCode: status, rawHeaders: answered } = response
    console.log(`@@${JSON.stringify({ status, ms, heard, answered, remotePort, localPort })}`)
    server.close()
  })
  sent.on('socket', socket => {
    socket.on('connect', () => {
      localPort = socket.localPort ?? 0
    })
  })
  sent.on('error', error => {
    console.log(`@@${JSON.stringify({ error: error.message })}`)
    server.close()
  })
  sent.end()
})
