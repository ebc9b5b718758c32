/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import {
  anyStatus,
  body,
  chunks,
  events,
  header,
  headerItems,
  is,
  json,
  jsonLines,
  log,
  mediaType,
  status,
  streamed,
} from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'
import type { Expectation, Subject } from '../../src/check/expectation.ts'

const STREAMED: Subject = { kind: 'streamed' }
const atOnce: Expectation = { subject: STREAMED, predicate: { kind: 'equals', value: false } }
const typeIsMissing = header('content-type').absent()

export const liveLines: Advice[] = [
  {
    when: [status(200), atOnce, body.contains(' C')],
    say: 'What came is one answer, made before it was sent. Return a stream: streamText(c, async stream => …), and write each line when its reading is there.',
  },
  {
    when: [streamed, typeIsMissing],
    say: 'The lines have no type. streamText() sets text/plain; with a stream of your own, set it before: c.header(…).',
  },
  {
    when: [streamed, body.matches('C\\d')],
    say: 'The lines run into each other. stream.write() sends what it is given, stream.writeln() ends the line as well.',
  },
  {
    when: [streamed, body.startsWith('{')],
    say: 'A line is the temperature and C, as in "7 C", not the reading as JSON.',
  },
]

export const left: Advice[] = [
  {
    when: [json('running').moreThan(0)],
    say: 'The client has gone, and readings are still made. write() does not tell: what nobody reads is lost without an error. Look at stream.aborted before each reading, and leave the loop.',
  },
]

export const notLive: Advice[] = [
  {
    when: [chunks.hasAtMost(1)],
    say: 'There is no stream that the client could go away from: the answer was one piece.',
  },
]

export const table: Advice[] = [
  {
    when: [status(200), typeIsMissing],
    say: "stream() sets no content type. Set it before the stream is made: c.header('Content-Type', 'text/csv; charset=utf-8').",
  },
  {
    when: [mediaType('text/plain')],
    say: "The type says plain text. A table has a type of its own: c.header('Content-Type', 'text/csv; charset=utf-8'), and stream() instead of streamText(), which sets its own.",
  },
  {
    when: [log('error').some(is.matches('disturbed|locked'))],
    say: 'It broke off after the first line: headers cannot be set any more once something was written. Set all of them before the stream is made.',
  },
  {
    when: [mediaType('text/csv'), body.startsWith('1,7')],
    say: 'The first line names the columns: n,celsius.',
  },
  {
    when: [mediaType('text/csv'), body.startsWith('n,celsius1')],
    say: 'The lines run into each other. stream.write() sends what it is given, stream.writeln() ends the line as well.',
  },
  {
    when: [mediaType('application/json')],
    say: 'These are the readings as JSON. A table is text: a line with the names of the columns, then a line for each reading.',
  },
]

export const download: Advice[] = [
  {
    when: [status(200), header('content-disposition').absent()],
    say: "No name came with it. c.header('Content-Disposition', 'attachment; filename=\"readings.csv\"') stands before the stream is made: once something was written, the headers have gone out.",
  },
  {
    when: [header('content-disposition').startsWith('inline')],
    say: 'inline shows the table in the browser. attachment saves it.',
  },
]

export const wholeTable: Advice[] = [
  {
    when: [header('content-length').exists()],
    say: 'Something has counted the bytes, so all of them were there before the first was sent. Return a stream, and set no Content-Length.',
  },
  {
    when: [body.contains('\n2,14\n'), body.not.matches('\\n{{count}},\\d+\\n$')],
    say: 'Lines are missing at the end. Send as many readings as count says, and await each write, so that the stream is not closed before.',
  },
]

export const tooFast: Advice[] = [
  {
    when: [json('finished').moreThan(1)],
    say: 'The client took one line, and all 200,000 readings were made. Take them one by one (for … of readings(…), without [...] around it), await each stream.writeln(), and leave the loop when stream.aborted is true.',
  },
  {
    when: [json('running').moreThan(0)],
    say: 'The client has gone, and readings are still made. Look at stream.aborted before each reading, and leave the loop.',
  },
]

export const lines: Advice[] = [
  {
    when: [mediaType('application/json'), jsonLines('[0]').hasType('array')],
    say: 'This is one JSON array. Send each reading for itself, as one line: JSON.stringify(reading) and a line end.',
  },
  {
    when: [status(200), mediaType('application/json'), jsonLines('[0].n').exists()],
    say: 'The lines are right. But together they are no JSON document, so their type is another: application/x-ndjson.',
  },
  {
    when: [status(200), mediaType('text/plain')],
    say: "The type says plain text. Set the right one before the stream is made: c.header('Content-Type', 'application/x-ndjson').",
  },
  {
    when: [status(200), typeIsMissing],
    say: "stream() sets no content type. Set it before the stream is made: c.header('Content-Type', 'application/x-ndjson').",
  },
  {
    when: [body.contains('}{')],
    say: 'The objects stand on one line. stream.writeln() ends the line behind each.',
  },
]

