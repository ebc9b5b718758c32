/**
 * Bodies: streams, async iterables, forms.
 * @module
 */

import type { Cases } from '../case.ts'

const url = 'http://localhost/a'
const encode = (text: string) => new TextEncoder().encode(text)

/** `name: message` of what a promise rejects with. */
const rejection = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing',
    error => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  )
const nameOf = async (promise: Promise<unknown>): Promise<string> => (await rejection(promise)).split(':')[0] ?? ''

const failing = (error: unknown) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(encode('first'))
    },
    pull(controller) {
      controller.error(error)
    },
  })
const streamed = (...chunks: string[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encode(chunk))
      controller.close()
    },
  })
async function* texts() {
  yield encode('one ')
  yield encode('two')
}
const iterable = () => texts() as unknown as BodyInit
const half = { method: 'POST', duplex: 'half' }

const form = (body: BodyInit | null, type?: string) =>
  new Response(body, type === undefined ? {} : { headers: { 'content-type': type } }).formData()
const entries = async (data: Promise<FormData>) =>
  Promise.all(
    [...(await data)].map(async ([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  )

export const bodyCases: Cases = {
  'an async iterable is a body of a Response': async () => {
    const response = new Response(iterable())
    return [[...response.headers], response.body instanceof ReadableStream, await response.text()]
  },
  'an async iterable is a body of a Request': async () => await new Request(url, { ...half, body: iterable() }).text(),
  'an async iterable that throws rejects with its error': async () => {
    async function* bad() {
      yield encode('x')
      throw new RangeError('from the generator')
    }
    return rejection(new Response(bad() as unknown as BodyInit).text())
  },
  'a stream as a body of a Request needs duplex': async () => {
    const made = (() => new Request(url, { method: 'POST', body: streamed('x') })) as () => Request
    return nameOf(Promise.resolve().then(made))
  },
  'the error of a body stream is the one that was thrown': async () => [
    await rejection(new Response(failing(new RangeError('a'))).text()),
    await rejection(new Response(failing(new RangeError('b'))).json()),
    await rejection(new Response(failing(new RangeError('c'))).arrayBuffer()),
    await rejection(new Response(failing(new RangeError('d'))).blob()),
    await rejection(
      new Response(failing(new RangeError('e')), {
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      }).formData(),
    ),
    await rejection(new Request(url, { ...half, body: failing(new RangeError('f')) }).text()),
    await rejection(new Response(failing('a string')).text()),
  ],
  'the error of a body stream goes through clones and new messages': async () => [
    await rejection(new Response(failing(new RangeError('a'))).clone().text()),
    await rejection(new Response(new Response(failing(new RangeError('b'))).body).text()),
    await rejection(new Request(new Request(url, { ...half, body: failing(new RangeError('c')) })).text()),
  ],
  'streams are read as text, JSON, bytes and blobs': async () => [
    await new Response(streamed('ä', 'ö')).text(),
    await new Response(streamed('{"a":', '1}')).json(),
    [...new Uint8Array(await new Response(streamed('a', 'b')).arrayBuffer())],
    await (await new Response(streamed('a', 'b'), { headers: { 'content-type': 'text/css' } }).blob()).text(),
    (await new Response(streamed('a'), { headers: { 'content-type': 'text/css' } }).blob()).type,
    await new Response(streamed('\ufeffa')).text(),
    await new Response(streamed()).text(),
  ],
  'a used or locked body cannot be read again': async () => {
    const used = new Response(streamed('x'))
    const first = await used.text()
    const locked = new Response(streamed('x'))
    locked.body?.getReader()
    const plain = new Response('x')
    await plain.text()
    return [
      first,
      used.bodyUsed,
      used.body?.locked,
      await nameOf(used.text()),
      await nameOf(used.formData()),
      await nameOf(locked.text()),
      locked.bodyUsed,
      await nameOf(plain.json()),
    ]
  },
  'a chunk that is no bytes is refused': () =>
    nameOf(new Response(new ReadableStream({ start: controller => controller.enqueue('text') })).text()),
  'JSON that is none is a SyntaxError': async () => [
    await nameOf(new Response('{').json()),
    await nameOf(new Response(streamed('{')).json()),
    await nameOf(new Request(url, { method: 'POST' }).json()),
  ],
  'the same body object is given each time': () => {
    const stream = streamed('x')
    const response = new Response(stream)
    const text = new Response('x')
    const { body } = text
    return [response.body === stream, text.body === body, new Response().body]
  },
  'ReadableStream.from takes async and sync iterables': async () => {
    const all = async (stream: ReadableStream) => {
      const found: unknown[] = []
      for await (const chunk of stream) found.push(chunk)
      return found
    }
    const { from } = ReadableStream as unknown as { from(of: unknown): ReadableStream }
    return [
      await all(from.call(ReadableStream, [1, Promise.resolve(2)])),
      await all(from.call(ReadableStream, texts())).then(chunks => chunks.length),
      await nameOf(Promise.resolve().then(() => from.call(ReadableStream, 5))),
    ]
  },
  'cancelling a stream ends its generator': async () => {
    const seen: string[] = []
    async function* endless() {
      try {
        for (;;) yield encode('x')
      } finally {
        seen.push('ended')
      }
    }
    const response = new Response(endless() as unknown as BodyInit)
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    return seen
  },
  'a multipart body makes the round trip': async () => {
    const data = new FormData()
    data.append('name', 'Jörg "quoted"')
    data.append('file', new File(['content'], 'ü.txt', { type: 'text/plain' }))
    data.append('name', 'second')
    const request = new Request(url, { method: 'POST', body: data })
    const type = request.headers.get('content-type')?.split('boundary=')[0]
    return [type, await entries(request.formData())]
  },
  'a multipart body by hand is read': () =>
    entries(
      form(
        '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x--\r\n',
        'multipart/form-data; boundary=x',
      ),
    ),
  'a streamed multipart body is read': () =>
    entries(
      new Response(streamed('--x\r\nContent-Disposition: form-data; ', 'name="a"\r\n\r\n1\r\n--x--\r\n'), {
        headers: { 'content-type': 'multipart/form-data; boundary="x"' },
      }).formData(),
    ),
  'a body that is no form says so in the same words': async () => [
    await rejection(form('x')),
    await rejection(form('{}', 'application/json')),
    await rejection(form(null)),
    await rejection(form('x', 'multipart/form-data')),
    await rejection(form('x', 'multipart/form-data; boundary=x')),
    await rejection(form('', 'multipart/form-data; boundary=x')),
    await rejection(form(null, 'multipart/form-data; boundary=x')),
    await rejection(
      form('--x\nContent-Disposition: form-data; name="a"\n\n1\n--x--\n', 'multipart/form-data; boundary=x'),
    ),
  ],
  'an urlencoded body is read, also an empty one': async () => [
    await entries(form('a=1&a=2&b=%20x+y', 'application/x-www-form-urlencoded;charset=UTF-8')),
    await entries(form('', 'application/x-www-form-urlencoded')),
    await entries(form(null, 'application/x-www-form-urlencoded')),
  ],
  'a new Request takes over a body and marks the first as used': async () => {
    const first = new Request(url, { method: 'POST', body: 'x' })
    const second = new Request(first)
    return [first.bodyUsed, await second.text(), await nameOf(first.text())]
  },
}
