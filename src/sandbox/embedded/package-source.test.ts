import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fetchedPackages } from './package-source.ts'

const needs = { zod: ['zod'], 'sql.js': ['sql-js'] }
const addresses = {
  zod: { script: 'zod.js', wasm: null },
  'sql-js': { script: 'sql.js', wasm: 'sql.wasm' },
}

let server: Server
let asked: string[] = []
let status = 200
beforeEach(async () => {
  asked = []
  status = 200
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(status).end(`at ${request.url}`)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise(resolve => server.close(resolve)))

const source = () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return fetchedPackages({ needs, addresses }, `http://127.0.0.1:${port}/assets/page.js`)
}

it('a bundle is its script, and the bytes that come with it', async () => {
  const { load } = source()
  expect(await load('zod')).toEqual({ script: 'at /assets/zod.js', wasm: null })
  const { script, wasm } = await load('sql-js')
  expect([script, Buffer.from(wasm ?? new ArrayBuffer(0)).toString()]).toEqual([
    'at /assets/sql.js',
    'at /assets/sql.wasm',
  ])
})

it('what is expected is fetched at once, and not again when it is needed', async () => {
  const { expect: begin, load } = source()
  begin(['sql.js', 'hono'])
  await expect.poll(() => [...asked].sort()).toEqual(['/assets/sql.js', '/assets/sql.wasm'])
  expect((await load('sql-js')).script).toBe('at /assets/sql.js')
  expect(asked).toHaveLength(2)
})

it('what could not be fetched is tried again when it is needed', async () => {
  status = 503
  const { expect: begin, load } = source()
  begin(['zod'])
  await expect.poll(() => asked.length).toBe(1)
  await expect(load('zod')).rejects.toThrow('could not load the package zod: because the site answered 503; try again')
  status = 200
  expect((await load('zod')).script).toBe('at /assets/zod.js')
})
