/**
 * Short words for writing checks; every one returns plain data of check.ts.
 * @module
 */

import type { HeaderList } from '../http/http.ts'
import type {
  FormPart,
  Generator,
  ParallelStep,
  RequestTemplate,
  SendStep,
  SocketCloseStep,
  SocketOpenStep,
  SocketReceiveStep,
  SocketSendStep,
  StartStep,
  StopStep,
  WaitStep,
} from './check.ts'
import type { Expectation, Json } from './expectation.ts'

export * from './authoring-expectations.ts'

const request =
  (method: string) =>
  (path: string, headers: HeaderList = []): RequestTemplate => ({ method, path, headers })

export const get = request('GET')
export const head = request('HEAD')
export const options = request('OPTIONS')
export const post = request('POST')
export const put = request('PUT')
export const patch = request('PATCH')
export const del = request('DELETE')

/** A request with a body that brings its content type. */
export const sendJson = (method: string, path: string, json: Json, headers: HeaderList = []): RequestTemplate => ({
  method,
  path,
  headers,
  body: { json },
})

export const sendForm = (
  method: string,
  path: string,
  form: readonly (readonly [name: string, value: string])[],
): RequestTemplate => ({ method, path, headers: [], body: { form } })

export const sendParts = (method: string, path: string, ...multipart: FormPart[]): RequestTemplate => ({
  method,
  path,
  headers: [],
  body: { multipart },
})

type Expected = readonly Expectation[]

/** What a step may say beside what it does and expects. */
type More<Step, Said extends keyof Step> = Omit<Step, Said | 'kind' | 'expect'>

/** Sends a request and waits for its answer. */
export const send = (request: RequestTemplate, expect: Expected, more: More<SendStep, 'request'> = {}): SendStep => ({
  kind: 'send',
  request,
  expect,
  ...more,
})

type OneOfTogether = ParallelStep['sends'][number]

/** One of the requests that are sent together. */
export const ask = (
  request: RequestTemplate,
  expect: Expected = [],
  more: Omit<OneOfTogether, 'request' | 'expect'> = {},
): OneOfTogether => ({ request, expect, ...more })

/** Sends requests at once; `expect` is about all of them. */
export const together = (
  sends: readonly OneOfTogether[],
  expect: Expected = [],
  more: More<ParallelStep, 'sends'> = {},
): ParallelStep => ({ kind: 'parallel', sends, expect, ...more })

/** Opens a WebSocket under a name. */
export const open = (
  socket: string,
  path: string,
  expect: Expected = [],
  more: More<SocketOpenStep, 'socket' | 'path'> = {},
): SocketOpenStep => ({ kind: 'socket-open', socket, path, expect, ...more })

/** Sends a message: a text, or bytes as base64, or a JSON value as its text. */
export const say = (socket: string, data: string | SocketSendStep['data']): SocketSendStep => ({
  kind: 'socket-send',
  socket,
  data: typeof data === 'string' ? { text: data } : data,
})

/** Waits for the next message, or for the server to close. */
export const hear = (
  socket: string,
  expect: Expected,
  more: More<SocketReceiveStep, 'socket'> = {},
): SocketReceiveStep => ({ kind: 'socket-receive', socket, expect, ...more })

/** Closes a WebSocket and waits for the server's answer. */
export const hangUp = (
  socket: string,
  expect: Expected = [],
  more: More<SocketCloseStep, 'socket'> = {},
): SocketCloseStep => ({ kind: 'socket-close', socket, expect, ...more })

export const stop = (expect: Expected = [], more: Omit<StopStep, 'kind' | 'expect'> = {}): StopStep => ({
  kind: 'stop',
  expect,
  ...more,
})

/** Starts the app again, with the environment of the check or this one. */
export const start = (more: Omit<StartStep, 'kind' | 'expect'> = {}, expect: Expected = []): StartStep => ({
  kind: 'start',
  expect,
  ...more,
})

export const wait = (ms: number): WaitStep => ({ kind: 'wait', ms })

/** Values that are made from the run's seed: `values: { name: make.word, price: make.int(1, 9) }`. */
export const make = {
  word: { kind: 'word' },
  text: (words: number) => ({ kind: 'text', words }),
  int: (min: number, max: number) => ({ kind: 'int', min, max }),
  decimal: (min: number, max: number, digits: number) => ({ kind: 'decimal', min, max, digits }),
  boolean: { kind: 'boolean' },
  email: { kind: 'email' },
  uuid: { kind: 'uuid' },
  hex: (length: number) => ({ kind: 'hex', length }),
  choice: (...values: Json[]) => ({ kind: 'choice', values }),
} satisfies Record<string, Generator | ((...bounds: never[]) => Generator)>
