/**
 * Serves the built page on this machine only, with the headers that the build wrote down. Node builtins only.
 * @module
 */

import { createServer } from 'node:http'
import { join } from 'node:path'
import { createReader, find } from './static-files.mjs'

/** @typedef {{ origin: string, port: number, close: () => Promise<void> }} Served `origin`: `http://localhost:4173` */

/** @typedef {Record<string, string>} Headers */

/**
 * `localhost` is either of these, and a browser may try either, so another server on one of them would be seen.
 */
const loopback = ['127.0.0.1', '::1']

/**
 * Starts a static server for a built page.
 * @param {string} folder
 * @param {number} port 0 for any free one
 * @param {(headers: Headers) => Headers} [change] what is sent instead of the headers that the build wrote down
 * @returns {Promise<Served>} rejects with code `EADDRINUSE` when the port is taken
 */
export async function serve(folder, port, change = headers => headers) {
  const answer = await createHandler(folder, change)
  /** @type {import('node:http').Server[]} */
  const servers = []
  const close = () => Promise.all(servers.map(closeServer)).then(() => {})
  let bound = port
  for (const host of loopback) {
    const server = createServer(answer)
    try {
      bound = await listen(server, bound, host)
      servers.push(server)
    } catch (error) {
      // A machine without IPv6 has no ::1.
      if (servers.length > 0 && isCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) break
      await close()
      throw error
    }
  }
  return { origin: `http://localhost:${bound}`, port: bound, close }
}

/**
 * @param {string} folder
 * @param {(headers: Headers) => Headers} change
 * @returns {Promise<import('node:http').RequestListener>}
 * @throws {Error} when the folder holds no built page
 */
async function createHandler(folder, change) {
  const read = createReader()
  let headers = await readHeaders(folder, read)
  return async (request, response) => {
    // A newer build may have taken the place of the one that was served before, with another policy.
    headers = await readHeaders(folder, read).catch(() => headers)
    for (const [name, value] of Object.entries(change(headers))) response.setHeader(name, value)
    await answer(folder, read, request, response).catch(error => {
      console.error(error)
      if (!response.headersSent) sendText(request, response, 500, 'Rendition could not read this file.')
      else response.destroy()
    })
  }
}

/**
 * @param {string} folder
 * @param {ReturnType<typeof createReader>} read
 * @returns {Promise<Headers>}
 */
async function readHeaders(folder, read) {
  const file = join(folder, 'headers.json')
  try {
    const { bytes } = await read(file, 'identity')
    return JSON.parse(bytes.toString()).headers
  } catch (error) {
    throw new Error(`could not serve the page: because ${file} cannot be read; build the page first (npm run build)`, {
      cause: error,
    })
  }
}

/**
 * @param {string} folder
 * @param {ReturnType<typeof createReader>} read
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(folder, read, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sendText(request, response, 405, 'Only GET and HEAD are answered here.')
  }
  const [, pathname = '', query = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '') ?? []
  const found = await find(folder, pathname)
  if (found.kind === 'malformed') return sendText(request, response, 400, 'This address is not a valid path.')
  if (found.kind === 'folder') {
    // One slash at the front: two would name another host.
    response.setHeader('Location', `${pathname.replace(/^\/+/, '/')}/${query}`)
    return sendText(request, response, 308, 'This page has moved to the same address with a slash at its end.')
  }
  if (found.kind === 'missing') return sendMissing(folder, read, request, response)
  const hashed = /^\/assets\//.test(pathname)
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  return sendFile(await read(found.file, acceptEncoding(request)), 200, request, response)
}

/**
 * The site's own page when it has one.
 * @param {string} folder
 * @param {ReturnType<typeof createReader>} read
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function sendMissing(folder, read, request, response) {
  const page = await find(folder, '/404.html')
  if (page.kind !== 'file') return sendText(request, response, 404, 'There is no page at this address.')
  response.setHeader('Cache-Control', 'no-cache')
  return sendFile(await read(page.file, acceptEncoding(request)), 404, request, response)
}

/**
 * @param {import('./static-files.mjs').Content} content
 * @param {200 | 404} status
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function sendFile({ type, tag, encoding, bytes }, status, request, response) {
  response.setHeader('ETag', tag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (status === 200 && matches(request.headers['if-none-match'] ?? '', tag)) {
    response.writeHead(304).end()
    return
  }
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', bytes.length)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : bytes)
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function sendText(request, response, status, sentence) {
  const bytes = Buffer.from(`${sentence}\n`)
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Content-Length', bytes.length)
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : bytes)
}

/** Weak comparison (RFC 9110 §13.1.2). @param {string} ifNoneMatch @param {string} tag */
function matches(ifNoneMatch, tag) {
  const tags = ifNoneMatch.split(',').map(one => one.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(tag)
}

/** @param {import('node:http').IncomingMessage} request */
function acceptEncoding(request) {
  return String(request.headers['accept-encoding'] ?? '')
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<number>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function closeServer(server) {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** @param {unknown} error @param {readonly string[]} codes */
export function isCode(error, ...codes) {
  return error instanceof Error && 'code' in error && codes.some(code => code === error.code)
}
