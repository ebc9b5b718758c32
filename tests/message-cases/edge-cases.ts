/**
 * Answers that are nearly as expected, or not at all: what makes sentences hard to write.
 * @module
 */

import { body, header, json, mediaType, status } from '../../src/check/authoring.ts'
import { answer } from '../../src/check/exchange.fixture.ts'
import type { Expectation, Json, Predicate, Subject } from '../../src/check/expectation.ts'
import type { Seen } from '../../src/check/subject.ts'
import type { HttpResponse } from '../../src/http/http.ts'
import { seenAnswer } from './seen.ts'

/** An expectation that is not met. */
export interface EdgeCase {
  readonly expectation: Expectation
  readonly seen: Seen
}

/** Each expectation against each answer. */
const against = (expectation: Expectation, ...responses: HttpResponse[]): EdgeCase[] =>
  responses.map(response => ({ expectation, seen: seenAnswer(response) }))

const on = (subject: Subject, predicate: Predicate): Expectation => ({ subject, predicate })
const STATUS: Subject = { kind: 'status' }
const MEDIA_TYPE: Subject = { kind: 'media-type' }

const ok = answer(200)
const xError = (...values: string[]): HttpResponse =>
  answer(
    404,
    '',
    values.map(value => ['X-Error', value]),
  )
const typed = (...types: string[]): HttpResponse =>
  answer(
    200,
    '',
    types.map(type => ['content-type', type]),
  )
const holding = (value: Json): HttpResponse => answer(200, JSON.stringify(value))
const html = answer(500, '<!doctype html><html><head><title>Something went wrong</title></head><body>…')
const bytes: HttpResponse = { ...ok, body: { base64: '/w==' } }
const cutOff: HttpResponse = { ...answer(200, '{"name":'), complete: false }

const LOC = ['path', 'item_id']
const detail = (loc: Json): Json => ({ detail: [{ type: 'int_parsing', loc, msg: 'Input should be a valid integer' }] })
const items = (...ids: Json[]): Json =>
  ids.map(id => ({ id, name: `Item ${id}`, description: 'A thing that somebody may want to buy' }))
const many = (length: number): Json[] => Array.from({ length }, (_, index) => index)

