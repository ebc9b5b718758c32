/**
 * What the rendition of question 9 has to do. Books and pages are other than the brief's wherever it does not matter.
 * @module
 */

import { ask, get, is, json, mediaType, post, send, status, together } from '../../src/check/authoring.ts'
import type { Check } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import type { HeaderList } from '../../src/http/http.ts'
import {
  badPage,
  badToken,
  closed,
  committed,
  guardFirst,
  mixedUp,
  noToken,
  once,
  order,
  own,
  paged,
  perRequest,
  refused,
  shared,
  unguarded,
} from './advice.ts'

const TOKEN: HeaderList = [['X-Token', 'library-card']]
const WRONG: HeaderList = [['X-Token', 'bus-ticket']]

const isJson = mediaType('application/json')

/** A 422 as FastAPI sends it. Only `loc` is held to: the wording differs between releases of FastAPI. */
const invalidAt = (...loc: string[]): Expectation[] => [
  status(422),
  isJson,
  json('detail').hasType('array'),
  json('detail[0].loc').equals(loc),
  json('detail[0].msg').hasAtLeast(1),
]

const noTokenAnswer = invalidAt('header', 'x-token')
const badTokenAnswer = [status(400), isJson, json().equals({ detail: 'X-Token header invalid' })]

const pageOf = (skip: number, limit: number, ...items: string[]): Expectation[] => [
  status(200),
  isJson,
  json().equals({ skip, limit, items }),
]

