/**
 * A server on a port that it says, until it is ended.
 * @module
 */

import { createServer } from 'node:http'

const server = createServer((_, outgoing) => outgoing.end('hello'))
server.listen(0, () => console.log(`@@${JSON.stringify({ port: server.address().port })}`))
