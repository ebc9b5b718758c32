/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { header, headerItems, is, json, log, mediaType, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

export const wayInAndOut: Advice[] = [
  {
    when: [json('[0]').equals('inner in')],
    say: 'The way is turned round. In Hono the middleware that is registered first is the outermost, in FastAPI the one that is added last: write them in the order in which a request shall meet them.',
  },
  {
    when: [json('[0]').equals('outer in'), json('[1]').equals('outer out')],
    say: 'It says "out" before anything inside has run. Write it after await next(), which comes back when the answer is there.',
  },
  {
    when: [json('[0]').equals('outer in'), json('[1]').equals('inner in'), json('[2]').equals('inner out')],
    say: 'It says "out" before the handler has run. Write it after await next(), which comes back when the answer is there.',
  },
  {
    when: [json('[0]').equals('outer in'), json().not.some(is.equals('outer out'))],
    say: 'The way in is there, the way out is not. What stands after await next() in a middleware runs on the way out.',
  },
  {
    when: [json('[0]').startsWith('order ')],
    say: 'Only the handler has written. A middleware sees the requests of the routes that are registered after it, so app.use(…) comes before them.',
  },
]

const emptyJournal: Advice = {
  when: [json().equals([])],
  say: 'The journal is empty. "outer" and "inner" are two middlewares that write on the way in and on the way out; even the request for the journal meets them on its way in.',
}

/** The request for the journal says so of itself. */
const outTooSoon: Advice = {
  when: [
    json().some(is.equals('inner out')),
    json().some(is.equals('outer out')),
    json('[0]').equals('outer in'),
    json('[1]').equals('outer out'),
  ],
  say: 'Some have written "out" before anything inside has run. Write it after await next(), which comes back when the answer is there.',
}

export const refusedInside: Advice[] = [
  emptyJournal,
  outTooSoon,
  {
    when: [json('[0]').equals('outer in'), json('[1]').equals('inner in')],
    say: 'The refused request has reached "inner". Register the guard before it, so that it lies inside of the guard.',
  },
  {
    when: [json('[0]').equals('inner in'), json('[1]').equals('inner out')],
    say: 'The refused request has met "inner" and not "outer". The first that is registered is the outermost.',
  },
  {
    when: [json('[0]').equals('outer in'), json().hasLength(2)],
    say: 'The refused request has met neither of the two. "outer" lies outside of the guard: register it before the guard.',
  },
]

export const refused: Advice[] = [
  {
    when: [status(204)],
    say: "It was let in. Compare c.req.header('X-API-Key') with the key, and return the 403 instead of calling next() when it is another or none.",
  },
  {
    when: [status(200), json('detail').exists()],
    say: 'The body says no, the status says that all is well. It is the second argument: c.json({ detail: … }, 403).',
  },
  {
    when: [status(401)],
    say: '401 asks who is there, and comes with WWW-Authenticate. This guard knows enough to refuse: 403.',
  },
  {
    when: [status(403), mediaType('text/plain')],
    say: 'Hono sends the message of an HTTPException as text. In the middleware, return c.json({ detail: … }, 403).',
  },
  {
    when: [status(404)],
    say: "It was not refused, and then no route was found. Register the guard for all paths below /admin, with app.use('/admin/*', …): it runs whether or not there is a route.",
  },
]

export const stillThere: Advice[] = [
  {
    when: [json().equals([])],
    say: 'The refused request has deleted the orders all the same. Refuse before next() is called: what comes after it is too late, since the handler has run.',
  },
]

export const otherPath: Advice[] = [
  {
    when: [status(403)],
    say: "/administration only begins like the guarded paths. The pattern '/admin/*' is for what lies below /admin; with a path of your own making, compare with '/admin/' and its slash.",
  },
]

export const admitted: Advice[] = [
  {
    when: [status(403)],
    say: "The key is right, and the request was refused. Header names are read without regard to case, values with it: c.req.header('X-API-Key') === 'open-sesame'.",
  },
  {
    when: [status(500)],
    say: 'A 204 has no body, so a middleware that reads the answer and makes a new one of it breaks here. Change its headers only: c.header(…) after await next().',
  },
  {
    when: [status(200)],
    say: 'The status was 204 when the handler answered. A middleware that builds a new answer loses it: change the headers only, with c.header(…).',
  },
]

export const created: Advice[] = [
  {
    when: [log('error').some(is.matches('[Bb]ody'))],
    say: 'A middleware has read the body, and a body can be read once only: nothing is left to be sent. One that looks at it has to look at a copy, c.res.clone().',
  },
  {
    when: [status(200)],
    say: 'The handler says 201, and 200 came out. A middleware that builds a new answer loses the status: change the headers only, with c.header(…).',
  },
]

export const noClock: Advice[] = [
  {
    when: [status(404), header('x-process-time').absent()],
    say: 'Where no route matches, middleware runs as well, if it is registered for all paths: app.use(clock).',
  },
  {
    when: [status(403), header('x-process-time').absent()],
    say: 'The clock lies inside of the guard, and so never sees what the guard refuses. Register it before the guard.',
  },
  {
    when: [status(200), header('x-process-time').absent()],
    say: "The answer has no X-Process-Time. After await next(), c.header('X-Process-Time', …) sets it on the answer that came.",
  },
  {
    when: [header('x-process-time').matches('[a-z]s?$')],
    say: 'The header is a plain number, without a unit.',
  },
]

export const shortClock: Advice[] = [
  {
    when: [header('x-process-time').matches('^[1-9]\\d')],
    say: 'These are milliseconds. X-Process-Time is in seconds, as in FastAPI: divide by 1000.',
  },
  {
    when: [header('x-process-time').matches('^(0(\\.0\\d*)?|\\d(\\.\\d+)?e-\\d+)$')],
    say: 'The clock was read before the handler had answered. await next() comes back when it has: read the clock again after it.',
  },
]

export const requestIdOfTheClient: Advice[] = [
  {
    when: [header('x-request-id').hasFormat('uuid')],
    say: "An id was made, although the request brought one. Take c.req.header('X-Request-ID') when it is there.",
  },
  {
    when: [status(404), header('x-request-id').absent()],
    say: 'Where no route matches, middleware runs as well, if it is registered for all paths: app.use(…).',
  },
  {
    when: [status(200), header('x-request-id').absent()],
    say: "The answer has no X-Request-ID. requestId() of hono/request-id sets it; by hand it is c.header('X-Request-ID', id).",
  },
]

export const requestIdMade: Advice[] = [
  {
    when: [header('x-request-id').absent()],
    say: 'The request brought no id, so one has to be made: crypto.randomUUID().',
  },
]

export const requestIdAgain: Advice[] = [
  {
    when: [header('x-request-id').hasFormat('uuid')],
    say: 'Two requests have the same id. Make it inside of the middleware, which runs for each request; what stands outside of it runs once.',
  },
]

export const requestIdHandedOn: Advice[] = [
  {
    when: [status(201), json('request_id').absent()],
    say: "The order has no request_id. A middleware hands a value on with c.set('requestId', id), the handler takes it with c.get('requestId'). JSON leaves out what is undefined.",
  },
  {
    when: [status(201), json('request_id').hasFormat('uuid')],
    say: 'This is an id, but not the one in the header X-Request-ID. Take the one that the middleware has settled on, with c.get.',
  },
]

export const refusedHeaders: Advice[] = [
  {
    when: [status(403), header('x-request-id').absent()],
    say: 'The guard refuses before the request has an id. Whatever every answer needs lies outside of the guard: register it earlier.',
  },
  {
    when: [status(403), header('access-control-allow-origin').absent()],
    say: 'Without Access-Control-Allow-Origin the page cannot see this 403, only a network error. CORS is the outermost: register it first.',
  },
  ...noClock,
  ...requestIdOfTheClient,
]

export const preflight: Advice[] = [
  {
    when: [status(403)],
    say: 'The guard has refused the preflight, which never carries a key: the browser sends it by itself, to ask. CORS answers it before the guard can: register cors(…) first.',
  },
  {
    when: [status(404)],
    say: 'Nobody has answered the preflight. cors(…) of hono/cors does, when it is registered with app.use before the routes.',
  },
  {
    when: [header('access-control-allow-origin').equals('*')],
    say: 'A star lets every page in, and is of no use with credentials. Name the origin: cors({ origin: […] }).',
  },
  {
    when: [header('access-control-allow-origin').exists(), header('access-control-allow-credentials').absent()],
    say: 'The page may ask, but not with its cookies: credentials: true says that it may.',
  },
  {
    when: [
      header('access-control-allow-origin').exists(),
      headerItems('access-control-allow-methods').some(is.equals('patch')),
    ],
    say: 'These are the methods that hono/cors allows by default. Name those of the task: allowMethods.',
  },
  {
    when: [header('access-control-allow-origin').exists(), header('access-control-allow-headers').exists()],
    say: 'The page wants to send X-API-Key, which is no header that every page may send. allowHeaders lists it.',
  },
]

export const preflightJournal: Advice[] = [
  emptyJournal,
  outTooSoon,
  {
    when: [json().some(is.equals('outer out')), json().not.some(is.equals('inner out'))],
    say: 'The preflight has passed "outer". CORS is the outermost, so nothing else sees it: register cors(…) before all others.',
  },
  {
    when: [json().some(is.equals('inner out')), json('[1]').not.equals('outer out')],
    say: 'The preflight went through other middleware, and CORS has not answered it first. Register cors(…) before all others.',
  },
]

export const simple: Advice[] = [
  {
    when: [header('access-control-allow-origin').absent()],
    say: "A page at this origin may not read the answer. cors({ origin: ['https://shop.example'] }) lets it.",
  },
  {
    when: [header('access-control-allow-origin').equals('*')],
    say: 'A star lets every page in, and browsers do not take it together with credentials. Name the origin.',
  },
  {
    when: [header('access-control-allow-origin').exists(), header('vary').absent()],
    say: "The answer depends on Origin, and does not say so. Without Vary: Origin a cache hands one page's answer to another.",
  },
  {
    when: [header('access-control-allow-origin').exists(), header('access-control-expose-headers').absent()],
    say: 'A script sees few headers of an answer from elsewhere. exposeHeaders lists the others that it may see.',
  },
]

export const foreign: Advice[] = [
  {
    when: [header('access-control-allow-origin').equals('*')],
    say: "A star lets every page in. List the origins that may: cors({ origin: ['https://shop.example'] }).",
  },
  {
    when: [header('access-control-allow-origin').exists()],
    say: 'This origin is none of those that may. Compare the whole text, and send no Access-Control-Allow-Origin when it is another: cors with a list of origins does so.',
  },
  {
    when: [status(403)],
    say: 'CORS refuses nothing by itself: the server answers as ever, and the browser keeps the answer from the page when the header is not there.',
  },
]

export const anyHeader: Advice[] = [
  {
    when: [header('access-control-allow-headers').exists()],
    say: 'A page may send X-API-Key, and this answer allows whatever it asked for. Without allowHeaders, cors() gives back every header that the preflight names.',
  },
]
