import { describe, expect, test } from 'vitest'
import {
  anyStatus,
  ask,
  body,
  chunks,
  closeCode,
  get,
  hangUp,
  header,
  hear,
  is,
  json,
  jwt,
  log,
  make,
  message,
  open,
  say,
  send,
  source,
  start,
  started,
  status,
  statuses,
  stop,
  together,
  wait,
} from './authoring.ts'
import { AuthoringError } from './authoring-error.ts'
import type { Check, Generator, Step } from './check.ts'
import { validateCheck } from './validate.ts'

const check = (steps: readonly Step[], rest: Partial<Check> = {}): Check => ({
  id: 'a-check',
  title: '',
  why: '',
  steps,
  ...rest,
})
const hi = message().equals('hi')
const plain = send(get('/'), [status(200)])

describe('a check is valid', () => {
  test.each<[string, Check]>([
    [
      'with values that are generated or saved before',
      check(
        [
          send(get('/{{word}}'), [header('location').equals('/{{id}}')], { save: { id: json('id').subject } }),
          send(get('/{{id}}'), [json('id').equals('{{id}}')]),
        ],
        { values: { word: make.word }, env: { KEY: '{{word}}' } },
      ),
    ],
    [
      'whose socket is opened, used and closed, and opened again',
      check([
        open('a', '/ws'),
        say('a', 'hi'),
        hear('a', [hi]),
        hangUp('a', [closeCode.equals(1000)]),
        open('a', '/ws'),
      ]),
    ],
    ['whose socket is refused and not used', check([open('a', '/ws', [status(403)])])],
    ['whose socket hears of the stop', check([open('a', '/ws'), stop(), hear('a', [closeCode.equals(1001)])])],
    ['that begins with a start', check([start({}, [log().hasLength(1)]), plain])],
    [
      'that goes on after a start that is refused',
      check([start({ env: {} }, [started.equals(false)]), start(), plain]),
    ],
    ['that stops and starts', check([plain, stop([log().hasLength(1)]), start({}, [log().hasLength(0)]), plain])],
    [
      'that goes to a saved address',
      check([send(get('/'), [], { save: { next: header('location').subject } }), send(get('{{next}}'), [])]),
    ],
    [
      'with a value in a pattern',
      check([send(get('/'), [body.matches('^{{word}}$')])], { values: { word: make.word } }),
    ],
    [
      'that compares with a value',
      check([send(get('/'), [json('n').lessThan('{{n}}')])], { values: { n: make.int(1, 2) } }),
    ],
    ['with a token in a header', check([send(get('/'), [jwt(header('authorization'), 'payload', 'sub').equals('a')])])],
    ['that asks OPTIONS of all', check([send({ method: 'OPTIONS', path: '*', headers: [] }, [])])],
  ])('%s', (_, one) => {
    expect(() => validateCheck(one)).not.toThrow()
  })
})