export const lostReading: Advice[] = [
  {
    when: [status(200), jsonLines('[0].n').exists(), jsonLines().not.some(is.matchesSchema({ required: ['error'] }))],
    say: 'It ends as if nothing were missing. When the function throws, stream() closes the body as usual. Catch the error there, or in the third argument, stream(c, write, async (error, stream) => …), and write the last line.',
  },
  {
    when: [status(200), body.matches('\\} *\\n[^{]*is lost')],
    say: 'Whoever reads this parses every line as JSON, the last one too: JSON.stringify({ error: error.message }).',
  },
  {
    when: [anyStatus.atLeast(500)],
    say: 'This answer was made after all readings were. In a stream the status 200 has gone out by then, and the error can only be told in the body: as one more line.',
  },
  {
    when: [status(200), jsonLines().hasLength(1), jsonLines('[0].error').exists()],
    say: 'The readings before the error are missing. Send each as soon as it is there; the error comes behind them.',
  },
]

export const badCount: Advice[] = [
  {
    when: [status(200), log('error').some(is.matches('.'))],
    say: 'The error was thrown while the stream was written: by then the status 200 had gone out. Look at the count in the handler, before stream(…) is called.',
  },
  {
    when: [status(200), log('error').hasLength(0)],
    say: 'The count was not looked at, or not closely: Number() makes NaN or 0 of what is no number from 1, and parseInt() stops at the first odd character. Test the text: /^[1-9]\\d*$/, before the stream is made.',
  },
  {
    when: [status(400)],
    say: 'FastAPI answers 422 when a parameter is missing or has the wrong type. 400 is never its default.',
  },
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem, because a request can have several: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), header('content-disposition').exists()],
    say: 'The refusal would be saved as readings.csv. Set the headers of the table when it is sure that there will be one.',
  },
]

export const eventFormat: Advice[] = [
  {
    when: [mediaType('text/event-stream'), body.equals('')],
    say: 'The stream was closed before anything was written: it is when your function returns. Await each stream.writeSSE(…).',
  },
  {
    when: [status(200), mediaType('text/plain')],
    say: 'The type is text/event-stream: EventSource reads nothing else. streamSSE() sets it.',
  },
  {
    when: [mediaType('text/event-stream'), body.contains('data:'), events().hasLength(0)],
    say: 'An event ends with an empty line, so two line ends stand behind its last field.',
  },
  {
    when: [mediaType('text/event-stream'), body.contains('[object Object]')],
    say: 'data is a text. Send the reading as JSON: JSON.stringify(reading).',
  },
  {
    when: [events('[0].event').equals('message')],
    say: "The events have no name, so only onmessage would hear them. writeSSE takes it as event: 'reading'.",
  },
  {
    when: [events('[0].data').exists(), events('[0].id').absent()],
    say: 'Without an id the browser cannot say where it was when the connection is lost. writeSSE takes it as id, a text.',
  },
  {
    when: [mediaType('text/event-stream'), headerItems('cache-control').absent()],
    say: "A cache might keep the events and send them once more. streamSSE() sets Cache-Control: no-cache; by hand it is c.header('Cache-Control', 'no-cache').",
  },
]

export const eventsTogether: Advice[] = [
  {
    when: [json('finished').moreThan(0)],
    say: 'When the first event arrived, all five readings had been made. Take them from live(), one at a time, and write each before the next is asked for: for await … of live(…).',
  },
]

export const goesOn: Advice[] = [
  {
    when: [events('[0].id').equals('1')],
    say: "It begins at 1 again. The header Last-Event-ID says which was the last that arrived: c.req.header('Last-Event-ID').",
  },
  {
    when: [anyStatus.equals(204)],
    say: 'One event is still to come: the last. 204 is for when it has arrived as well.',
  },
  {
    when: [events('[0].id').oneOf('2', '6')],
    say: 'The event that the header names has arrived already. The next one is the first that is wanted.',
  },
]

export const badEventId: Advice[] = [
  {
    when: [anyStatus.oneOf(200, 204)],
    say: 'This is no event id. Test the text, /^\\d+$/, before a number is made of it, and answer 422 with the loc ["header", "last-event-id"].',
  },
]

export const over: Advice[] = [
  {
    when: [status(200)],
    say: 'To a browser this is a stream that was lost, and it asks again, for ever. When no event is left, answer c.body(null, 204).',
  },
  {
    when: [status(404)],
    say: 'A 404 stops the browser as well, but says that something is wrong: the address. 204 says that all is well, and over.',
  },
]
