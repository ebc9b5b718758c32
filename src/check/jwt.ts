/**
 * Looking into a JSON Web Token (RFC 7519). Its signature is not verified: whether a server does is what requests with
 * tampered tokens show.
 * @module
 */

import { bytesOf } from '../http/body.ts'
import { parseJson, type Readable, unreadable } from './actual.ts'
import type { Subject } from './expectation.ts'
import { parsePath, readSegments } from './json-path.ts'
import type { Actual } from './result.ts'

/**
 * A place in a part of a token.
 * @param token what its subject was
 * @throws {AuthoringError} when the path is malformed
 */
export const readJwt = (token: Actual, { part, path }: Extract<Subject, { kind: 'jwt' }>): Actual => {
  const segments = parsePath(path)
  if (token.kind === 'unreadable') return token
  if (token.kind === 'missing') return unreadable('there is no token')
  if (typeof token.value !== 'string') return unreadable('the token is not a string')
  const parts = token.value.split('.')
  const encoded = parts[part === 'header' ? 0 : 1]
  if (parts.length !== 3 || encoded === undefined) {
    return unreadable(
      `the token is not a JSON Web Token: that has 3 parts with dots between them, this has ${parts.length}`,
    )
  }
  const json = decode(encoded, `the ${part} of the token`)
  return json.kind === 'value' ? readSegments(json.value, segments) : json
}

/** base64url without padding (RFC 7515 §2). */
const decode = (encoded: string, what: string): Readable => {
  const notBase64 = unreadable(`${what} is not base64url`)
  if (!/^[\w-]*$/u.test(encoded) || encoded.length % 4 === 1) return notBase64
  const bytes = bytesOf({ base64: encoded.replaceAll('-', '+').replaceAll('_', '/') })
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes), what)
  } catch {
    return notBase64
  }
}
