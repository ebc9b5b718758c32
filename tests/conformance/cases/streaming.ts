/**
 * Streams: chunks in order, server-sent events, errors midway, clients that go away.
 * @module
 */

import { createHash } from 'node:crypto'
import { body, header, json, mediaType, status } from '../../../src/check/authoring.ts'
import type { Abort, SendStep } from '../../../src/check/check.ts'
import { area } from '../case.ts'
import { ADAPTER } from '../reasons.ts'
import { is, look } from '../words.ts'

const streamed = is({ kind: 'streamed' }).equal(true)
const events = (path: string) => is({ kind: 'events', path })
const leaving = (abort: Abort, step: SendStep): SendStep => ({ ...step, abort })
const wait = (ms: number) => ({ kind: 'wait', ms }) as const
const large = createHash('sha256')
for (let count = 0; count < 64; count++) large.update(new Uint8Array(16_384).fill(count))
const largeSha = large.digest('hex')

export const streams = area('streams', 'Streams and server-sent events', 'streams', [
  {
    name: 'streamText sends as it writes',
    smoke: true,
    steps: [look('/text')(body.equals('one\ntwo'), streamed, header('x-content-type-options').equals('nosniff'))],
  },
  { name: 'stream() sends bytes', steps: [look('/bytes')(is({ kind: 'bytes' }).equal('AQID'))] },
  { name: 'stream() pipes', steps: [look('/pipe')(body.equals('piped'))] },
  {
    name: 'server-sent events have event, id, retry and data',
    smoke: true,
    steps: [
      look('/events')(
        mediaType('text/event-stream'),
        events('[0]').equal({ event: 'first', id: '1', data: 'a' }),
        events('[1].data').equal('{"n":2}'),
        events('[2].data').equal('two\nlines'),
        header('cache-control').equals('no-cache'),
      ),
    ],
  },
  {
    name: 'slow events come one by one',
    steps: [
      look('/events/slow')(
        streamed,
        is({ kind: 'chunks' }).be({ kind: 'length', length: 3 }),
        events('[2].data').equal('3'),
      ),
    ],
  },
  {
    name: 'endless events end when the client goes away',
    steps: [leaving({ chunks: 1 }, look('/events/endless')(status(200))), wait(40), look('/cancel/state')(status(200))],
  },
  { name: 'an error in a stream is handled', steps: [look('/error')(body.equals('before sorry'))] },
  {
    name: 'an error in a stream of events is an event',
    steps: [look('/error/events')(events('[0].data').equal('before'))],
  },
  { name: 'a stream that is pulled', steps: [look('/plain')(body.equals('abc'))] },
  { name: 'a slow stream', steps: [look('/slow')(body.equals('first second third'), streamed)] },
  { name: 'a stream that fails midway', smoke: true, outcome: 'broke', steps: [look('/fails')()] },
  { name: 'a stream that fails at once', outcome: 'broke', steps: [look('/fails/at-once')()] },
  { name: 'a stream of texts', steps: [look('/strings')(body.equals('words are not bytes'))] },
  { name: 'an async generator is a body', steps: [look('/generator')(body.equals('generated'))] },
  { name: 'ReadableStream.from', steps: [look('/from')(body.equals('from parts'))] },
  { name: 'a stream for two', steps: [look('/tee')(json().equals(['tee', 'tee']))] },
  {
    name: 'a stream that somebody reads already',
    outcome: 'broke',
    steps: [look('/locked')()],
    difference: {
      reason: `${ADAPTER} does not look whether the stream is locked, and the answer breaks off.`,
      embedded: 'The Response is refused with an error, which is a 500.',
    },
  },
  {
    name: 'a stream is cancelled when the client goes away',
    smoke: true,
    steps: [leaving({ chunks: 2 }, look('/cancel')(status(200))), look('/cancel/state')(body.equals('cancelled'))],
  },
  {
    name: "the request's signal tells that the client went away",
    steps: [leaving({ ms: 20 }, look('/signal')()), wait(30), look('/cancel/state')(status(200))],
  },
  { name: '1 MB in chunks', steps: [look('/large')(is({ kind: 'sha256' }).equal(largeSha))] },
])
