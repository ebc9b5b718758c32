/**
 * What the rendition of question 22 has to do. Lines are looked for one by one, so that a learner's own are no mistake;
 * they are numbered, so that their order counts.
 * @module
 */

import {
  ask,
  get,
  is,
  json,
  log,
  make,
  mediaType,
  post,
  put,
  send,
  start,
  started,
  status,
  stop,
  together,
} from '../../src/check/authoring.ts'
import type { Advice, Check, SendStep } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import {
  atStart,
  cancelled,
  closedAfterFailure,
  closedAll,
  failedWarmUp,
  kept,
  known,
  listOfEnvironment,
  living,
  opensNothing,
  readiness,
  refusedList,
  unknown,
} from './advice.ts'

const isJson = mediaType('application/json')

/** Lines that the step wrote, with their numbers. */
const wrote = (...lines: string[]): Expectation[] => lines.map(line => log().some(is.equals(line)))

const isAnswer = (code: number, value: Parameters<ReturnType<typeof json>['equals']>[0]): Expectation[] => [
  status(code),
  isJson,
  json().equals(value),
]

const has = (word: string, list: string, advice: Advice[]): SendStep =>
  send(get(`/words/${word}`), isAnswer(200, { word, list }), { advice })

const lacks = (word: string, list: string, advice: Advice[]): SendStep =>
  send(get(`/words/${word}`), isAnswer(404, { detail: `${word} is not in ${list}` }), { advice })

const isWarm = send(get('/ready'), isAnswer(200, { status: 'ready' }), { advice: readiness })
const isCold = send(get('/ready'), isAnswer(503, { status: 'warming up' }), { advice: readiness })
const lives = send(get('/live'), isAnswer(200, { status: 'alive' }), { advice: living })
const finish = send(post('/warm-up/finish'), [status(204)])

/** What every handler could do by itself must not be done by any. */
const opensNone = [log().not.some(is.contains('opened')), log().not.some(is.contains('begun'))]

export default [
  {
    id: 'words',
    title: 'GET /words/{word} answers 200 for a word of the list, and 404 for any other',
    why: 'It is what the service is for. The list is english when nobody says otherwise.',
    values: { odd: make.hex(12) },
    steps: [has('meadow', 'english', known), lacks('{{odd}}', 'english', unknown)],
  },
  {
    id: 'startup',
    title: 'Pool, list and warm-up are there before the first request, in this order',
    why: 'A server that opens its database at the first request makes the first client wait, and whether the database is there at all is found out by that client.',
    steps: [start({ advice: atStart }, wrote('1 pool opened', '2 english opened', '3 warm-up begun'))],
  },
  {
    id: 'startup-once',
    title: 'No request opens anything, however many come at once',
    why: 'What is opened at startup is opened once, for all. A pool for each request is no pool.',
    steps: [
      together(
        [ask(get('/words/anchor')), ask(get('/ready')), ask(get('/words/candle')), ask(get('/live'))],
        opensNone,
        {
          advice: opensNothing,
        },
      ),
      send(put('/words/thimble'), [status(201), ...opensNone], { advice: opensNothing }),
    ],
  },
  {
    id: 'shared',
    title: 'PUT /words/{word} answers 201, and all later requests find the word',
    why: 'The list is one object that every request reaches. What one of them adds is there for all others.',
    values: { word: make.hex(8), other: make.hex(8) },
    steps: [
      send(put('/words/{{word}}'), isAnswer(201, { word: '{{word}}', list: 'english' }), { advice: known }),
      has('{{word}}', 'english', kept),
      has('lantern', 'english', kept),
      lacks('{{other}}', 'english', unknown),
    ],
  },
  {
    id: 'env',
    title: 'The environment variable WORDS chooses the list at every start',
    why: 'What differs from one machine to the next comes from the environment, and is read when the app starts.',
    env: { WORDS: 'german' },
    steps: [
      has('Laterne', 'german', listOfEnvironment),
      lacks('lantern', 'german', listOfEnvironment),
      stop(),
      start({ env: { WORDS: 'english' } }),
      has('lantern', 'english', listOfEnvironment),
    ],
  },
  {
    id: 'ready',
    title: 'GET /ready answers 503 while the list is warming up, and 200 afterwards',
    why: 'Readiness asks whether to send requests here. A load balancer reads the status and nothing else.',
    steps: [isCold, isCold, finish, isWarm],
  },
  {
    id: 'live',
    title: 'GET /live answers 200, whether it is warm or not',
    why: 'Liveness asks whether to restart the process. One that is restarted because it is still warming up begins to warm up again, and never gets through.',
    steps: [lives, finish, lives],
  },
  {
    id: 'warm-up-fails',
    title: 'When the warm-up fails, the app lives on and is not ready',
    why: 'An error in the background belongs to no request, so nobody answers for it. In Node, a rejection that nobody handles ends the process.',
    steps: [
      send(post('/warm-up/fail'), [status(204)], { advice: failedWarmUp }),
      send(get('/ready'), isAnswer(503, { status: 'warming up' }), { advice: failedWarmUp }),
      lives,
      stop(wrote('5 english closed', '6 pool closed'), { advice: closedAll }),
    ],
  },
  {
    id: 'shutdown',
    title: 'When the app is stopped, the list is closed, and then the pool',
    why: 'What was opened later may need what was opened before, so things are closed in the reverse order, one after the other.',
    steps: [finish, stop(wrote('5 english closed', '6 pool closed'), { advice: closedAll })],
  },
  {
    id: 'shutdown-early',
    title: 'A warm-up that is still going when the app is stopped is cancelled, and ends before the list is closed',
    why: 'Work in the background uses what is about to be closed. It is told to stop, and then given the time to.',
    steps: [stop(wrote('4 warm-up cancelled', '5 english closed', '6 pool closed'), { advice: cancelled })],
  },
  {
    id: 'unknown-list',
    title: 'With a list in WORDS that does not exist, the app does not start, and says that it is WORDS',
    why: 'A mistake in the settings is best found where it was made: at the start, with the name of the variable. Whoever reads the log has not written the code.',
    values: { name: make.hex(6) },
    steps: [
      start({ env: { WORDS: '{{name}}' }, advice: refusedList }, [
        started.equals(false),
        log().some(is.contains('WORDS')),
        log().some(is.contains('{{name}}')),
      ]),
      start(),
      has('anchor', 'english', known),
    ],
  },
  {
    id: 'failed-start',
    title: 'When the list cannot be opened (WORDS=latin), the app does not start, and the pool is closed again',
    why: 'The database does not know that the start failed: to it, every attempt is one more client that says nothing. A process that is started over and over uses up all connections.',
    steps: [
      start({ env: { WORDS: 'latin' }, advice: closedAfterFailure }, [
        started.equals(false),
        ...wrote('1 pool opened', '2 pool closed'),
      ]),
    ],
  },
] satisfies Check[]