export default [
  {
    id: 'page',
    title: 'GET /books sends the page that skip and limit ask for',
    why: 'The two parameters come from a dependency. The handler is handed a page, with the defaults filled in, and does not know where it came from.',
    steps: [
      send(
        get('/books'),
        pageOf(
          0,
          10,
          'Cranford',
          'Emma',
          'Evelina',
          'Middlemarch',
          'Persuasion',
          'Romola',
          'Shirley',
          'Silas Marner',
          'The Professor',
          'Villette',
        ),
        { advice: paged },
      ),
      send(get('/books?skip=4&limit=3'), pageOf(4, 3, 'Persuasion', 'Romola', 'Shirley'), { advice: paged }),
      send(get('/books?limit=1'), pageOf(0, 1, 'Cranford'), { advice: paged }),
      send(get('/books?skip=10&limit=100'), pageOf(10, 100, 'Walden', 'Waverley'), { advice: paged }),
    ],
  },
  {
    id: 'page-invalid',
    title: 'GET /books answers 422 to a skip or a limit that will not do',
    why: 'A dependency is validated like a handler. A bad value is refused inside it, so that no handler has to look again.',
    steps: [
      send(get('/books?skip=-1'), invalidAt('query', 'skip'), { advice: badPage }),
      send(get('/books?skip=2x'), invalidAt('query', 'skip'), { advice: badPage }),
      send(get('/books?limit=ten'), invalidAt('query', 'limit'), { advice: badPage }),
      send(get('/books?limit=0'), invalidAt('query', 'limit'), { advice: badPage }),
      send(get('/books?limit=101'), invalidAt('query', 'limit'), { advice: badPage }),
    ],
  },
  {
    id: 'page-shared',
    title: 'GET /members takes the same skip and limit',
    why: 'What is written once is the same everywhere: names, defaults, bounds and the answer to a bad value.',
    steps: [
      send(get('/members', TOKEN), pageOf(0, 10, 'Ada', 'Alan', 'Barbara', 'Edsger', 'Grace'), { advice: shared }),
      send(get('/members?skip=1&limit=2', TOKEN), pageOf(1, 2, 'Alan', 'Barbara'), { advice: shared }),
      send(get('/members?skip=one', TOKEN), invalidAt('query', 'skip'), { advice: badPage }),
      send(get('/members?limit=0', TOKEN), invalidAt('query', 'limit'), { advice: badPage }),
    ],
  },
  {
    id: 'token-missing',
    title: 'GET /members answers 422 without X-Token, and GET /books needs none',
    why: 'A guard is a dependency that is there for what it refuses. Its header is required, so a request without it is invalid; the route beside it is not touched.',
    steps: [
      send(get('/members'), noTokenAnswer, { advice: noToken }),
      send(get('/books?limit=2'), [status(200)], { advice: unguarded }),
    ],
  },
  {
    id: 'token-wrong',
    title: 'GET /members answers 400 to a wrong X-Token',
    why: 'The header is there, and only the guard knows that it is not good enough. It says so by raising, which ends the request before the handler.',
    steps: [send(get('/members', WRONG), badTokenAnswer, { advice: badToken })],
  },
  {
    id: 'group-guarded',
    title: 'Every route under /desk is guarded',
    why: 'A guard that belongs to the group cannot be forgotten at the next route that somebody adds to it.',
    steps: [
      send(get('/desk/report'), noTokenAnswer, { advice: noToken }),
      send(get('/desk/loans', WRONG), badTokenAnswer, { advice: badToken }),
      send(post('/desk/exchanges/Emma/Romola'), noTokenAnswer, { advice: noToken }),
    ],
  },
  {
    id: 'guard-first',
    title: 'A request with a wrong X-Token opens no session',
    why: 'The guard of a group runs before the dependencies of its routes. Whoever has no business here should cost nothing.',
    steps: [
      send(post('/desk/exchanges/Emma/Romola', WRONG), [status(400)], { advice: badToken }),
      send(get('/desk/report', WRONG), [status(400)], { advice: badToken }),
      send(get('/log'), [status(200), isJson, json().equals([])], { advice: guardFirst }),
    ],
  },
  {
    id: 'session-once',
    title: 'GET /desk/report counts books and members in one session',
    why: 'Two dependencies ask for the session, and both get the same one: within a request, FastAPI calls a dependency once. Here it means that both counts are of the same moment.',
    steps: [
      send(get('/desk/report', TOKEN), [status(200), isJson, json().equals({ books: 12, members: 5 })], {
        advice: once,
      }),
      send(get('/log'), [status(200), json().equals(['open 1', 'close 1'])], { advice: once }),
    ],
  },
  {
    id: 'session-per-request',
    title: 'The next request has a session of its own',
    why: 'What is remembered is remembered for one request only. Anything longer would hand a closed session, or that of somebody else, to the next.',
    steps: [
      send(get('/desk/loans', TOKEN), [status(200), isJson, json().equals(['Emma', 'Villette'])]),
      send(get('/desk/loans', TOKEN), [status(200), json().equals(['Emma', 'Villette'])], { advice: perRequest }),
      send(get('/log'), [json().equals(['open 1', 'close 1', 'open 2', 'close 2'])], { advice: perRequest }),
    ],
  },
  {
    id: 'session-own',
    title: 'An exchange writes its note in a second session',
    why: 'use_cache=False asks for a call of its own. The auditors want to read of a refused exchange as well, so the note must not be part of the transaction that is rolled back.',
    steps: [
      send(post('/desk/exchanges/Villette/Emma', TOKEN), []),
      send(get('/log'), [json().some(is.equals('note 2 Emma for Villette: refused'))], { advice: own }),
    ],
  },
  {
    id: 'exchange',
    title: 'POST /desk/exchanges/{returned}/{wanted} answers 201, and the loans have changed',
    why: 'The transaction is a dependency that has another, the session. It commits when the handler is done, so the handler itself has nothing to say about it.',
    steps: [
      send(
        post('/desk/exchanges/Villette/Shirley', TOKEN),
        [status(201), isJson, json().equals({ returned: 'Villette', lent: 'Shirley' })],
        {
          advice: [
            {
              when: [status(200)],
              say: '200 is the default for every method. Pass the status as the second argument: c.json(data, 201).',
            },
          ],
        },
      ),
      send(get('/desk/loans', TOKEN), [status(200), json().equals(['Emma', 'Shirley'])], { advice: committed }),
    ],
  },
  {
    id: 'closing-order',
    title: 'What an exchange opened last is closed first',
    why: 'A dependency is closed after all that may use it. The commit needs the session, so the session is closed after it.',
    steps: [
      send(post('/desk/exchanges/Emma/Romola', TOKEN), []),
      send(
        get('/log'),
        [
          json().equals([
            'open 1',
            'begin 1',
            'open 2',
            'note 2 Romola for Emma: lent',
            'close 2',
            'commit 1',
            'close 1',
          ]),
        ],
        { advice: order },
      ),
    ],
  },
  {
    id: 'rollback',
    title: 'An exchange for a book that is lent answers 409 and changes nothing',
    why: 'The error of the handler is raised at the yield, so that the transaction can roll back; then it goes on its way to the client.',
    steps: [
      send(
        post('/desk/exchanges/Emma/Villette', TOKEN),
        [status(409), isJson, json().equals({ detail: 'Villette is lent' })],
        { advice: refused },
      ),
      send(get('/desk/loans', TOKEN), [status(200), json().equals(['Emma', 'Villette'])], { advice: refused }),
      send(get('/log'), [json().some(is.equals('rollback 1'))], { advice: refused }),
    ],
  },
  {
    id: 'closed-after-error',
    title: 'Both sessions are closed also when the handler raises',
    why: 'A connection that stays open after an error is missed only when there are no more of them, usually at night.',
    steps: [
      send(post('/desk/exchanges/Villette/Emma', TOKEN), []),
      send(get('/log'), [json().some(is.equals('close 2')), json().some(is.equals('close 1'))], { advice: closed }),
    ],
  },
  {
    id: 'side-by-side',
    title: 'Requests that are answered at once have nothing in common',
    why: 'While one handler waits for the database, others run. What a dependency leaves for its handler must be found by that handler only.',
    steps: [
      together(
        [
          ask(get('/books?skip=1&limit=1'), pageOf(1, 1, 'Emma'), { advice: mixedUp(1, 1) }),
          ask(get('/books?skip=3&limit=2'), pageOf(3, 2, 'Middlemarch', 'Persuasion'), { advice: mixedUp(3, 2) }),
          ask(get('/members?skip=4&limit=5', TOKEN), pageOf(4, 5, 'Grace'), { advice: mixedUp(4, 5) }),
          ask(get('/books?skip=11&limit=9'), pageOf(11, 9, 'Waverley'), { advice: mixedUp(11, 9) }),
          ask(get('/members?skip=0&limit=2', TOKEN), pageOf(0, 2, 'Ada', 'Alan'), { advice: mixedUp(0, 2) }),
          ask(get('/members?limit=3', WRONG), badTokenAnswer, { advice: badToken }),
        ],
        [],
      ),
    ],
  },
] satisfies Check[]
