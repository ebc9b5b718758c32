/**
 * What the rendition of question 11 has to do. Names and ids are other than the brief's wherever it does not matter.
 * @module
 */

import {
  anyStatus,
  body,
  del,
  get,
  header,
  headerItems,
  is,
  json,
  make,
  mediaType,
  options,
  post,
  send,
  status,
} from '../../src/check/authoring.ts'
import type { Check } from '../../src/check/check.ts'
import {
  admitted,
  anyHeader,
  created,
  foreign,
  noClock,
  otherPath,
  preflight,
  preflightJournal,
  refused,
  refusedHeaders,
  refusedInside,
  requestIdAgain,
  requestIdHandedOn,
  requestIdMade,
  requestIdOfTheClient,
  shortClock,
  simple,
  stillThere,
  wayInAndOut,
} from './advice.ts'

const isJson = mediaType('application/json')
const isSeconds = header('x-process-time').matches('^\\d+(\\.\\d+)?(e-\\d+)?$')
const refuses = [status(403), isJson, json().equals({ detail: 'Admins only' })]
const isClosedTo = [header('access-control-allow-origin').absent()]

const ADMIN = ['X-API-Key', 'open-sesame'] as const
const SHOP = ['Origin', 'https://shop.example'] as const
/** Where nobody looks at the id of the request. */
const ID = ['X-Request-ID', 'till-7'] as const

/** What a request leaves in the journal by the time it is answered with it. */
const READING = ['outer in', 'inner in']

