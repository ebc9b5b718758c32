import { describe, expect, test } from 'vitest'
import type { HeaderList } from '../http/http.ts'
import { AuthoringError } from './authoring-error.ts'
import { answer } from './exchange.fixture.ts'
import type { Expectation, Predicate, Subject } from './expectation.ts'
import { lengthOf } from './measure.ts'
import { meets } from './predicate.ts'
import { readResponse } from './subject.ts'

const HEADERS: HeaderList = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['X-Error', 'Item missing'],
  ['Set-Cookie', 'a=1'],
  ['Set-Cookie', 'b=2'],
]
const BODY = '{"name":"Foo","id":3,"price":1.5,"tags":["a","b"],"none":null}'
const response = answer(201, BODY, HEADERS)

const status: Subject = { kind: 'status' }
const error: Subject = { kind: 'header', name: 'x-error' }
const cookies: Subject = { kind: 'header', name: 'set-cookie' }
const mediaType: Subject = { kind: 'media-type' }
const body: Subject = { kind: 'body' }
const json = (path: string): Subject => ({ kind: 'json', path })
const type = (of: Extract<Predicate, { kind: 'type' }>['type']): Predicate => ({ kind: 'type', type: of })
const equals = (value: Extract<Predicate, { kind: 'equals' }>['value']): Predicate => ({ kind: 'equals', value })
const oneOf = (...values: Extract<Predicate, { kind: 'one-of' }>['values']): Predicate => ({ kind: 'one-of', values })
const contains = (text: string): Predicate => ({ kind: 'contains', text })
const matches = (pattern: string): Predicate => ({ kind: 'matches', pattern })
const length = (of: number): Predicate => ({ kind: 'length', length: of })
const subset = (value: Extract<Predicate, { kind: 'subset' }>['value']): Predicate => ({ kind: 'subset', value })
const exists: Predicate = { kind: 'exists' }
const absent: Predicate = { kind: 'absent' }
const not = (predicate: Predicate): Predicate => ({ kind: 'not', predicate })

/** `holds` and `fails` turn round under `not`. */
const decided: [Subject, { holds: Predicate[]; fails: Predicate[] }][] = [
  [
    status,
    {
      holds: [equals(201), oneOf(200, 201), type('integer'), type('number'), subset(201)],
      fails: [equals(200), equals('201'), oneOf(200, 204), oneOf(), type('string'), subset(200)],
    },
  ],
  [
    error,
    {
      holds: [
        equals('Item missing'),
        oneOf('Item missing'),
        contains('Item'),
        matches('^Item \\p{Ll}+$'),
        type('string'),
        length(1),
        subset('Item missing'),
        exists,
      ],
      fails: [
        equals('item missing'),
        equals(['Item missing']),
        oneOf('x'),
        contains('item'),
        matches('^missing'),
        type('array'),
        length(12),
        subset('Item'),
        absent,
      ],
    },
  ],
  [
    cookies,
    {
      holds: [equals(['a=1', 'b=2']), oneOf(['a=1', 'b=2']), type('array'), length(2), subset(['a=1', 'b=2']), exists],
      fails: [equals('a=1'), equals(['b=2', 'a=1']), oneOf('a=1'), type('string'), length(1), subset(['a=1']), absent],
    },
  ],
  [
    mediaType,
    {
      holds: [
        equals('application/json'),
        oneOf('application/json'),
        contains('json'),
        matches('\\+?json$'),
        type('string'),
        length(16),
        subset('application/json'),
        exists,
      ],
      fails: [
        equals('Application/JSON'),
        oneOf('text/plain'),
        contains('utf-8'),
        matches('^json'),
        type('number'),
        length(1),
        subset('text/plain'),
        absent,
      ],
    },
  ],
  [
    body,
    {
      holds: [
        equals(BODY),
        oneOf('', BODY),
        contains('"Foo"'),
        matches('"id":\\d'),
        type('string'),
        length(BODY.length),
        subset(BODY),
      ],
      fails: [
        equals(''),
        equals({ name: 'Foo' }),
        oneOf(''),
        contains('foo'),
        matches('^"id"'),
        type('object'),
        length(0),
        subset('{}'),
      ],
    },
  ],
  [
    json('name'),
    {
      holds: [
        equals('Foo'),
        oneOf(1, 'Foo'),
        contains('oo'),
        matches('^F'),
        type('string'),
        length(3),
        subset('Foo'),
        exists,
      ],
      fails: [equals('foo'), oneOf('foo'), contains('x'), matches('^f'), type('null'), length(4), subset('F'), absent],
    },
  ],
  [
    json('id'),
    {
      holds: [equals(3), type('integer'), type('number'), exists],
      fails: [equals('3'), type('string'), absent],
    },
  ],
  [json('price'), { holds: [type('number')], fails: [type('integer')] }],
  [json('none'), { holds: [equals(null), type('null'), exists], fails: [equals('null'), type('object'), absent] }],
  [
    json('tags'),
    { holds: [equals(['a', 'b']), length(2), type('array')], fails: [equals(['b', 'a']), length(1), type('object')] },
  ],
  [
    json('$'),
    {
      holds: [subset({ id: 3, tags: ['a', 'b'] }), length(5), type('object')],
      fails: [subset({ id: '3' }), subset({ tags: ['a'] }), length(4), equals({ id: 3 })],
    },
  ],
  [
    { kind: 'header', name: 'X-None' },
    { holds: [absent], fails: [exists] },
  ],
  [json('detail[0]'), { holds: [absent], fails: [exists] }],
]

