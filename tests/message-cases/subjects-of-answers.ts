/**
 * Subjects that are no places in JSON, with what was seen of them in an answer.
 * @module
 */

import type { Json, Subject } from '../../src/check/expectation.ts'
import { flagCases, listCases, numberCases, presenceCases, textCases } from './families.ts'
import { type PairCase, pair } from './pair.ts'
import { seenAnswer, seenBody, seenBytes, seenChunks, seenCutOff, seenHeaders, seenStatus } from './seen.ts'

const sample = <Value extends Json, Rest>(value: Value, see: (value: Value) => Rest) => ({ value, seen: see(value) })

const UUID = '0f9c2a4e-7b31-4d58-9e06-3c1d2b4a5f60'
const NOT_UTF8 = seenBytes('/w==')
const AWAY = seenAnswer(null)

const status = numberCases({
  subject: { kind: 'status' },
  sample: sample(201, seenStatus),
  other: sample(500, seenStatus),
  without: [],
})

const oneHeader = (name: string) => (value: string) => seenHeaders([name, value])
const severalHeaders =
  (name: string) =>
  (...values: string[]) =>
    seenHeaders(...values.map(value => [name, value] as const))

const X_ERROR: Subject = { kind: 'header', name: 'X-Error' }
const twice = { value: ['a', 'b'], seen: severalHeaders('X-Error')('a', 'b') }
const thrice = { value: ['a', 'a', 'c'], seen: severalHeaders('X-Error')('a', 'a', 'c') }

const header = [
  ...textCases({
    subject: X_ERROR,
    sample: sample('Item missing', oneHeader('X-Error')),
    other: sample('gone', oneHeader('X-Error')),
    length: null,
    without: [seenHeaders()],
    format: { name: 'uuid', ...sample(UUID, oneHeader('X-Error')) },
  }),
  ...listCases({ subject: X_ERROR, sample: twice, other: thrice, without: [seenHeaders()], item: 'b', empty: [] }),
  ...presenceCases(X_ERROR, oneHeader('X-Error')('Item missing'), seenHeaders(), []),
]

const VARY: Subject = { kind: 'header-items', name: 'Vary' }
const headerItems = [
  ...listCases({
    subject: VARY,
    sample: { value: ['accept', 'origin'], seen: severalHeaders('Vary')('Accept', 'Origin') },
    other: { value: ['accept', 'accept', 'cookie'], seen: oneHeader('vary')('Accept, accept , COOKIE') },
    without: [seenHeaders()],
    item: 'origin',
    empty: [oneHeader('Vary')('')],
  }),
  ...presenceCases(VARY, oneHeader('Vary')('Origin'), seenHeaders(), []),
]

const typed = oneHeader('content-type')
const typedTwice = severalHeaders('content-type')('application/json', 'text/plain')
const mediaType = [
  ...textCases({
    subject: { kind: 'media-type' },
    sample: { value: 'application/json', seen: typed('Application/JSON; charset=UTF-8') },
    other: sample('text/html', typed),
    without: [seenHeaders(), typedTwice],
    format: { name: 'base64', ...sample('application/json', typed) },
  }),
  ...presenceCases({ kind: 'media-type' }, typed('text/html'), seenHeaders(), [typedTwice]),
]

const setCookie = oneHeader('Set-Cookie')
const cookieOf = (attribute: Extract<Subject, { kind: 'cookie' }>['attribute']): Subject => ({
  kind: 'cookie',
  name: 'session',
  ...(attribute !== undefined && { attribute }),
})
const bare = setCookie('session=abc; Path=/')
const cookie = [
  ...textCases({
    subject: cookieOf(undefined),
    sample: { value: 'abcdef', seen: setCookie('session=abcdef; HttpOnly') },
    other: { value: 'xyz', seen: setCookie('session=xyz; HttpOnly') },
    without: [seenHeaders(), setCookie('other=abcdef')],
    format: { name: 'uuid', value: UUID, seen: setCookie(`session=${UUID}`) },
  }),
  ...numberCases({
    subject: cookieOf('max-age'),
    sample: { value: 60, seen: setCookie('session=abc; Max-Age=60') },
    other: { value: 3600, seen: setCookie('session=abc; Max-Age=3600') },
    without: [bare, seenHeaders()],
  }),
  ...flagCases({
    subject: cookieOf('deleted'),
    sample: { value: true, seen: setCookie('session=; Max-Age=0') },
    other: { value: false, seen: bare },
    without: [seenHeaders()],
  }),
  ...flagCases({
    subject: cookieOf('deleted'),
    sample: { value: false, seen: bare },
    other: { value: true, seen: setCookie('session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT') },
    without: [],
  }),
  ...presenceCases(cookieOf(undefined), bare, setCookie('other=1'), []),
  ...presenceCases(cookieOf('http-only'), setCookie('session=abc; HttpOnly'), bare, []),
]

const body = textCases({
  subject: { kind: 'body' },
  sample: sample('Hello, Jörg', seenBody),
  other: sample('gone', seenBody),
  without: [NOT_UTF8, seenCutOff('Hello'), AWAY],
  format: { name: 'uuid', ...sample(UUID, seenBody) },
})

const bytes = textCases({
  subject: { kind: 'bytes' },
  sample: sample('iVBORw0K', seenBytes),
  other: sample('/w==', seenBytes),
  length: 6,
  without: [seenCutOff('x'), AWAY],
  format: { name: 'base64', ...sample('iVBORw0K', seenBytes) },
})

const SHA256: Subject = { kind: 'sha256' }
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const sha256 = [
  ...textCases({
    subject: SHA256,
    sample: { value: OF_ABC, seen: seenBody('abc') },
    other: { value: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', seen: seenBody('') },
    length: null,
    without: [seenCutOff('abc'), AWAY],
    format: { name: 'base64', value: OF_ABC, seen: seenBody('abc') },
  }),
  ...pair(SHA256, { kind: 'length', length: 64 }, { holds: [seenBody('a')], fails: [], without: [seenCutOff('a')] }),
]

const chunks = listCases({
  subject: { kind: 'chunks' },
  sample: { value: ['a', 'bé'], seen: seenChunks(['a', 'bé']) },
  other: { value: ['a', 'a', 'c'], seen: seenChunks(['a', 'a', 'c']) },
  without: [NOT_UTF8, seenCutOff('a')],
  item: 'bé',
  empty: [seenChunks([])],
})

const streamed = [
  ...flagCases({
    subject: { kind: 'streamed' },
    sample: { value: true, seen: seenChunks(['a', 'b']) },
    other: { value: false, seen: seenChunks(['a', 'b'], 0) },
    without: [seenCutOff('a'), AWAY],
  }),
  ...flagCases({
    subject: { kind: 'streamed' },
    sample: { value: false, seen: seenChunks(['a']) },
    other: { value: true, seen: seenChunks(['a', 'b']) },
    without: [],
  }),
]

export const ANSWER_CASES: readonly PairCase[] = [
  ...status,
  ...header,
  ...headerItems,
  ...mediaType,
  ...cookie,
  ...body,
  ...bytes,
  ...sha256,
  ...chunks,
  ...streamed,
]
