/**
 * A WebSocket to a server in the same process, with the package that programs have.
 * @module
 */

const answer = value => console.log(`@@${JSON.stringify(value)}`)

const talk = ({ WebSocket, WebSocketServer }) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', socket => socket.on('message', data => socket.send(`${data}!`)))
  server.on('listening', () => {
    const began = performance.now()
    const socket = new WebSocket(`ws://127.0.0.1:${server.address().port}/`)
    socket.on('open', () => socket.send('hello'))
    socket.on('error', error => answer({ heard: error.message, ms: 0, there: true }))
    socket.on('message', data => {
      answer({ heard: String(data), ms: performance.now() - began, there: true })
      socket.close()
      server.close()
    })
  })
}

await import('ws').then(talk, () => answer({ heard: '', ms: 0, there: false }))
