/**
 * What the rendition of question 33 has to do. Numbers are other than the brief's wherever it does not matter.
 * @module
 */

import {
  body,
  chunks,
  events,
  get,
  header,
  headerItems,
  is,
  json,
  jsonLines,
  make,
  mediaType,
  send,
  status,
  streamed,
  wait,
} from '../../src/check/authoring.ts'
import type { Check } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import {
  badCount,
  badEventId,
  download,
  eventFormat,
  eventsTogether,
  goesOn,
  left,
  lines,
  liveLines,
  lostReading,
  notLive,
  over,
  table,
  tooFast,
  wholeTable,
} from './advice.ts'

/** A 422 as FastAPI sends it. The wording differs between its releases, so any will do. */
const invalidAt = (...loc: string[]): Expectation[] => [
  status(422),
  mediaType('application/json'),
  json('detail').hasType('array'),
  json('detail[0].loc').equals(loc),
  json('detail[0].msg').hasAtLeast(1),
]

const reading = (n: number) => ({ n, celsius: (n * 7) % 30 })
const event = (n: number) => ({ event: 'reading', id: `${n}`, data: reading(n) })

/** Four pauses between the first and the fifth: enough for a busy machine not to see them as one. */
const FIVE = { chunks: 5 }

export default [
  {
    id: 'live',
    title: 'GET /live sends a line for every reading, as soon as there is one',
    why: 'There is no last reading, so whoever collects them first never answers. A stream sends its status and headers at once, and then each piece when it is there.',
    steps: [
      send(
        get('/live'),
        [status(200), mediaType('text/plain'), body.startsWith('7 C\n14 C\n21 C\n28 C\n5 C\n'), streamed],
        { abort: FIVE, advice: liveLines },
      ),
    ],
  },
  {
    id: 'live-left',
    title: 'When the client goes away from GET /live, no more readings are made',
    why: 'Clients close the tab and lose the network, and nobody tells the handler. A stream that does not look goes on for ever, and so does whatever it reads from: a query, a file, another API that is paid by the word.',
    steps: [
      send(get('/live'), [chunks.hasAtLeast(2)], { abort: { chunks: 2 }, advice: notLive }),
      wait(50),
      send(get('/streams'), [json().equals({ running: 0, finished: 0 })], { advice: left }),
    ],
  },
  {
    id: 'csv',
    title: 'GET /readings.csv answers with a header line and a line for every reading, as text/csv',
    why: 'A stream is an ordinary body to whoever reads it to the end. Only the server sees the difference.',
    steps: [
      send(
        get('/readings.csv?count=4'),
        [status(200), mediaType('text/csv'), body.equals('n,celsius\n1,7\n2,14\n3,21\n4,28\n')],
        { advice: table },
      ),
    ],
  },
  {
    id: 'csv-download',
    title: 'GET /readings.csv is a download named readings.csv',
    why: 'Content-Disposition makes a browser save the answer, and names the file. Headers go out before the first piece of the body, so they are set before the stream begins.',
    steps: [
      send(
        get('/readings.csv?count=2'),
        [header('content-disposition').matches('^attachment; *filename="?readings\\.csv"?$')],
        { advice: download },
      ),
    ],
  },
  {
    id: 'csv-length',
    title: 'GET /readings.csv sends as many lines as were asked for, without a Content-Length',
    why: 'The length of what is not yet made is not known. HTTP/1.1 sends it in chunks, and the last one says that it is the last.',
    values: { count: make.int(300, 900) },
    steps: [
      send(
        get('/readings.csv?count={{count}}'),
        [
          header('content-length').absent(),
          body.startsWith('n,celsius\n1,7\n2,14\n'),
          body.matches('\\n{{count}},\\d+\\n$'),
        ],
        { advice: wholeTable },
      ),
    ],
  },
  {
    id: 'csv-large',
    title: 'GET /readings.csv makes readings no faster than they are taken',
    why: 'The client reads the first of 200,000 lines and goes away. If all of them were made by then, a larger table takes more memory than there is, and everyone waits for the first byte until the last is made.',
    steps: [
      send(get('/readings.csv?count=3'), [status(200)]),
      send(get('/readings.csv?count=200000'), [status(200)], { abort: { chunks: 1 } }),
      wait(50),
      send(get('/streams'), [json().equals({ running: 0, finished: 1 })], { advice: tooFast }),
    ],
  },
  {
    id: 'json-lines',
    title: 'GET /readings.ndjson sends one JSON object per line',
    why: 'A JSON array can be read when its last bracket is there. Lines can be read one by one, and a reader that stops in the middle has whole objects.',
    steps: [
      send(
        get('/readings.ndjson?count=6'),
        [
          status(200),
          mediaType('application/x-ndjson'),
          jsonLines().equals([1, 2, 3, 4, 5, 6].map(reading)),
          body.endsWith('\n'),
        ],
        { advice: lines },
      ),
    ],
  },
  {
    id: 'json-lines-broken',
    title: 'GET /readings.ndjson ends with a line about the error when a reading is lost',
    why: 'The status is 200, and it is sent. Without a last line that says so, half of a table looks like all of it.',
    values: { lost: make.int(5, 9) },
    steps: [
      send(
        get('/readings.ndjson?count=20&broken_at=4'),
        [status(200), jsonLines().equals([reading(1), reading(2), reading(3), { error: 'Reading 4 is lost' }])],
        { advice: lostReading },
      ),
      send(
        get('/readings.ndjson?count=20&broken_at={{lost}}'),
        [jsonLines().some(is.equals({ error: 'Reading {{lost}} is lost' }))],
        { advice: lostReading },
      ),
      send(get('/streams'), [json().equals({ running: 0, finished: 0 })]),
    ],
  },
  {
    id: 'invalid',
    title: 'A count or a Last-Event-ID that is no whole number is a 422, before anything is sent',
    why: 'What can be refused is refused before the first byte. After it, the status is 200 and the download has begun.',
    steps: [
      send(get('/readings.csv'), [...invalidAt('query', 'count'), header('content-disposition').absent()], {
        advice: badCount,
      }),
      send(get('/readings.csv?count=0'), invalidAt('query', 'count'), { advice: badCount }),
      send(get('/readings.ndjson?count=5x'), invalidAt('query', 'count'), { advice: badCount }),
      send(get('/events?count=x5'), invalidAt('query', 'count'), { advice: badCount }),
      send(get('/events?count=4', [['Last-Event-ID', '4x']]), invalidAt('header', 'last-event-id'), {
        advice: badEventId,
      }),
      send(get('/events?count=4', [['Last-Event-ID', 'x4']]), invalidAt('header', 'last-event-id'), {
        advice: badEventId,
      }),
    ],
  },
  {
    id: 'events',
    title: 'GET /events sends every reading as a server-sent event with id, name and JSON',
    why: 'A browser reads this format by itself, with EventSource. The name chooses the listener, the id is where it goes on after a lost connection, and no cache may keep any of it.',
    steps: [
      send(
        get('/events?count=3'),
        [
          status(200),
          mediaType('text/event-stream'),
          headerItems('cache-control').some(is.equals('no-cache')),
          events('$', 'json').equals([event(1), event(2), event(3)]),
        ],
        { advice: eventFormat },
      ),
    ],
  },
  {
    id: 'events-streamed',
    title: 'GET /events sends each event when its reading is made',
    why: 'The client goes away with the first of five events. If all five readings were made by then, the first had waited for the last, and was news no longer.',
    steps: [
      send(get('/events?count=5'), [events('[0].id').equals('1')], { abort: { chunks: 1 } }),
      send(get('/streams'), [json('finished').equals(0)], { advice: eventsTogether }),
    ],
  },
  {
    id: 'events-resume',
    title: 'GET /events goes on after the event in Last-Event-ID',
    why: 'After a lost connection the browser asks again by itself and sends the last id it has seen. Whoever begins at 1 again sends everything twice.',
    steps: [
      send(
        get('/events?count=4', [['Last-Event-ID', '2']]),
        [status(200), events('$', 'json').equals([event(3), event(4)])],
        { advice: goesOn },
      ),
      send(get('/events?count=7', [['Last-Event-ID', '6']]), [status(200), events('$', 'json').equals([event(7)])], {
        advice: goesOn,
      }),
    ],
  },
  {
    id: 'events-over',
    title: 'GET /events answers 204 when the last event was the last of all',
    why: 'To EventSource the end of a stream is a lost connection: it asks again, and again. 204 is how a server tells it to stop.',
    steps: [
      send(get('/events?count=3', [['Last-Event-ID', '3']]), [status(204), body.equals('')], { advice: over }),
      send(get('/events?count=3', [['Last-Event-ID', '8']]), [status(204)], { advice: over }),
    ],
  },
] satisfies Check[]
