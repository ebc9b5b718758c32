import { Hono } from 'hono'
import { live, readings, streams } from './station.ts'

const app = new Hono()

// A line such as "7 C" for every reading, as it is measured,
// until the client goes away. Here is only the first one.
app.get('/live', async c => {
  for await (const { celsius } of live()) {
    return c.text(`${celsius} C\n`)
  }
  return c.text('')
})

// A table to be saved as readings.csv, with as many readings
// as ?count= says. Here it is made whole in memory.
app.get('/readings.csv', c => {
  const table = [...readings({ last: 3 })]
  return c.json(table)
})

// One JSON object per line, and a last line about the error
// when the sensor fails at ?broken_at=.
app.get('/readings.ndjson', c => {
  const count = Number(c.req.query('count'))
  const brokenAt = Number(c.req.query('broken_at'))
  return c.json([...readings({ last: count, brokenAt })])
})

// Server-sent events as they are measured, from behind the
// one that Last-Event-ID names.
app.get('/events', c => {
  return c.text('data: nothing yet\n\n')
})

// How many are reading, and how many got everything.
// This one is done.
app.get('/streams', c => c.json(streams))

export default app
