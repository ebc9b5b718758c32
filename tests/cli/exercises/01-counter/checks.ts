/**
 * Checks that ask of a server of one's own all that it can be asked for.
 * @module
 */

import { body, get, is, json, log, make, send, source, start, started, stop } from '../../../../src/check/authoring.ts'
import type { Check } from '../../../../src/check/check.ts'

const count = (expected: number) => send(get('/count'), [json('count').equals(expected)])

export default [
  { id: 'counts', title: 'GET /count counts', why: 'It is asked.', steps: [count(1), count(2)] },
  {
    id: 'greets',
    title: 'GET /greeting sends back the greeting of the environment, and logs the request',
    why: 'It is asked.',
    env: { GREETING: 'Hello {{name}}' },
    values: { name: make.word },
    steps: [send(get('/greeting'), [body.equals('Hello {{name}}'), log('log').equals(['asked GET /greeting'])])],
  },
  {
    id: 'restarts',
    title: 'GET /count begins again when the server was stopped, which says goodbye',
    why: 'It is asked.',
    steps: [count(1), stop([log().some(is.equals('bye'))]), start(), count(1)],
  },
  {
    id: 'refuses',
    title: 'An odd GREETING keeps the server from starting, and it says so',
    why: 'It is asked.',
    steps: [
      start({ env: { GREETING: 'odd' } }, [started.equals(false), log('error').some(is.contains('GREETING is odd'))]),
      start({}, [log('log').equals(['ready'])]),
      count(1),
    ],
  },
  {
    id: 'reads',
    title: 'app.ts counts',
    why: 'It is asked.',
    steps: [send(get('/count'), [source('app.ts').contains('count')])],
  },
] satisfies Check[]
