import { expect, test } from 'vitest'
import { ask, get, json, jwt, log, send, source, start, stop, together } from './authoring.ts'
import type { Check, Step } from './check.ts'
import { needsOf } from './needs.ts'

const check = (steps: Step[], rest: Partial<Check> = {}): Check => ({ id: 'a', title: '', why: '', steps, ...rest })
const plain = send(get('/'), [json('a').exists()])

test.each<[string, Check, string[]]>([
  ['requests and answers', check([plain]), []],
  ['an environment', check([plain], { env: {} }), ['fresh-start']],
  ['stop and start', check([plain, stop(), start()]), ['fresh-start']],
  ['console lines', check([send(get('/'), [log().hasLength(1)])]), ['log']],
  [
    'console lines for advice',
    check([send(get('/'), [], { advice: [{ when: [log().hasLength(1)], say: '' }] })]),
    ['log'],
  ],
  ['console lines to save', check([send(get('/'), [], { save: { a: log().subject } })]), ['log']],
  ['console lines of a parallel step', check([together([ask(get('/'))], [log().hasLength(1)])]), ['log']],
  ['source files of one request of it', check([together([ask(get('/'), [source('a.ts').exists()])])]), ['source']],
  ['source files that hold a token', check([send(get('/'), [jwt(source('a.ts'), 'header').exists()])]), ['source']],
  [
    'all of it',
    check([send(get('/'), [log().exists(), source('a').exists()]), stop()]),
    ['fresh-start', 'log', 'source'],
  ],
])('%s', (_, asked, needs) => {
  expect(needsOf(asked)).toEqual(needs)
})