export default [
  {
    id: 'order',
    title: 'A request meets outer, inner and the handler, and its answer inner and outer',
    why: 'Middleware lies around the handler in layers. What it does before it calls the next layer happens on the way in, and what it does afterwards on the way out, in the opposite order.',
    values: { drink: make.word },
    steps: [
      send(post('/orders/{{drink}}', [ID]), []),
      send(
        get('/journal'),
        [json().equals(['outer in', 'inner in', 'order {{drink}}', 'inner out', 'outer out', ...READING])],
        { advice: wayInAndOut },
      ),
    ],
  },
  {
    id: 'refused-answer',
    title: 'DELETE /admin/orders answers 403 as JSON without the key, and with another',
    why: 'A middleware may answer by itself. In FastAPI it has to return a response: an HTTPException that is raised in it becomes a 500, because the exception handlers lie further inside.',
    values: { key: make.word },
    steps: [
      send(del('/admin/orders'), refuses, { advice: refused }),
      send(del('/admin/orders', [['X-API-Key', '{{key}}']]), refuses, { advice: refused }),
    ],
  },
  {
    id: 'refused-effect',
    title: 'A refused DELETE /admin/orders deletes nothing',
    why: 'Whoever refuses must do so before the handler runs. A 403 that is sent afterwards is a lie: what it refuses has happened.',
    values: { drink: make.word },
    steps: [
      send(post('/orders/{{drink}}', [ID]), []),
      send(del('/admin/orders'), []),
      send(get('/orders'), [json().equals(['{{drink}}'])], { advice: stillThere }),
    ],
  },
  {
    id: 'refused-inside',
    title: 'A refused request meets outer, and never inner',
    why: 'When a layer answers by itself, all that lies inside of it is left out: middleware and handler. What lies outside sees the answer as it sees every other.',
    steps: [
      send(del('/admin/orders'), []),
      send(get('/journal'), [json().equals(['outer in', 'outer out', ...READING])], { advice: refusedInside }),
    ],
  },
  {
    id: 'refused-headers',
    title: 'A refusal has X-Request-ID, X-Process-Time and Access-Control-Allow-Origin',
    why: 'Refusals are what people ask about. They need an id to be found in the logs, and without the CORS header a page does not even see that it was a 403.',
    values: { id: make.hex(12) },
    steps: [
      send(
        del('/admin/orders', [SHOP, ['X-Request-ID', '{{id}}']]),
        [
          status(403),
          header('x-request-id').equals('{{id}}'),
          isSeconds,
          header('access-control-allow-origin').equals('https://shop.example'),
        ],
        { advice: [...refusedHeaders, ...refused] },
      ),
    ],
  },
  {
    id: 'guard-path',
    title: 'Every path below /admin needs the key, also one that does not exist, and no other path does',
    why: 'Middleware runs before a route is looked for, so an outsider cannot find out which admin paths there are. /administration has only the beginning of its name in common with them.',
    values: { path: make.hex(8) },
    steps: [
      send(get('/admin/{{path}}'), refuses, { advice: refused }),
      send(get('/admin/{{path}}', [ADMIN]), [status(404)], { advice: admitted }),
      send(get('/administration'), [status(404)], { advice: otherPath }),
    ],
  },
  {
    id: 'untouched',
    title: 'Answers come through the middleware with their status and body',
    why: 'Middleware that adds a header has no business with the rest. An answer that it takes apart and builds anew loses its status, chokes on a 204, and is held in memory while it could be streamed.',
    steps: [
      send(post('/orders/caf%C3%A9%20cr%C3%A8me', [ID]), [status(201), isJson, json('drink').equals('café crème')], {
        advice: created,
      }),
      send(get('/orders'), [status(200), isJson, json().equals(['café crème'])]),
      send(del('/admin/orders', [ADMIN]), [status(204), body.equals(''), header('content-type').absent()], {
        advice: admitted,
      }),
      send(get('/orders'), [status(200), json().equals([])]),
    ],
  },
  {
    id: 'clock',
    title: 'X-Process-Time is a number, on a 200 and on a 404',
    why: 'Requests that find no route are answered inside of the middleware as well. One that measures only what works hides what does not.',
    steps: [
      send(get('/orders'), [status(200), isSeconds], { advice: noClock }),
      send(get('/reports'), [status(404), isSeconds], { advice: noClock }),
    ],
  },
  {
    id: 'clock-covers',
    title: 'X-Process-Time of GET /slow, which takes 0.12 s, is more than 0.1 s',
    why: 'The clock is read twice, before and after everything inside. A timer never fires early by much, so the time of the handler is in it, in seconds.',
    steps: [
      send(
        get('/slow'),
        [status(200), json().equals({ done: true }), header('x-process-time').matches('^(0\\.[1-9]\\d*|1(\\.\\d+)?)$')],
        { advice: [...shortClock, ...noClock] },
      ),
    ],
  },
  {
    id: 'request-id-echo',
    title: 'X-Request-ID comes back as it was sent, on a 200 and on a 404',
    why: 'The id was given by whoever is further outside: a proxy, or another service. It joins the log lines of all of them only when everyone keeps it.',
    values: { id: make.word, other: make.hex(16) },
    steps: [
      send(get('/orders', [['X-Request-ID', '{{id}}']]), [status(200), header('x-request-id').equals('{{id}}')], {
        advice: requestIdOfTheClient,
      }),
      send(
        get('/reports', [['X-Request-ID', '{{other}}']]),
        [status(404), header('x-request-id').equals('{{other}}')],
        {
          advice: requestIdOfTheClient,
        },
      ),
    ],
  },
  {
    id: 'request-id-made',
    title: 'Without X-Request-ID the answer has a new UUID, another for every request',
    why: 'A client need not know of request ids. The first server that gets the request makes one, at random, so that no two servers ever make the same.',
    steps: [
      send(get('/orders'), [header('x-request-id').hasFormat('uuid')], {
        save: { first: header('x-request-id').subject },
        advice: requestIdMade,
      }),
      send(get('/orders'), [header('x-request-id').hasFormat('uuid'), header('x-request-id').not.equals('{{first}}')], {
        advice: [...requestIdAgain, ...requestIdMade],
      }),
    ],
  },
  {
    id: 'request-id-handler',
    title: 'POST /orders/{drink} has the id of the request in its JSON, sent or made',
    why: 'What a middleware finds out is handed on with the request: in request.state in FastAPI, in the context in Hono. A handler that looks at the header itself finds nothing when the id was made.',
    values: { drink: make.word, id: make.hex(12) },
    steps: [
      send(post('/orders/{{drink}}', [['X-Request-ID', '{{id}}']]), [json('request_id').equals('{{id}}')], {
        advice: requestIdHandedOn,
      }),
      send(post('/orders/{{drink}}'), [json('request_id').hasFormat('uuid')], { advice: requestIdHandedOn }),
    ],
  },
  {
    id: 'preflight',
    title: 'CORS answers a preflight for /admin/orders by itself, before any other middleware',
    why: 'Before a page may send a DELETE or a header of its own, the browser asks with OPTIONS, and without any key. Middleware that refuses that question shuts out the page as well.',
    values: { other: make.word },
    steps: [
      send(
        options('/admin/orders', [
          SHOP,
          ['Access-Control-Request-Method', 'DELETE'],
          ['Access-Control-Request-Headers', 'x-api-key'],
        ]),
        [
          anyStatus.oneOf(200, 204),
          header('access-control-allow-origin').equals('https://shop.example'),
          header('access-control-allow-credentials').equals('true'),
          headerItems('access-control-allow-methods').hasItems('get', 'post', 'delete'),
          headerItems('access-control-allow-headers').some(is.equals('x-api-key')),
        ],
        { advice: preflight },
      ),
      send(
        options('/admin/orders', [
          SHOP,
          ['Access-Control-Request-Method', 'DELETE'],
          ['Access-Control-Request-Headers', 'x-{{other}}'],
        ]),
        [headerItems('access-control-allow-headers').not.some(is.equals('x-{{other}}'))],
        { advice: anyHeader },
      ),
      send(get('/journal'), [json().equals(READING)], { advice: preflightJournal }),
    ],
  },
  {
    id: 'cors-simple',
    title: 'A page at https://shop.example may read the answers, and the headers X-Request-ID and X-Process-Time',
    why: 'The browser sends a plain GET at once, and looks at the headers of the answer to see whether the page may have it. Vary tells caches that the answer is another for another origin.',
    steps: [
      send(
        get('/orders', [SHOP]),
        [
          status(200),
          json().equals([]),
          header('access-control-allow-origin').equals('https://shop.example'),
          header('access-control-allow-credentials').equals('true'),
          headerItems('access-control-expose-headers').hasItems('x-request-id', 'x-process-time'),
          headerItems('vary').some(is.equals('origin')),
        ],
        { advice: simple },
      ),
    ],
  },
  {
    id: 'cors-foreign',
    title: 'Another origin gets the answer without Access-Control-Allow-Origin',
    why: 'CORS protects the user of a browser, not the server: the request is answered as ever, and it is the browser that withholds the answer. An origin that only begins like an allowed one is another.',
    values: { host: make.word },
    steps: [
      send(get('/orders', [['Origin', 'https://{{host}}.example']]), [status(200), json().equals([]), ...isClosedTo], {
        advice: foreign,
      }),
      send(get('/orders', [['Origin', 'https://shop.example.{{host}}.example']]), isClosedTo, { advice: foreign }),
      send(
        options('/orders', [
          ['Origin', 'https://{{host}}.example'],
          ['Access-Control-Request-Method', 'POST'],
        ]),
        isClosedTo,
        { advice: foreign },
      ),
    ],
  },
] satisfies Check[]
