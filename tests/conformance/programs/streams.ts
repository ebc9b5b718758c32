import { Hono } from 'hono'
import { stream, streamSSE, streamText } from 'hono/streaming'

const app = new Hono()
const encode = (text: string) => new TextEncoder().encode(text)
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

app.get('/text', c =>
  streamText(c, async out => {
    await out.writeln('one')
    await out.sleep(15)
    await out.write('two')
  }),
)
app.get('/bytes', c =>
  stream(c, async out => {
    await out.write(new Uint8Array([1, 2]))
    await out.write(new Uint8Array([3]))
  }),
)
app.get('/pipe', c =>
  stream(c, async out => {
    await out.pipe(new Blob(['piped']).stream())
  }),
)
app.get('/events', c =>
  streamSSE(c, async out => {
    await out.writeSSE({ event: 'first', id: '1', data: 'a' })
    await out.writeSSE({ data: JSON.stringify({ n: 2 }), retry: 500 })
    await out.writeSSE({ data: 'two\nlines' })
    await out.write(': a comment\n\n')
    await out.writeSSE({ data: '' })
  }),
)
app.get('/events/slow', c =>
  streamSSE(c, async out => {
    for (let count = 1; count <= 3; count++) {
      await out.writeSSE({ data: String(count) })
      await out.sleep(15)
    }
  }),
)
app.get('/events/endless', c =>
  streamSSE(c, async out => {
    out.onAbort(() => console.log('the client went away'))
    for (let count = 1; !out.aborted; count++) {
      await out.writeSSE({ data: String(count) })
      await out.sleep(5)
    }
  }),
)
app.get('/error', c =>
  streamText(
    c,
    async out => {
      await out.write('before')
      throw new Error('midway')
    },
    async (error, out) => {
      console.log('handled', error.message)
      await out.write(' sorry')
    },
  ),
)
app.get('/error/events', c =>
  streamSSE(c, async out => {
    await out.writeSSE({ data: 'before' })
    throw new Error('midway')
  }),
)
app.get('/plain', () => {
  const parts = ['a', 'b', 'c']
  const body = new ReadableStream({
    pull: controller => {
      const part = parts.shift()
      if (part === undefined) controller.close()
      else controller.enqueue(encode(part))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/plain' } })
})
app.get('/slow', () => {
  const body = new ReadableStream({
    start: async controller => {
      for (const part of ['first ', 'second ', 'third']) {
        controller.enqueue(encode(part))
        await pause(15)
      }
      controller.close()
    },
  })
  return new Response(body)
})
app.get('/fails', () => {
  let count = 0
  const body = new ReadableStream({
    pull: async controller => {
      await pause(5)
      if (count++ < 2) controller.enqueue(encode('part '))
      else controller.error(new Error('the source dried up'))
    },
  })
  return new Response(body)
})
app.get(
  '/fails/at-once',
  () => new Response(new ReadableStream({ start: controller => controller.error(new Error('empty')) })),
)
app.get('/strings', () => {
  const words = new ReadableStream({
    start: controller => {
      controller.enqueue('words are not bytes')
      controller.close()
    },
  })
  return new Response(words)
})
app.get('/generator', () => {
  async function* words() {
    yield encode('gene')
    yield encode('rated')
  }
  return new Response(words() as unknown as ReadableStream)
})
app.get('/from', () => {
  const from = ReadableStream as unknown as { from: (parts: Iterable<Uint8Array>) => ReadableStream }
  return new Response(from.from([encode('from '), encode('parts')]))
})
app.get('/tee', async () => {
  const [one, two] = new Blob(['tee']).stream().tee()
  return Response.json([await new Response(one).text(), await new Response(two).text()])
})
app.get('/locked', () => {
  const body = new Blob(['x']).stream()
  body.getReader()
  return new Response(body)
})
let cancelled: unknown = 'not yet'
app.get('/cancel', () => {
  const body = new ReadableStream({
    pull: async controller => {
      await pause(5)
      controller.enqueue(encode('tick '))
    },
    cancel: () => {
      cancelled = 'cancelled'
    },
  })
  return new Response(body)
})
app.get('/cancel/state', async c => {
  await pause(20)
  return c.text(String(cancelled))
})
app.get('/signal', async c => {
  c.req.raw.signal.addEventListener('abort', () => console.log('aborted', c.req.raw.signal.aborted))
  await pause(1_000)
  console.log('still here')
  return c.text('late')
})
app.get('/large', c =>
  stream(c, async out => {
    for (let count = 0; count < 64; count++) await out.write(new Uint8Array(16_384).fill(count))
  }),
)

export default app
