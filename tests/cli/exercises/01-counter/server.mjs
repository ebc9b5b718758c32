/**
 * A server of one's own for the checks beside it: it counts, greets, and says on its console what it was asked.
 * @module
 */

import { createServer } from 'node:http'

const { PORT, GREETING = '', WRONG } = process.env
if (GREETING === 'odd') throw new Error('GREETING is odd')
let count = 0

const server = createServer((request, response) => {
  console.log(`asked ${request.method} ${request.url}`)
  if (request.url === '/greeting') return response.end(GREETING)
  count += WRONG === undefined ? 1 : 2
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ count }))
})
server.listen(Number(PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => {
  console.log('bye')
  process.exit()
})
