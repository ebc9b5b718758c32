import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { live, type Reading, readings, streams } from './station.ts'

/** Made of a generator: asked for the next piece when one is wanted, and closed when the client goes away. */
const bodyOf = (pieces: Generator<string> | AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

async function* lines() {
  for await (const { celsius } of live()) yield `${celsius} C\n`
}

function* csv(count: number) {
  yield 'n,celsius\n'
  for (const { n, celsius } of readings({ last: count })) yield `${n},${celsius}\n`
}

function* jsonLines(station: Iterable<Reading>) {
  try {
    for (const reading of station) yield `${JSON.stringify(reading)}\n`
  } catch (error) {
    yield `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`
  }
}

async function* events(first: number, last: number) {
  for await (const reading of live({ first, last })) {
    yield `event: reading\nid: ${reading.n}\ndata: ${JSON.stringify(reading)}\n\n`
  }
}

const refuse = (c: Context, ...loc: string[]) =>
  c.json({ detail: [{ type: 'int_parsing', loc, msg: 'Input should be a valid integer', input: null }] }, 422)

const counted = createMiddleware<{ Variables: { count: number } }>(async (c, next) => {
  const text = c.req.query('count') ?? ''
  const count = Number(text)
  if (count < 1 || String(count) !== text) return refuse(c, 'query', 'count')
  c.set('count', count)
  return next()
})

const app = new Hono()

app.get('/live', c => c.body(bodyOf(lines()), 200, { 'Content-Type': 'text/plain; charset=utf-8' }))

app.get('/readings.csv', counted, c =>
  c.body(bodyOf(csv(c.var.count)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename=readings.csv',
  }),
)

app.get('/readings.ndjson', counted, c => {
  const brokenAt = Number(c.req.query('broken_at') ?? 0)
  return new Response(bodyOf(jsonLines(readings({ last: c.var.count, brokenAt }))), {
    headers: { 'Content-Type': 'application/x-ndjson' },
  })
})

app.get('/events', counted, c => {
  const seen = Number(c.req.header('Last-Event-ID') ?? 0)
  if (!Number.isInteger(seen)) return refuse(c, 'header', 'last-event-id')
  if (seen >= c.var.count) return c.body(null, 204)
  return c.body(bodyOf(events(seen + 1, c.var.count)), 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache',
  })
})

app.get('/streams', c => c.json(streams))

export default app