describe('a check is its author’s to mend', () => {
  const abort = (how: { ms: number } | { chunks: number }) => check([send(get('/'), [], { abort: how })])
  const generating = (generator: Generator) => check([plain], { values: { a: generator } })
  test.each<[string, Check, string]>([
    ['without steps', check([]), 'In the check "a-check": could not judge it'],
    [
      'with a name that nobody knows',
      check([plain, send(get('/{{id}}'), [])]),
      'In the check "a-check", step 2: could not fill in {{id}}',
    ],
    ['with a name that is saved too late', check([send(get('/{{id}}'), [], { save: { id: body.subject } })]), '{{id}}'],
    ['with a name that no expectation knows', check([send(get('/'), [body.not.contains('{{id}}')])]), '{{id}}'],
    [
      'with a name that no advice knows',
      check([send(get('/'), [], { advice: [{ when: [body.equals('{{id}}')], say: '' }] })]),
      '{{id}}',
    ],
    [
      'whose environment names what is saved',
      check([send(get('/'), [], { save: { id: body.subject } })], { env: { A: '{{id}}' } }),
      '{{id}}',
    ],
    [
      'that saves a name twice',
      check([send(get('/'), [], { save: { id: body.subject } }), send(get('/'), [], { save: { id: body.subject } })]),
      'step 2: could not save "id"',
    ],
    [
      'that saves a generated name',
      check([send(get('/'), [], { save: { a: body.subject } })], { values: { a: make.word } }),
      'could not save "a"',
    ],
    [
      'with a name that cannot stand in braces',
      check([plain], { values: { userId: make.word } }),
      'could not use "userId" as a value\'s name',
    ],
    [
      'that uses a socket before it is open',
      check([say('a', 'hi'), open('a', '/ws')]),
      'step 1: could not use the socket "a"',
    ],
    [
      'that uses a socket after it closed it',
      check([open('a', '/ws'), hangUp('a'), say('a', 'hi')]),
      'step 3: could not use',
    ],
    ['that uses a socket that is refused', check([open('a', '/ws', [status(403)]), say('a', 'hi')]), 'could not use'],
    ['that opens a socket twice', check([open('a', '/ws'), open('a', '/ws')]), 'step 2: could not open the socket "a"'],
    ['that starts a running app', check([plain, start()]), 'could not start the app'],
    [
      'that sends to an app that is not to start',
      check([start({}, [started.equals(false)]), plain]),
      'step 2: could not send',
    ],
    [
      'that asks that an app is started',
      check([start({}, [started.equals(true)])]),
      'could not ask that the app is started',
    ],
    [
      'that asks of a stop whether the app is started',
      check([stop([started.equals(false)])]),
      'could not look at the subject',
    ],
    ['that stops a stopped app', check([stop(), stop()]), 'could not stop the app'],
    ['that sends to a stopped app', check([stop(), plain]), 'could not send anything'],
    ['that waits too long', check([wait(51)]), 'could not wait 51 ms'],
    ['that waits too often', check([wait(1), wait(1), wait(1)]), 'could not wait again'],
    ['that goes away too late', abort({ ms: 51 }), 'could not wait 51 ms'],
    ['that goes away before anything came', abort({ chunks: 0 }), 'could not go away after 0 chunks'],
    ['that allows no time', check([send(get('/'), [], { timeLimit: 0 })]), 'could not allow 0 ms'],
    ['with a parallel step of nothing', check([together([])]), 'could not send at once'],
    [
      'that waits for a message and expects nothing',
      check([open('a', '/ws'), hear('a', [log().exists()])]),
      'could not wait for a message',
    ],
    [
      'with a close code of the server',
      check([open('a', '/ws'), hangUp('a', [], { code: 1001 })]),
      'could not close with code 1001',
    ],
    [
      'with a close reason that is too long',
      check([open('a', '/ws'), hangUp('a', [], { reason: 'ü'.repeat(62) })]),
      'more than 123 bytes',
    ],
    ['with a path that is not one', check([send(get('items'), [])]), 'could not send a request to "items"'],
    ['with a path that is not encoded', check([send(get('/a b'), [])]), 'could not send a request to "/a b"'],
    ['with a fragment', check([send(get('/a#b'), [])]), 'could not send'],
    [
      'with a method that is none',
      check([send({ method: 'GET IT', path: '/', headers: [] }, [])]),
      'that is no method',
    ],
    ['with a header that is none', check([send(get('/', [['a b', '']]), [])]), 'could not send the header "a b"'],
    ['with a pattern that is none', check([send(get('/'), [body.matches('(')])]), 'could not use the pattern "("'],
    [
      'with a JSON path that is none',
      check([send(get('/'), [json('a..b').exists()])]),
      'could not read the JSON path "a..b"',
    ],
    ['with a path to save that is none', check([send(get('/'), [], { save: { a: json('..').subject } })]), 'JSON path'],
    [
      'with a path into a message that is none',
      check([open('a', '/'), hear('a', [message('[').exists()])]),
      'JSON path',
    ],
    [
      'with a schema that is none',
      check([send(get('/'), [json().matchesSchema({ type: 'int' })])]),
      'there is no type "int"',
    ],
    ['with a negative length', check([send(get('/'), [body.hasLength(-1)])]), 'could not ask for the length -1'],
    ['with one of nothing', check([send(get('/'), [body.oneOf()])]), 'it lists no values'],
    ['that compares with a text', check([send(get('/'), [json().lessThan('ten')])]), 'could not compare with "ten"'],
    [
      'that asks a status for a text',
      check([send(get('/'), [anyStatus.contains('20')])]),
      'could not ask "contains" of the subject "status"',
    ],
    [
      'that asks an item for what no item is',
      check([send(get('/'), [chunks.some(is.lessThan(3))])]),
      'of an item of the subject "chunks"',
    ],
    ['that asks whether there is a body', check([send(get('/'), [body.exists()])]), 'could not ask "exists"'],
    [
      'that looks for statuses in one answer',
      check([send(get('/'), [statuses.hasLength(1)])]),
      'could not look at the subject "statuses"',
    ],
    [
      'that looks for a body in several',
      check([together([ask(get('/'))], [body.equals('')])]),
      'a step of kind "parallel" has none',
    ],
    [
      'that looks for console lines of one of several',
      check([together([ask(get('/'), [log().exists()])])]),
      'step 1, request 1: could not look at the subject "log"',
    ],
    [
      'that waits for a message of which it saves nothing',
      check([open('a', '/'), hear('a', [], { save: {} })]),
      'nothing is expected of it',
    ],
    ['that closes with half a code', check([open('a', '/'), hangUp('a', [], { code: 3000.5 })]), 'with code 3000.5'],
    ['with braces in a header’s name', check([send(get('/', [['x{y', '1']]), [])]), 'could not send the header "x{y"'],
    ['with a protocol that is no name', check([open('a', '/', [], { protocols: ['a b'] })]), 'the protocol "a b"'],
    ['with a protocol twice', check([open('a', '/', [], { protocols: ['a', 'a'] })]), 'it is asked for before'],
    [
      'with more sockets than an engine has room for',
      check(Array.from({ length: 17 }, (_, index) => open(`s${index}`, '/'))),
      'step 17: could not open the socket "s16": because a check opens 16 at most',
    ],
    ['that looks for a message in a close', check([open('a', '/'), hangUp('a', [hi])]), 'subject "message"'],
    [
      'that looks for a token in numbers',
      check([send(get('/'), [jwt(anyStatus, 'header').exists()])]),
      'could not look for a token in the subject "status"',
    ],
    ['with a generator out of order', generating(make.int(2, 1)), 'min is more than max'],
    ['with a generator of half numbers', generating(make.int(0.5, 1)), 'its bounds are not whole'],
    ['with a generator without choice', generating(make.choice()), 'there is nothing to choose from'],
    ['with a generator without words', generating(make.text(0)), 'it has no words'],
    ['with a generator of endless words', generating(make.text(1e9)), 'it has more than 10000 words'],
    ['with a generator of endless digits', generating(make.hex(1e9)), 'it has more than 10000 digits'],
    ['with a generator beyond whole numbers', generating(make.int(0, 1e300)), 'its bounds are not whole'],
    ['with a generator beyond decimal numbers', generating(make.decimal(0, 1e300, 2)), 'its bounds have more than'],
    ['with a generator without digits', generating(make.hex(0)), 'it has no digits'],
    ['with a generator that has no room', generating(make.decimal(0.11, 0.14, 1)), 'no number'],
    ['with a generator of too many digits', generating(make.decimal(0, 1, 10)), 'its digits after the point'],
  ])('%s', (_, one, why) => {
    expect(() => validateCheck(one)).toThrow(AuthoringError)
    expect(() => validateCheck(one)).toThrow(why)
  })
})

test('a check that was found valid is not looked at again', () => {
  const steps = [plain]
  const one = check(steps)
  validateCheck(one)
  steps.push(send(get('/{{unknown}}'), []))
  expect(() => validateCheck(one)).not.toThrow()
  expect(() => validateCheck(check(steps))).toThrow(AuthoringError)
})

test('source files can be looked at after any step that expects something', () => {
  const text = source('app.ts').contains('x')
  const steps = [send(get('/'), [text]), open('a', '/'), hear('a', [hi, text]), hangUp('a', [text]), stop([text])]
  expect(() => validateCheck(check(steps))).not.toThrow()
})
