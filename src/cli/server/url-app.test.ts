import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { LIMITS } from '../../sandbox/limits.ts'
import { createClient } from '../../sandbox/node/client.ts'
import { createUrlApp } from './url-app.ts'

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
afterEach(() => server.close())

test('the sockets of one check are closed before the next, and leave room for its own', async () => {
  if (server.address() === null) await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const client = createClient(`http://127.0.0.1:${port}`, { ...LIMITS, sockets: 1 })
  const app = createUrlApp(client, new AbortController().signal)
  const connect = async () => {
    await app.fresh({ env: {} })
    return app.connect({ method: 'GET', path: '/', headers: [] }, { protocols: [], timeLimit: 1_000 })
  }
  const [first, second] = [await connect(), await connect()]
  expect(second.exchange).toMatchObject({ failure: null, response: { status: 101 } })
  expect(await first.socket?.receive({ timeLimit: 1_000 })).toMatchObject({ event: { kind: 'closed', code: 1006 } })
  await app.stop()
})
