/**
 * Subjects that are places in JSON: in a body, a token, the data of an event, a message.
 * @module
 */

import type { Json, Subject } from '../../src/check/expectation.ts'
import type { Seen } from '../../src/check/subject.ts'
import { flagCases, listCases, numberCases, presenceCases, textCases } from './families.ts'
import { type PairCase, pair } from './pair.ts'
import { seenBody, seenClose, seenCutOff, seenEvent, seenMessage, tokenOf } from './seen.ts'

interface Place {
  readonly subject: Subject
  readonly see: (value: Json) => Seen
  /** The place is not there, but something around it. */
  readonly missing: Seen
  readonly unreadable: readonly Seen[]
}

const casesOf = ({ subject, see, missing, unreadable }: Place): PairCase[] => {
  const sample = <Value extends Json>(value: Value) => ({ value, seen: see(value) })
  const without = [missing, ...unreadable]
  const uuid = '0f9c2a4e-7b31-4d58-9e06-3c1d2b4a5f60'
  const text = textCases({
    subject,
    sample: sample('Item 3'),
    other: sample('gone'),
    without,
    format: { name: 'uuid', ...sample(uuid) },
  })
  const numbers = numberCases({ subject, sample: sample(1), other: sample(7.5), without })
  const list = { subject, sample: sample(['a', 'b']), other: sample(['a', 'a', 'c']), without }
  const id: Json = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }
  return [
    ...text,
    ...textless(subject, see),
    ...numbers,
    ...pair(
      subject,
      { kind: 'compare', operator: '<', value: 3 },
      { holds: [], fails: [], without: [see('1'), see(null)] },
    ),
    ...listCases({ ...list, item: 'b', empty: [see([])] }),
    ...pair(
      subject,
      { kind: 'length', length: 2 },
      { holds: [see({ a: 1, b: 2 })], fails: [see('abc')], without: [see(7), see(null)] },
    ),
    ...pair(
      subject,
      { kind: 'unordered', values: [1, 2] },
      { holds: [], fails: [see([1, 2, 3]), see([9, 9, 9, 9, 9])], without: [see('ab')] },
    ),
    ...pair(
      subject,
      { kind: 'some', predicate: { kind: 'contains', text: 'x' } },
      { holds: [], fails: [], without: [see([1, 2]), see({})] },
    ),
    ...pair(
      subject,
      { kind: 'every', predicate: { kind: 'type', type: 'string' } },
      { holds: [], fails: [see(['a', 3])], without: [see('a')] },
    ),
    ...pair(
      subject,
      { kind: 'every', predicate: { kind: 'contains', text: 'a' } },
      { holds: [], fails: [], without: [see(['a', 3])] },
    ),
    ...pair(
      subject,
      { kind: 'subset', value: { id: 1 } },
      { holds: [see({ id: 1, name: 'a' })], fails: [see({ id: '1' }), see({})], without: [] },
    ),
    ...pair(
      subject,
      { kind: 'schema', schema: id },
      { holds: [see({ id: 1 })], fails: [see({ id: '1' }), see({}), see([])], without: [] },
    ),
    ...flagCases({ subject, sample: sample(true), other: sample(false), without: [] }),
    ...presenceCases(subject, see(null), missing, unreadable),
  ]
}

/** A text is asked for, and there is none. */
const textless = (subject: Subject, see: Place['see']): PairCase[] => [
  ...pair(subject, { kind: 'contains', text: 'a' }, { holds: [], fails: [], without: [see(3), see(['a'])] }),
  ...pair(subject, { kind: 'starts-with', text: 'a' }, { holds: [], fails: [], without: [see({ a: 1 })] }),
  ...pair(subject, { kind: 'ends-with', text: 'a' }, { holds: [], fails: [], without: [see(null)] }),
  ...pair(subject, { kind: 'matches', pattern: '^a' }, { holds: [], fails: [], without: [see(true)] }),
  ...pair(
    subject,
    { kind: 'format', format: 'date' },
    { holds: [see('2024-02-29')], fails: [see('2024-02-30')], without: [see(20240229)] },
  ),
]

const json = casesOf({
  subject: { kind: 'json', path: 'item' },
  see: value => seenBody(JSON.stringify({ item: value })),
  missing: seenBody('{"items":[]}'),
  unreadable: [seenBody('Internal Server Error'), seenCutOff('{"it')],
})

const TOKEN: Subject = { kind: 'json', path: 'token' }
const tokenBody = (token: Json): Seen => seenBody(JSON.stringify({ token }))
const jwt = casesOf({
  subject: { kind: 'jwt', token: TOKEN, part: 'payload', path: 'sub' },
  see: value => tokenBody(tokenOf({ sub: value })),
  missing: tokenBody(tokenOf({ user: 'a' })),
  unreadable: [
    tokenBody('abc.def'),
    tokenBody('a.$.c'),
    tokenBody('a.YQ.c'),
    tokenBody(7),
    seenBody('{}'),
    seenBody(''),
  ],
})

const stream = (...data: string[]): Seen => seenBody(data.map(each => `data: ${each}\n\n`).join(''))
const events = casesOf({
  subject: { kind: 'events', path: '[1].data', data: 'json' },
  see: value => stream('0', JSON.stringify(value)),
  missing: stream('0'),
  unreadable: [stream('0', 'no'), seenCutOff('data: 0')],
})

const jsonLines = casesOf({
  subject: { kind: 'json-lines', path: '[1]' },
  see: value => seenBody(`0\n${JSON.stringify(value)}\n`),
  missing: seenBody('0\n'),
  unreadable: [seenBody('0\n\n'), seenBody('0\nno\n'), seenCutOff('0\n')],
})

const message = casesOf({
  subject: { kind: 'message', path: 'item' },
  see: value => seenMessage(JSON.stringify({ item: value })),
  missing: seenMessage('{"type":"welcome"}'),
  unreadable: [seenMessage('hello'), seenEvent(null), seenClose(1011)],
})

export const JSON_CASES: readonly PairCase[] = [...json, ...jwt, ...events, ...jsonLines, ...message]
