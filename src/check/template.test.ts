import { describe, expect, test } from 'vitest'
import {
  ask,
  body,
  get,
  hear,
  is,
  json,
  open,
  post,
  say,
  send,
  sendForm,
  sendJson,
  start,
  stop,
  together,
  wait,
} from './authoring.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Step } from './check.ts'
import type { Json } from './expectation.ts'
import { fillExpectation, fillJson, fillRequest, fillSocketData, fillText, fillTexts, namesIn } from './template.ts'

const VALUES = { id: 7, name: 'Jörg & co', tags: ['a'], 'two-words': true }

describe('a text', () => {
  test.each([
    ['/items/{{id}}', '/items/7'],
    ['{{name}}{{id}}', 'Jörg & co7'],
    ['{{tags}} {{two-words}}', '["a"] true'],
    ['{{ id }} {{Id}} {{2}} {id} {{}}', '{{ id }} {{Id}} {{2}} {id} {{}}'],
    ['{{{id}}}', '{7}'],
  ])('%j becomes %j', (text, filled) => {
    expect(fillText(text, VALUES)).toBe(filled)
  })
  test('that names nothing known is an authoring error', () => {
    expect(() => fillText('{{unknown}}', VALUES)).toThrow(AuthoringError)
    expect(() => fillText('{{toString}}', VALUES)).not.toThrow()
    expect(() => fillText('{{constructor}}', VALUES)).toThrow(AuthoringError)
  })
  test('is filled once: a value is not looked into', () => {
    expect(fillText('{{a}}', { a: '{{b}}', b: 'no' })).toBe('{{b}}')
    expect(fillText('{{a}}', { a: '$&' })).toBe('$&')
  })
})

describe('JSON', () => {
  test.each<[Json, Json]>([
    ['{{id}}', 7],
    ['{{tags}}', ['a']],
    ['no {{id}}', 'no 7'],
    [{ '{{id}}': ['{{id}}', { a: '{{name}}' }] }, { 7: [7, { a: 'Jörg & co' }] }],
    [null, null],
  ])('%j becomes %j', (template, filled) => {
    expect(fillJson(template, VALUES)).toEqual(filled)
  })
  test('without names is not copied', () => {
    const value = { a: [1, 'b'] }
    expect(fillJson(value, VALUES)).toBe(value)
  })
})

describe('a request', () => {
  test('has its values percent-encoded in the path, and as they are elsewhere', () => {
    const headers = [['x-name', '{{name}}']] as const
    expect(fillRequest(post('/items/{{name}}?q={{tags}}', headers), VALUES)).toEqual({
      method: 'POST',
      path: '/items/J%C3%B6rg%20%26%20co?q=%5B%22a%22%5D',
      headers: [['x-name', 'Jörg & co']],
    })
  })
  test.each([
    ['/items/3?a=b', '/items/3?a=b'],
    ['http://127.0.0.1:8000/items/3', '/items/3'],
    ['items/3', '/items/3'],
    ['/a b', '/a%20b'],
    ['http://', '/http%3A%2F%2F'],
    [3, '/3'],
  ])('to a path that is nothing but the value %j is sent to %j', (location, path) => {
    expect(fillRequest(get('{{location}}'), { location }).path).toBe(path)
  })
  test.each([
    ['/a/{{v}}', 'half \ud800', '/a/half%20%EF%BF%BD'],
    ['{{v}}', 'http://localhost/a?b=c#d', '/a?b=c'],
    ['{{v}}', '//other.example/a', '/a'],
    ['{{v}}', 'items/1', '/items/1'],
    ['{{v}}', 'mailto:a@b.c', '/mailto%3Aa%40b.c'],
    ['{{v}}', 'javascript:alert(1)', '/javascript%3Aalert(1)'],
    ['{{v}}', 'http://[', '/http%3A%2F%2F%5B'],
  ])('whose path is %j goes, with %j, to %j', (path, v, sent) => {
    expect(fillRequest(get(path), { v }).path).toBe(sent)
  })
  test('with JSON brings its content type', () => {
    expect(fillRequest(sendJson('POST', '/', { id: '{{id}}' }), VALUES)).toMatchObject({
      headers: [['content-type', 'application/json']],
      body: { text: '{"id":7}' },
    })
  })
  test('with a form brings its content type', () => {
    expect(
      fillRequest(
        sendForm('POST', '/', [
          ['name', '{{name}}'],
          ['a b', 'ü'],
        ]),
        VALUES,
      ),
    ).toMatchObject({
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: { text: 'name=J%C3%B6rg+%26+co&a+b=%C3%BC' },
    })
  })
  test('that names a content type keeps it', () => {
    const headers = [['Content-Type', 'application/problem+json']] as const
    expect(fillRequest(sendJson('POST', '/', {}, headers), VALUES).headers).toEqual(headers)
  })
  test('with a plain body brings none', () => {
    const request = { ...post('/'), body: { text: '{{id}}' } }
    expect(fillRequest(request, VALUES)).toMatchObject({ headers: [], body: { text: '7' } })
    expect(fillRequest({ ...post('/'), body: { base64: 'AAE=' } }, VALUES)).toMatchObject({ body: { base64: 'AAE=' } })
  })
})

