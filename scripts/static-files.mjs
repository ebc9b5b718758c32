/**
 * Finds the file of a static site that an address means, and holds what was read of it, compressed once.
 * @module
 */

import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
}

/** Not text, but smaller when compressed all the same. */
const compressible = /charset=utf-8|application\/wasm|font\/ttf|x-icon/

/** Below this many bytes compression saves nothing worth its header. */
const smallest = 512

/** @typedef {'br' | 'gzip' | 'identity'} Encoding */

/** @type {Record<Encoding, (bytes: Buffer) => Promise<Buffer>>} */
const encoders = {
  // Quality 5 of 11: about as small as gzip's best, in a tenth of the time that 11 takes.
  br: bytes => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: bytes => promisify(gzip)(bytes),
  identity: async bytes => bytes,
}

/**
 * What an address means: a file, a folder that lacks its closing slash, nothing, or not a path at all.
 * @typedef {{ kind: 'file', file: string } | { kind: 'folder' } | { kind: 'missing' } | { kind: 'malformed' }} Found
 */

/**
 * Hidden files are never found, which rules out `..` as well; a symbolic link that leads out of the folder is missing.
 * @param {string} folder
 * @param {string} pathname of an address, still percent-encoded: `/exercises/08-status-codes/`
 * @returns {Promise<Found>}
 */
export async function find(folder, pathname) {
  const path = decode(pathname)
  if (path === null || !path.startsWith('/') || /[\0\\]/.test(path)) return { kind: 'malformed' }
  if (path.split('/').some(segment => segment.startsWith('.'))) return { kind: 'missing' }
  const stats = await stat(join(folder, path)).catch(() => null)
  if (stats?.isDirectory() && !path.endsWith('/')) return { kind: 'folder' }
  const file = await realpath(join(folder, path, path.endsWith('/') ? 'index.html' : '')).catch(() => null)
  const inside = file?.startsWith((await realpath(folder)) + sep) === true
  return file !== null && inside && (await stat(file)).isFile() ? { kind: 'file', file } : { kind: 'missing' }
}

/** @param {string} pathname @returns {string | null} */
function decode(pathname) {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/**
 * @typedef {object} Content
 * @property {string} type media type, with the character set when it is text
 * @property {string} tag strong entity tag; another one for every encoding (RFC 9110 §8.8.3)
 * @property {Encoding} encoding
 * @property {Buffer} bytes
 */

/**
 * Reads files through a memory that notices when they change.
 * @returns {(file: string, acceptEncoding: string) => Promise<Content>}
 */
export function createReader() {
  /** @type {Map<string, { version: string, content: Promise<Content> }>} */
  const known = new Map()
  return async (file, acceptEncoding) => {
    const { mtimeMs, size, ino } = await stat(file)
    const type = mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream'
    const encoding = compressible.test(type) && size >= smallest ? choose(acceptEncoding) : 'identity'
    const key = `${encoding} ${file}`
    const version = `${mtimeMs} ${size} ${ino}`
    const kept = known.get(key)
    if (kept?.version === version) return kept.content
    const content = read(file, type, encoding)
    known.set(key, { version, content })
    return content
  }
}

/** @param {string} file @param {string} type @param {Encoding} encoding @returns {Promise<Content>} */
async function read(file, type, encoding) {
  const plain = await readFile(file)
  const bytes = await encoders[encoding](plain)
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { type, tag: `"${digest}${encoding === 'identity' ? '' : `-${encoding}`}"`, encoding, bytes }
}

/** @param {string} acceptEncoding `gzip, br;q=0.5, *;q=0` @returns {Encoding} */
function choose(acceptEncoding) {
  const accepted = acceptEncoding.split(',').flatMap(part => {
    const [name = '', ...parameters] = part.split(';').map(word => word.trim().toLowerCase())
    return parameters.some(parameter => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
  })
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : 'identity'
}
