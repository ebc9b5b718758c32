import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { stream, streamSSE, streamText } from 'hono/streaming'
import { live, readings, streams } from './station.ts'

/** What FastAPI answers when a value will not do. */
class Unprocessable extends HTTPException {
  constructor(readonly loc: string[]) {
    super(422)
  }
}

const countOf = (c: Context): number => {
  const text = c.req.query('count')
  if (text === undefined || !/^0*[1-9][0-9]*$/.test(text)) throw new Unprocessable(['query', 'count'])
  return Number.parseInt(text, 10)
}

const app = new Hono()

app.onError((error, c) => {
  if (error instanceof Unprocessable) return c.json({ detail: [{ loc: error.loc, msg: 'Field required' }] }, 422)
  console.error(error)
  return c.text('Internal Server Error', 500)
})

app.get('/live', c =>
  streamText(c, async out => {
    const station = live()
    // Ends the loop below, wherever it is waiting.
    out.onAbort(async () => {
      await station.return(undefined)
    })
    for await (const { celsius } of station) await out.write(`${celsius} C\n`)
  }),
)

app.get('/readings.csv', c => {
  const last = countOf(c)
  c.header('Content-Type', 'text/csv')
  c.header('Content-Disposition', 'attachment; filename="readings.csv"')
  return stream(c, async out => {
    await out.write('n,celsius\n')
    for (const { n, celsius } of readings({ last })) {
      if (out.aborted) return
      await out.write(`${n},${celsius}\n`)
    }
  })
})

app.get('/readings.ndjson', c => {
  const last = countOf(c)
  const brokenAt = Number(c.req.query('broken_at'))
  c.header('Content-Type', 'application/x-ndjson')
  return stream(c, async out => {
    try {
      for (const { n, celsius } of readings({ last, brokenAt })) {
        if (out.aborted) return
        await out.write(`{"n": ${n}, "celsius": ${celsius}}\r\n`)
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : 'unknown'
      await out.write(`${JSON.stringify({ error: message })}\n`)
    }
  })
})

app.get('/events', c => {
  const last = countOf(c)
  const seen = c.req.header('Last-Event-ID') ?? '0'
  if (!/^\d+$/.test(seen)) throw new Unprocessable(['header', 'last-event-id'])
  const first = Number(seen) + 1
  if (first > last) return c.newResponse(null, 204)
  return streamSSE(c, async out => {
    for await (const { n, celsius } of live({ first, last })) {
      if (out.aborted) break
      await out.writeSSE({ data: JSON.stringify({ celsius, n }), event: 'reading', id: String(n) })
    }
  })
})

app.get('/streams', c => c.json({ ...streams }))

export default app
