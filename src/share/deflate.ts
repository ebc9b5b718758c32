/**
 * Bytes to a text for a URL's fragment and back: zlib (RFC 1950, whose checksum notices a changed character) in
 * base64url (RFC 4648 §5) without padding. Only what every browser has built in.
 * @module
 */

/** What was compressed is longer than the reader wants to know. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return toBase64Url(await readAll(stream, Number.POSITIVE_INFINITY))
}

/**
 * @param limit bytes; decompression stops as soon as more have come
 * @throws {TooLargeError} past the limit
 * @throws {TypeError} when the text is not what `deflate` made
 */
export async function inflate(text: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([fromBase64Url(text)]).stream().pipeThrough(new DecompressionStream('deflate'))
  return readAll(stream, limit)
}

async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength
    if (length > limit) {
      await reader.cancel()
      throw new TooLargeError(`more than ${limit} bytes`)
    }
    chunks.push(next.value)
  }
  return join(chunks, length)
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    all.set(chunk, offset)
    offset += chunk.byteLength
  }
  return all
}

function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new TypeError('not base64url')
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0))
}