test('a message is filled, and JSON is sent as its text', () => {
  expect(fillSocketData({ text: 'hello {{name}}' }, VALUES)).toEqual({ text: 'hello Jörg & co' })
  expect(fillSocketData({ json: { id: '{{id}}' } }, VALUES)).toEqual({ text: '{"id":7}' })
  expect(fillSocketData({ base64: 'AAE=' }, VALUES)).toEqual({ base64: 'AAE=' })
})

test('an environment is filled', () => {
  expect(fillTexts({ KEY: 'k-{{id}}' }, VALUES)).toEqual({ KEY: 'k-7' })
})

describe('an expectation', () => {
  test.each([
    [json().equals({ id: '{{id}}' }), json().equals({ id: 7 })],
    [json().includes({ id: '{{id}}' }), json().includes({ id: 7 })],
    [json().oneOf('{{id}}', 'x'), json().oneOf(7, 'x')],
    [json().hasItems('{{id}}'), json().hasItems(7)],
    [json().lessThan('{{id}}'), json().lessThan(7)],
    [json().lessThan('{{name}}'), json().lessThan('Jörg & co')],
    [body.contains('{{name}}'), body.contains('Jörg & co')],
    [body.startsWith('{{id}}'), body.startsWith('7')],
    [body.not.endsWith('{{id}}'), body.not.endsWith('7')],
    [json().some(is.equals('{{id}}')), json().some(is.equals(7))],
    [json().every(is.equals('{{id}}')), json().every(is.equals(7))],
    [json().matchesSchema({ const: '{{id}}' }), json().matchesSchema({ const: 7 })],
  ])('%j becomes %j', (template, filled) => {
    expect(fillExpectation(template, VALUES)).toEqual(filled)
  })
  test('has values stand for themselves in a pattern', () => {
    const { predicate } = fillExpectation(body.matches('^{{a}}$'), { a: 'a+b (1.5) [x]{2} \\ ^|/?*$' })
    expect(predicate.kind === 'matches' && new RegExp(predicate.pattern, 'u').test('a+b (1.5) [x]{2} \\ ^|/?*$')).toBe(
      true,
    )
    expect(predicate.kind === 'matches' && new RegExp(predicate.pattern, 'u').test('aab (1.5) [x]{2} \\ ^|/?*$')).toBe(
      false,
    )
  })
  test('has a value between brackets stand for its characters, and for no range of them', () => {
    const { predicate } = fillExpectation(body.matches('^[{{a}}]+$'), { a: 'a-c' })
    const matches = (text: string) => predicate.kind === 'matches' && new RegExp(predicate.pattern, 'u').test(text)
    expect([matches('a-c'), matches('b')]).toEqual([true, false])
  })
  test('without names is not copied', () => {
    const expectation = json().matchesSchema({ type: 'object' })
    expect(fillExpectation(expectation, VALUES)).toBe(expectation)
  })
})

describe('the names that a step needs', () => {
  const part = { name: '{{a}}', content: { text: '{{b}}' }, filename: '{{c}}', type: '{{d}}' }
  test.each<[Step, string[]]>([
    [send(get('/{{a}}/{{b}}?{{a}}', [['{{c}}', '{{d}}']]), []), ['a', 'b', 'c', 'd']],
    [send(sendJson('POST', '/', { '{{a}}': ['{{b}}'] }), []), ['a', 'b']],
    [send({ ...post('/'), body: { text: '{{a}}' } }, []), ['a']],
    [send({ ...post('/'), body: { multipart: [part] } }, []), ['a', 'b', 'c', 'd']],
    [send(sendForm('POST', '/', [['{{a}}', '{{b}}']]), []), ['a', 'b']],
    [send(get('/'), [json().equals('{{a}}')]), []],
    [together([ask(get('/{{a}}')), ask(get('/{{b}}'))]), ['a', 'b']],
    [open('a', '/{{a}}', [], { headers: [['x', '{{b}}']] }), ['a', 'b']],
    [say('a', { json: '{{a}}' }), ['a']],
    [say('a', '{{a}}'), ['a']],
    [start({ env: { A: '{{a}}' } }), ['a']],
    [hear('a', [body.equals('{{a}}')]), []],
    [stop(), []],
    [wait(1), []],
  ])('%j', (step, names) => {
    expect(namesIn(step)).toEqual(names)
  })
})