export const EDGE_CASES: readonly EdgeCase[] = [
  ...against(status(201), ok, answer(299), answer(500)),
  ...against(on(STATUS, { kind: 'one-of', values: [200, 204] }), answer(404)),
  ...against(on(STATUS, { kind: 'type', type: 'string' }), ok),
  ...against(on(STATUS, { kind: 'subset', value: 201 }), ok),
  ...against(on(STATUS, { kind: 'not', predicate: { kind: 'equals', value: 200 } }), ok),
  ...against(on(STATUS, { kind: 'not', predicate: { kind: 'one-of', values: [200, 204] } }), ok),
  ...against(
    header('X-Error').equals('Item missing'),
    ok,
    xError('Item gone'),
    xError(''),
    xError('Item missing', 'Item missing'),
  ),
  ...against(
    header('X-Error').equals('Item missing'),
    xError('item missing'),
    xError('Item  missing'),
    xError('x'.repeat(3000)),
  ),
  ...against(header('X-Error').equals(''), xError('x')),
  ...against(header('X-Error').equals(3), xError('3')),
  ...against(header('X-Error').oneOf('a', 'b'), ok, xError('c'), xError('A'), xError('a', 'b')),
  ...against(header('X-Error').contains('missing'), ok, xError('Item gone'), xError('a', 'missing')),
  ...against(header('X-Error').matches('^Item \\d+$'), ok, xError('Item x'), xError('a', 'b')),
  ...against(header('X-Error').hasType('array'), ok, xError('a')),
  ...against(header('X-Error').hasLength(2), ok, xError('a'), xError('a', 'b', 'c')),
  ...against(header('X-Error').includes('a'), ok, xError('b')),
  ...against(header('X-Error').exists(), ok),
  ...against(header('X-Error').absent(), xError('Item missing'), xError(''), xError('a', 'b')),
  ...against(header('X-Error').not.equals('a'), xError('a'), ok),
  ...against(header('X-Error').not.oneOf('a', 'b'), xError('b')),
  ...against(header('X-Error').not.contains('a'), xError('abc'), ok),
  ...against(header('X-Error').not.matches('^a'), xError('abc')),
  ...against(header('X-Error').not.hasType('string'), xError('abc')),
  ...against(header('X-Error').not.hasLength(1), xError('abc')),
  ...against(header('X-Error').not.includes('a'), xError('a')),
  ...against(header('X-Error').not.exists(), xError('abc')),
  ...against(header('X-Error').not.absent(), ok),
  ...against(
    mediaType('application/json'),
    ok,
    typed('text/plain; charset=UTF-8'),
    typed('application/json', 'text/plain'),
  ),
  ...against(on(MEDIA_TYPE, { kind: 'one-of', values: ['text/html', 'text/plain'] }), ok, typed('a/b')),
  ...against(on(MEDIA_TYPE, { kind: 'contains', text: 'json' }), ok, typed('text/plain')),
  ...against(on(MEDIA_TYPE, { kind: 'matches', pattern: 'json$' }), ok, typed('text/plain')),
  ...against(on(MEDIA_TYPE, { kind: 'type', type: 'null' }), ok, typed('text/plain')),
  ...against(on(MEDIA_TYPE, { kind: 'length', length: 3 }), ok, typed('text/plain')),
  ...against(on(MEDIA_TYPE, { kind: 'subset', value: 'text/html' }), ok, typed('text/plain')),
  ...against(on(MEDIA_TYPE, { kind: 'exists' }), ok),
  ...against(on(MEDIA_TYPE, { kind: 'absent' }), typed('application/json')),
  ...against(
    on(MEDIA_TYPE, { kind: 'not', predicate: { kind: 'equals', value: 'application/json' } }),
    ok,
    typed('application/json'),
  ),
  ...against(body.equals(''), answer(200, 'null'), answer(200, 'x'.repeat(5000))),
  ...against(body.equals('Hello'), ok, answer(200, 'hello'), answer(200, 'Hello\n'), bytes, cutOff),
  ...against(body.oneOf('a', 'b'), answer(200, 'c'), ok),
  ...against(body.contains('<h1>'), answer(200, 'Hello'), ok),
  ...against(body.matches('^\\d+$'), answer(200, '12a')),
  ...against(body.hasType('object'), answer(200, '{}')),
  ...against(body.hasLength(0), answer(200, 'abc'), answer(200, 'é')),
  ...against(body.includes('a'), answer(200, 'ab')),
  ...against(body.not.equals(''), ok),
  ...against(body.not.contains('secret'), answer(200, 'a secret thing'), bytes),
  ...against(
    json().equals({ name: 'Jörg' }),
    holding({ name: 'Foo' }),
    holding({ name: 'Jörg', id: 1 }),
    holding('Jörg'),
    holding({}),
    ok,
    html,
    bytes,
    cutOff,
  ),
  ...against(json().equals({ id: 1 }), holding({ id: '1' })),
  ...against(
    json('id').equals(1),
    holding({ id: '1' }),
    holding({ id: 1.5 }),
    holding({ id: null }),
    holding({ name: 'Foo' }),
    holding([1]),
  ),
  ...against(json('id').equals(null), holding({ id: 'null' }), holding({ id: 0 })),
  ...against(json('ok').equals(true), holding({ ok: 'true' }), holding({ ok: 1 })),
  ...against(json('name').equals(''), holding({ name: 'x' })),
  ...against(
    json('detail').equals('Item 3 not found'),
    holding({ detail: 'item 3 not found' }),
    holding({ detail: 'Item 3  not found' }),
    holding({ error: 'Item 3 not found' }),
  ),
  ...against(
    json('detail[0].loc').equals(LOC),
    holding(detail(['query', 'item_id'])),
    holding({ detail: 'Not Found' }),
    holding({ detail: [] }),
    holding({ detail: [{ msg: 'x' }] }),
    answer(404, '404 Not Found'),
  ),
  ...against(json('detail[1].loc').equals(LOC), holding(detail(LOC))),
  ...against(
    json().equals(items(1, 2, 3)),
    holding(items(1, 2, '3')),
    holding(items(1, 2)),
    holding(items(1, 5, 6)),
    holding({}),
  ),
  ...against(json('items').equals(items(1, 2)), holding({ items: [] }), holding({ items: items(1, 3) })),
  ...against(json('["odd key"].a').equals(1), holding({ 'odd key': {} }), holding({ 'odd key': 3 })),
  ...against(json().equals(many(100)), holding([...many(99), 7]), holding(many(5000))),
  ...against(json().equals({ a: 'x'.repeat(200) }), holding({}), holding({ a: 'x'.repeat(200), b: 'y'.repeat(200) })),
  ...against(
    json('state').oneOf('open', 'closed', 1),
    holding({ state: 'ajar' }),
    holding({ state: '1' }),
    holding({}),
  ),
  ...against(json('detail').contains('not found'), holding({ detail: 'gone' }), holding({ detail: [1] }), holding({})),
  ...against(json('id').matches('^[0-9a-f]{8}$'), holding({ id: 'xyz' }), holding({ id: 12345678 }), holding({})),
  ...against(
    json('id').hasType('integer'),
    holding({ id: '3' }),
    holding({ id: 1.5 }),
    holding({ id: null }),
    holding({}),
  ),
  ...against(
    json('tags').hasLength(2),
    holding({ tags: ['a'] }),
    holding({ tags: 'abc' }),
    holding({ tags: { a: 1 } }),
    holding({ tags: 7 }),
    holding({}),
  ),
  ...against(
    json().includes({ name: 'Foo', id: 3 }),
    holding({ name: 'Foo', id: '3', more: 1 }),
    holding({ name: 'Foo' }),
    holding([]),
    html,
  ),
  ...against(
    json().includes({ items: items(1, 2) }),
    holding({ items: items(1, 5), total: 2 }),
    holding({ items: items(1) }),
  ),
  ...against(json('detail[0].loc').exists(), holding({ detail: 'Not Found' }), holding({ detail: [] }), ok),
  ...against(json('password').absent(), holding({ password: 'secret' }), holding({ password: null }), html),
  ...against(json('id').not.equals(1), holding({ id: 1 }), holding({}), html),
  ...against(json('id').not.oneOf(1, 2), holding({ id: 2 })),
  ...against(json('id').not.contains('a'), holding({ id: 'abc' }), holding({ id: 1 })),
  ...against(json('id').not.matches('^a'), holding({ id: 'abc' })),
  ...against(json('id').not.hasType('string'), holding({ id: 'abc' })),
  ...against(json('id').not.hasLength(2), holding({ id: ['a', 'b'] })),
  ...against(json().not.includes({ id: 1 }), holding({ id: 1, name: 'Foo' })),
  ...against(json('id').not.exists(), holding({ id: 1 })),
  ...against(json('id').not.absent(), holding({})),
]
