import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { pageHeaders } from '../../build/headers.mjs'
import { serve } from '../../scripts/serve.mjs'

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

const page = '<!doctype html><title>Über</title>'
const script = 'export const answer = 42\n'.repeat(200)
const headers = pageHeaders({ engineHash: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' })

const folder = mkdtempSync(join(tmpdir(), 'rendition-serve-'))
let served: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  const site = join(folder, 'dist')
  mkdirSync(join(site, 'assets'), { recursive: true })
  mkdirSync(join(site, 'exercises/08-status-codes'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(site, '.hidden'), 'secret')
  writeFileSync(join(site, 'headers.json'), JSON.stringify({ headers }))
  writeFileSync(join(site, 'index.html'), page)
  writeFileSync(join(site, 'exercises/08-status-codes/index.html'), page)
  writeFileSync(join(site, 'assets/app-1a2b.js'), script)
  writeFileSync(join(site, 'assets/engine.wasm'), Buffer.alloc(4))
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'))
  served = await serve(site, 0)
})

afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

/** Sends the path as it is; `fetch` would tidy it. */
function ask(path: string, requestHeaders: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: served.port, path, method, headers: requestHeaders }
    httpRequest(options, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/exercises/08-status-codes/', 'text/html; charset=utf-8', 'no-cache'],
  ['/exercises/08%2Dstatus-codes/?seed=1', 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/app-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/engine.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
])('%s is %s, cached as %s', async (path, type, cache) => {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe(type)
  expect(answer.headers['cache-control']).toBe(cache)
})

test('a folder without its slash is sent to the address with it, query kept, never to another host', async () => {
  const answer = await ask('/exercises/08-status-codes?seed=1')
  expect(answer.status).toBe(308)
  expect(answer.headers.location).toBe('/exercises/08-status-codes/?seed=1')
  expect((await ask('//exercises')).headers.location).toBe('/exercises/')
})

describe('what lies outside of the site is not served', () => {
  test.each([
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/..%2fsecret.txt', 404],
    ['/assets/../../secret.txt', 404],
    ['/..%5csecret.txt', 400],
    ['/%', 400],
    ['/%ff', 400],
    ['/a%00.html', 400],
    ['http://localhost/', 400],
    ['/.hidden', 404],
    ['/link.txt', 404],
    ['/missing', 404],
    ['/assets/missing.js', 404],
    ['/index.html/', 404],
  ])('%s is %i', async (path, status) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.bytes.toString()).not.toContain('secret')
    expect(answer.headers['cache-control']).toBe('no-cache')
  })
})

test('every answer carries the headers of the build', async () => {
  const { headers: first } = await ask('/')
  const answers = await Promise.all([
    ask('/'),
    ask('/', { 'if-none-match': String(first.etag) }),
    ask('/missing'),
    ask('/%'),
    ask('/exercises'),
    ask('/', {}, 'POST'),
    ask('/assets/app-1a2b.js', { 'accept-encoding': 'br' }),
  ])
  expect(answers.map(answer => answer.status)).toEqual([200, 304, 404, 400, 308, 405, 200])
  for (const answer of answers) {
    for (const [name, value] of Object.entries(headers)) expect(answer.headers[name.toLowerCase()]).toBe(value)
  }
})

test('a newer build brings its own headers', async () => {
  const file = join(folder, 'dist/headers.json')
  const newer = pageHeaders({ engineHash: 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=' })
  writeFileSync(file, `${JSON.stringify({ headers: newer })}\n`)
  expect((await ask('/')).headers['content-security-policy']).toBe(newer['Content-Security-Policy'])
  writeFileSync(file, JSON.stringify({ headers }))
  expect((await ask('/')).headers['content-security-policy']).toBe(headers['Content-Security-Policy'])
})

describe('text is compressed as the client asks', () => {
  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
    [undefined, 'identity', (bytes: Buffer) => bytes],
    [undefined, '', (bytes: Buffer) => bytes],
  ])('as %s for %j', async (encoding, accepted, unpack) => {
    const answer = await ask('/assets/app-1a2b.js', { 'accept-encoding': accepted })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(unpack(answer.bytes).toString()).toBe(script)
    expect(answer.headers['content-length']).toBe(String(answer.bytes.length))
    expect(answer.headers.vary).toBe('Accept-Encoding')
  })
})

test('an unchanged file is 304 without a body, for the encoding it was sent in', async () => {
  const first = await ask('/assets/app-1a2b.js', { 'accept-encoding': 'br' })
  const tag = String(first.headers.etag)
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await ask('/assets/app-1a2b.js', { 'accept-encoding': 'br', 'if-none-match': known })
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, tag])
  }
  const plain = await ask('/assets/app-1a2b.js', { 'if-none-match': tag })
  expect(plain.status).toBe(200)
})

test('a changed file is served as it is now', async () => {
  const file = join(folder, 'dist/changing.txt')
  writeFileSync(file, 'before')
  expect((await ask('/changing.txt')).bytes.toString()).toBe('before')
  writeFileSync(file, 'afterwards')
  expect((await ask('/changing.txt')).bytes.toString()).toBe('afterwards')
})

test('HEAD has the headers of GET and no body', async () => {
  const [get, head] = await Promise.all([ask('/'), ask('/', {}, 'HEAD')])
  expect(head.bytes.length).toBe(0)
  expect(head.headers['content-length']).toBe(get.headers['content-length'])
  expect(head.headers.etag).toBe(get.headers.etag)
})

test('a taken port is an error', async () => {
  await expect(serve(join(folder, 'dist'), served.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

const loopback = Object.values(networkInterfaces()).flatMap(all => all?.map(({ address }) => address) ?? [])

describe.each(['127.0.0.1', '::1'])('a port that is taken on %s only', host => {
  test.runIf(loopback.includes(host))('is an error, for a browser may try that address', async () => {
    const other = createServer()
    onTestFinished(() => void other.close())
    const port = await new Promise<number>(resolve => {
      other.listen(0, host, () => {
        const address = other.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    await expect(serve(join(folder, 'dist'), port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

test('a folder without a built page is refused with what to do', async () => {
  await expect(serve(folder, 0)).rejects.toThrow(/could not serve the page: because .*headers\.json.*npm run build/)
})
