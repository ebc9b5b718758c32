/**
 * A request as a check has it, before its values are known: made of its template as it stands, with names in place of
 * values.
 * @module
 */

import type { BodyTemplate, FormPart, RequestTemplate } from '../../check/check.ts'
import type { Body, HttpRequest } from '../../http/http.ts'

export interface PlannedRequest {
  readonly request: HttpRequest
  /** Whether it is what will be sent, byte for byte: nothing in it waits for a value or is made anew each time. */
  readonly exact: boolean
}

export const plannedRequest = ({ method, path, headers, body }: RequestTemplate): PlannedRequest => {
  const exact = !JSON.stringify([path, headers, body]).includes('{{')
  if (body === undefined) return { request: { method, path, headers }, exact }
  const [type, made] = planBody(body)
  const named = type === null || headers.some(([name]) => name.toLowerCase() === 'content-type')
  const request = { method, path, headers: named ? headers : [...headers, ['content-type', type] as const], body: made }
  // The parts of a multipart body are divided by what is not known here.
  return { request, exact: exact && !('multipart' in body) }
}

const planBody = (body: BodyTemplate): readonly [type: string | null, made: Body] => {
  if ('json' in body) return ['application/json', { text: JSON.stringify(body.json) }]
  if ('form' in body) {
    // Braces are kept, for a reader to see the names.
    const text = new URLSearchParams(body.form.map(([name, value]): [string, string] => [name, value])).toString()
    return ['application/x-www-form-urlencoded', { text: text.replace(/%7B%7B([a-z][a-z\d-]*)%7D%7D/g, '{{$1}}') }]
  }
  if ('multipart' in body) return ['multipart/form-data', { text: body.multipart.map(partText).join('\n') }]
  return [null, body]
}

const partText = ({ name, content, filename, type }: FormPart): string => {
  const file = filename === undefined ? '' : ` (file ${filename}${type === undefined ? '' : `, ${type}`})`
  return `${name}${file}: ${'text' in content ? content.text : `${content.base64} (base64)`}`
}
