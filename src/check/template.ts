/**
 * What a step sends, with values in the place of their names.
 * @module
 */

import type { HttpRequest, SocketData } from '../http/http.ts'
import type { BodyTemplate, RequestTemplate, SocketSendStep, Step } from './check.ts'
import type { Json, Template } from './expectation.ts'
import { fillJson, fillPath, fillText, type Values } from './fill.ts'
import { encodeMultipart } from './multipart.ts'
import { namesInJson } from './names.ts'

export { fillJson, fillPattern, fillText, type Values } from './fill.ts'
export { fillExpectation } from './fill-expectation.ts'

/** Names of values that have to be known before a step can be performed; those its expectations use are not among them. */
export const namesIn = (step: Step): readonly string[] => [...new Set(namesInJson(sendingHalf(step)))]

const sendingHalf = (step: Step): Json => {
  switch (step.kind) {
    case 'send':
      return requestTexts(step.request)
    case 'parallel':
      return step.sends.map(({ request }) => requestTexts(request))
    case 'socket-open':
      return [step.path, step.headers ?? []]
    case 'socket-send':
      return 'base64' in step.data ? null : Object.values(step.data)
    case 'start':
      return Object.values(step.env ?? {})
    case 'socket-receive':
    case 'socket-close':
    case 'stop':
    case 'wait':
      return null
  }
}

const requestTexts = ({ path, headers, body = { text: '' } }: RequestTemplate): Json => [
  path,
  headers,
  'base64' in body ? null : 'multipart' in body ? body.multipart.map(part => ({ ...part })) : { ...body },
]

/**
 * The request that is sent. A body made from data brings its content type, unless the request names one.
 * @throws {AuthoringError} when a name has no value
 */
export const fillRequest = (template: RequestTemplate, values: Values): HttpRequest => {
  const path = fillPath(template.path, values)
  const headers = template.headers.map(([name, value]) => [fillText(name, values), fillText(value, values)] as const)
  if (template.body === undefined) return { method: template.method, path, headers }
  const { type, body } = fillBody(template.body, values)
  const named = type === null || headers.some(([name]) => name.toLowerCase() === 'content-type')
  return { method: template.method, path, headers: named ? headers : [...headers, ['content-type', type]], body }
}

const fillBody = (
  template: BodyTemplate,
  values: Values,
): { readonly type: string | null; readonly body: NonNullable<HttpRequest['body']> } => {
  if ('text' in template) return { type: null, body: { text: fillText(template.text, values) } }
  if ('base64' in template) return { type: null, body: template }
  if ('json' in template) {
    return { type: 'application/json', body: { text: JSON.stringify(fillJson(template.json, values)) } }
  }
  if ('form' in template) {
    const pairs = template.form.map(([name, value]): [string, string] => [
      fillText(name, values),
      fillText(value, values),
    ])
    return { type: 'application/x-www-form-urlencoded', body: { text: new URLSearchParams(pairs).toString() } }
  }
  return encodeMultipart(
    template.multipart.map(part => ({
      ...part,
      name: fillText(part.name, values),
      content: 'text' in part.content ? { text: fillText(part.content.text, values) } : part.content,
      ...(part.filename !== undefined && { filename: fillText(part.filename, values) }),
      ...(part.type !== undefined && { type: fillText(part.type, values) }),
    })),
  )
}

/** What is sent on a socket: `json` as its text. */
export const fillSocketData = (data: SocketSendStep['data'], values: Values): SocketData => {
  if ('base64' in data) return data
  return { text: 'text' in data ? fillText(data.text, values) : JSON.stringify(fillJson(data.json, values)) }
}

/** Environment variables, or any other texts by name. */
export const fillTexts = (
  texts: Readonly<Record<string, Template>>,
  values: Values,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fillText(text, values)]))
