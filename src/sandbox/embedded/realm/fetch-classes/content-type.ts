/**
 * The content type of an answer as `@hono/node-server` sends it. It puts a class of its own in the place of Response,
 * which makes the platform's only when something looks at the body. Until then a text is `text/plain; charset=UTF-8`,
 * and afterwards what the platform says, without the space. A program that asks sees what the platform says; here it is
 * known what the adapter would send.
 * @module
 */

import type { HeaderList } from '../../../../http/http.ts'

/**
 * Where the type of a Response would come from in the adapter:
 * - `bare`: it was made with a body and without headers, and nobody has looked at either
 * - `brought`: it was made from a text, with headers that do not name the type, and nobody has looked at the body
 * - `seen`: its headers were read, or another Response was made from it, while it was `bare`: the type stays as it is
 * - `platform`: from the platform's Response
 */
export type TypeSource = 'bare' | 'brought' | 'seen' | 'platform'

/** Programs may redefine them afterwards. */
const { ReadableStream: PlatformStream, Blob: PlatformBlob } = globalThis

const NAME = 'content-type'
/** As the Fetch standard has it ("extract a body"), and as the adapter writes it. */
const PLATFORM_TEXT = 'text/plain;charset=UTF-8'
const ADAPTER_TEXT = 'text/plain; charset=UTF-8'

/** Of a Response that was made just now. The adapter's class takes only some bodies upon itself. */
export const sourceOf = (body: unknown, headers: Headers | null, isTyped: boolean): TypeSource => {
  const isText = typeof body === 'string'
  const isLight = isText || body instanceof PlatformStream || body instanceof PlatformBlob || body instanceof Uint8Array
  if (headers === null) return isLight ? 'bare' : 'platform'
  return isText && !isTyped ? 'brought' : 'platform'
}

/** After the headers were read, or copied into another Response. */
export const afterHeaders = (source: TypeSource): TypeSource => (source === 'bare' ? 'seen' : source)

/** After something looked at the body. */
export const afterBody = (source: TypeSource): TypeSource => (source === 'seen' ? 'seen' : 'platform')

/**
 * @param headers with lower-case names
 * @param hasBody whether the body is anything but null
 */
export const withContentType = (headers: HeaderList, source: TypeSource, hasBody: boolean): HeaderList => {
  const at = headers.findIndex(([name]) => name === NAME)
  if (at === -1) return hasBody || source === 'seen' ? [...headers, [NAME, ADAPTER_TEXT]] : headers
  const isWritten = source !== 'platform' && headers[at]?.[1] === PLATFORM_TEXT
  return isWritten ? headers.with(at, [NAME, ADAPTER_TEXT]) : headers
}