/** Neither the predicate nor its `not` is met. */
const inapplicable: [string, Subject, Predicate[]][] = [
  ['several values are no text', cookies, [contains('a=1'), matches('a=1')]],
  ['a JSON number is no text and has no length', json('id'), [contains('3'), matches('3'), length(1)]],
  ['a JSON array is no text', json('tags'), [contains('a'), matches('a')]],
  ['null has no length', json('none'), [length(0)]],
  [
    'a missing header is no value',
    { kind: 'header', name: 'X-None' },
    [equals('x'), oneOf('x'), contains('x'), matches('x'), type('string'), length(0), subset('x')],
  ],
  [
    'a missing place in JSON is no value',
    json('detail[0]'),
    [equals(null), oneOf('x'), contains('x'), matches('x'), type('null'), length(0), subset({})],
  ],
]

const met = (subject: Subject, predicate: Predicate): boolean =>
  meets(readResponse(subject, response), { subject, predicate })

describe.each(decided)('%j', (subject, { holds, fails }) => {
  test.each(holds)('meets %j, not its contrary', predicate => {
    expect(met(subject, predicate)).toBe(true)
    expect(met(subject, not(predicate))).toBe(false)
    expect(met(subject, not(not(predicate)))).toBe(true)
  })
  test.each(fails)('does not meet %j, but its contrary', predicate => {
    expect(met(subject, predicate)).toBe(false)
    expect(met(subject, not(predicate))).toBe(true)
    expect(met(subject, not(not(predicate)))).toBe(false)
  })
})

describe.each(inapplicable)('%s: %j', (_, subject, predicates) => {
  test.each(predicates)('meets neither %j nor its contrary', predicate => {
    expect(met(subject, predicate)).toBe(false)
    expect(met(subject, not(predicate))).toBe(false)
  })
})

test.each([equals(''), contains(''), exists, absent])(
  'what is unreadable meets neither %j nor its contrary',
  predicate => {
    const subject = json('$')
    const broken = readResponse(subject, answer(500, 'Internal Server Error'))
    expect(meets(broken, { subject, predicate })).toBe(false)
    expect(meets(broken, { subject, predicate: not(predicate) })).toBe(false)
  },
)

test('characters are code points', () => {
  expect(lengthOf('Jörg 😀', 'json')).toBe(6)
})

describe('authoring errors', () => {
  const asked = (expectation: Expectation) => () => meets(readResponse(expectation.subject, response), expectation)
  test.each([body, json('absent.place')])('an invalid pattern is one, whatever came: %j', subject => {
    expect(asked({ subject, predicate: not(matches('(')) })).toThrow('could not use the pattern "(": because')
  })
  test('patterns follow the rules of the u flag', () => {
    expect(asked({ subject: body, predicate: matches('\\-') })).toThrow(AuthoringError)
  })
  test.each([status, body])('whether there is one cannot be asked of %j', subject => {
    expect(asked({ subject, predicate: exists })).toThrow('because there always is one')
    expect(asked({ subject, predicate: not(absent) })).toThrow('because there always is one')
  })
})
