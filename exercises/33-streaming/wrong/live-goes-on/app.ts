// caught by: live-left
import { Hono } from 'hono'
import { stream, streamSSE, streamText } from 'hono/streaming'
import type { StreamingApi } from 'hono/utils/stream'
import { validator } from 'hono/validator'
import { live, type Reading, readings, streams } from './station.ts'

/** The body of a 422, in FastAPI's shape. */
const invalid = (...loc: string[]) => ({ detail: [{ loc, msg: 'Not a whole number that will do' }] })

/** Refuses before the first byte: once that is sent, the status is 200 whatever happens. */
const validCount = validator('query', ({ count }, c) =>
  /^[1-9]\d*$/.test(`${count}`) ? { count: Number(count) } : c.json(invalid('query', 'count'), 422),
)

/**
 * Writes one after the other, each when the one before was taken, until the client is gone. Writing itself does not
 * tell: what is written to nobody is lost without an error.
 */
const writeEach = async <Item>(
  stream: StreamingApi,
  items: Iterable<Item> | AsyncIterable<Item>,
  write: (item: Item) => Promise<unknown>,
): Promise<void> => {
  for await (const item of items) {
    if (stream.aborted) break
    await write(item)
  }
}

function* csvLines(station: Iterable<Reading>) {
  yield 'n,celsius'
  for (const { n, celsius } of station) yield `${n},${celsius}`
}

const app = new Hono()

app.get('/live', c =>
  streamText(c, async stream => {
    for await (const { celsius } of live()) await stream.writeln(`${celsius} C`)
  }),
)

app.get('/readings.csv', validCount, c => {
  const { count } = c.req.valid('query')
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="readings.csv"')
  return stream(c, stream => writeEach(stream, csvLines(readings({ last: count })), line => stream.writeln(line)))
})

app.get('/readings.ndjson', validCount, c => {
  const { count } = c.req.valid('query')
  const station = readings({ last: count, brokenAt: Number(c.req.query('broken_at')) })
  c.header('Content-Type', 'application/x-ndjson')
  return stream(
    c,
    stream => writeEach(stream, station, reading => stream.writeln(JSON.stringify(reading))),
    // The status is sent, so the error is told in a line of its own.
    async (error, stream) => {
      await stream.writeln(JSON.stringify({ error: error.message }))
    },
  )
})

app.get('/events', validCount, c => {
  const { count } = c.req.valid('query')
  const lastEventId = c.req.header('Last-Event-ID') ?? '0'
  if (!/^\d+$/.test(lastEventId)) return c.json(invalid('header', 'last-event-id'), 422)

  const first = Number(lastEventId) + 1
  // A browser asks again whenever a stream ends, unless it is told that there is nothing more to come.
  if (first > count) return c.body(null, 204)
  return streamSSE(c, stream =>
    writeEach(stream, live({ first, last: count }), reading =>
      stream.writeSSE({ id: `${reading.n}`, event: 'reading', data: JSON.stringify(reading) }),
    ),
  )
})

app.get('/streams', c => c.json(streams))

export default app
