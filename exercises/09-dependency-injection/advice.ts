/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { body, header, is, json, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

const CLOSED: Advice = {
  when: [status(500)],
  say: 'The handler failed; the console shows how. "session 1 is closed" means one of two things. Either it was closed before the handler had read from it: a dependency waits with await next(), and closes then. Or it is the session of an earlier request: what is remembered belongs to one request.',
}

const FOR_EVERYBODY: Advice = {
  when: [status(422), json('detail[0].loc').equals(['header', 'x-token'])],
  say: 'GET /books and GET /log are for everybody. The guard belongs to GET /members, app.get("/members", guard, …), and to the group /desk; not before the whole app.',
}

const NOT_THERE: Advice = {
  when: [status(404)],
  say: 'Nothing answers under this address. Routes of a group are found under its prefix, once the group is part of the app: app.route("/desk", desk).',
}

const errorShape: Advice[] = [
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), json('loc').exists()],
    say: 'The entry is right, but it belongs into a list under detail: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [header('content-type').contains('text/plain'), body.not.equals('404 Not Found'), status(422)],
    say: 'The status is right, but the body is text: that is how Hono sends the message of an HTTPException. Give the exception an answer of its own, new HTTPException(422, { res: Response.json(...) }), or turn it into JSON in app.onError.',
  },
]

export const paged: Advice[] = [
  {
    when: [status(200), json().hasType('array')],
    say: 'The page goes out with what it is a page of: { "skip": 0, "limit": 10, "items": [...] }.',
  },
  {
    when: [status(200), json('skip').hasType('string')],
    say: 'What is read from a query is text, and JSON keeps it as text. Turn it into a number once, where it is read.',
  },
  {
    when: [status(200), json('limit').equals(100), json('skip').equals(0)],
    say: 'A request without a limit gets ten: 10 is the default, 100 is the most that may be asked for.',
  },
  {
    when: [status(200), json('skip').equals(4), json('items').equals([])],
    say: 'slice() takes the place where it ends, not a number of items: items.slice(skip, skip + limit).',
  },
  CLOSED,
  FOR_EVERYBODY,
]

export const badPage: Advice[] = [
  {
    when: [status(400)],
    say: 'FastAPI answers 422 when a parameter has the wrong type or is out of bounds. 400 is what this API says of a wrong token.',
  },
  {
    when: [status(200)],
    say: 'The value was accepted. skip is a whole number from 0, limit one from 1 to 100; test the text before you make a number of it, as Number("") is 0 and Number("ten") is NaN, which is neither less nor more than anything.',
  },
  ...errorShape,
  CLOSED,
]

export const shared: Advice[] = [
  {
    when: [status(200), json().not.hasType('object')],
    say: 'GET /members sends a page as GET /books does. Give it the same dependency, and cut its list in the same way.',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['header', 'x-token'])],
    say: "The token was sent, and is not seen: c.req.header('X-Token').",
  },
  {
    when: [status(400)],
    say: 'The token that was sent is the right one, library-card.',
  },
  ...paged,
]

export const noToken: Advice[] = [
  {
    when: [status(400)],
    say: 'Without the header it is a 422: FastAPI finds that a required header is missing before the guard runs. 400 is what the guard itself says of a wrong one.',
  },
  {
    when: [status(401)],
    say: 'In FastAPI a plain required header that is missing is a 422 like any other parameter. 401 is what the classes of fastapi.security answer, and this guard is none of them.',
  },
  {
    when: [status(200)],
    say: 'The handler ran although no token was sent. In Hono a guard covers what is registered after it, so use() comes before the routes; and use("/desk", …) covers this one path, use("/desk/*", …) what is below it.',
  },
  {
    when: [status(201)],
    say: 'The exchange was made although no token was sent. In Hono a guard covers what is registered after it, so use() comes before the routes; and a guard of get() is none of post().',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['header', 'X-Token'])],
    say: "loc carries the header's name in lower case, as FastAPI makes it from the parameter x_token: x-token.",
  },
  ...errorShape,
  NOT_THERE,
]

export const badToken: Advice[] = [
  {
    when: [status(401)],
    say: 'This API says 400 of a wrong token, as the first example of FastAPI does. (For a login, 401 would be right.)',
  },
  {
    when: [status(403)],
    say: 'This API says 400 of a wrong token. 403 would mean: I know you, and you may not.',
  },
  {
    when: [status(422)],
    say: 'The header is there, so the request is valid; only its value is refused, with 400. Is there a comparison with the right token after the test that there is one?',
  },
  {
    when: [status(200)],
    say: 'The handler ran although the token was wrong. A guard compares the header with library-card and throws; and in Hono it covers only what is registered after it, and use("/desk", …) this one path only.',
  },
  {
    when: [status(201)],
    say: 'The exchange was made although the token was wrong. A guard covers only what is registered after it.',
  },
  {
    when: [status(400), header('content-type').contains('text/plain')],
    say: 'The status is right, but the body is text: that is how Hono sends the message of an HTTPException. Give the exception an answer of its own, new HTTPException(400, { res: Response.json(...) }), or turn it into JSON in app.onError.',
  },
  {
    when: [status(400), json('detail').not.equals('X-Token header invalid')],
    say: 'The body is { "detail": "X-Token header invalid" }.',
  },
  NOT_THERE,
]

export const unguarded: Advice[] = [FOR_EVERYBODY, CLOSED]

export const guardFirst: Advice[] = [
  {
    when: [json().hasType('array')],
    say: 'A session was opened for a request that was then refused. Put the guard before what opens the session: in Hono, what stands first runs first.',
  },
  FOR_EVERYBODY,
]

const sessionsSeen: Advice[] = [
  {
    when: [json().equals(['open 1', 'open 2', 'close 2', 'close 1'])],
    say: 'Each of the two opened a session of its own. Whoever comes second must find the first: look whether c.get("session") is there before you open one, or keep it by context in a WeakMap.',
  },
  {
    when: [json().equals(['open 1', 'close 1', 'open 2', 'close 2'])],
    say: 'Books and members were read one after the other, each in a session of its own. Open it for the request, in front of the handler, and hand the same one to both.',
  },
  {
    when: [json().equals(['open 1'])],
    say: 'The session is still open. What FastAPI has after the yield stands after await next().',
  },
  {
    when: [json().equals([])],
    say: 'No session was opened. Read the tables with one: new Session(), and session.read("books").',
  },
  {
    when: [json().equals(['close 1', 'open 1'])],
    say: 'The session is closed before it is opened. Open it before next(), close it after.',
  },
  {
    when: [json().equals(['open 1', 'open 2'])],
    say: 'Two sessions were opened, and none was closed. Open one in front of the handler, hand it to both, and close it after next().',
  },
  FOR_EVERYBODY,
]

export const once: Advice[] = [...sessionsSeen, CLOSED]

export const perRequest: Advice[] = [
  {
    when: [status(500)],
    say: 'The second request met the session of the first, which is closed. What is remembered in a variable of the module outlives the request: keep it on the context, with c.set().',
  },
  {
    when: [json().equals(['open 1'])],
    say: 'One session serves all requests, and nobody closes it. Open one for each request, and close it after next().',
  },
  ...sessionsSeen,
]

export const own: Advice[] = [
  {
    when: [json().some(is.equals('note 1 Emma for Villette: refused'))],
    say: 'The note was written in the session of the transaction. It is to have one of its own: open it under another name, without looking for one that is there.',
  },
  {
    when: [json().some(is.equals('note 2 Emma for Villette: lent'))],
    say: 'The note says that the book was lent. lend() is false when it was not; await it before you write the note.',
  },
  {
    when: [json().not.some(is.matches('note'))],
    say: 'There is no note of a refused exchange. Write it before the error is thrown: what stands after a throw does not run.',
  },
]

export const committed: Advice[] = [
  {
    when: [status(200), json().equals(['Emma', 'Villette'])],
    say: 'The loans are as they were. giveBack() and lend() only prepare the change; commit() makes it, after the handler, with await.',
  },
]

export const order: Advice[] = [
  {
    when: [json().not.some(is.equals('open 2'))],
    say: 'There is one session where there should be two: the note has one of its own.',
  },
  {
    when: [
      json('[0]').equals('open 1'),
      json('[1]').equals('begin 1'),
      json().some(is.equals('note 1 Romola for Emma: lent')),
    ],
    say: 'The note was written in the session of the transaction. It is to be written in the second one.',
  },
  {
    when: [json('[6]').equals('close 2')],
    say: 'What was opened last is closed last. Run the closings backwards, or nest the dependencies, as middleware does by itself: the transaction first, the session for the note inside it.',
  },
  {
    when: [json('[0]').equals('open 1'), json('[1]').equals('open 2')],
    say: 'Both sessions are opened before the transaction begins. It depends on the first only: session, then transaction, then the second session.',
  },
  {
    when: [json().some(is.equals('rollback 1'))],
    say: 'The exchange was rolled back although nothing was wrong.',
  },
  {
    when: [json().not.some(is.matches('^commit'))],
    say: 'There is no commit. The transaction ends after next(): commit when all went well, else roll back.',
  },
]

export const refused: Advice[] = [
  {
    when: [status(200), json().equals(['Villette'])],
    say: 'Emma was given back, and nothing was lent for it: the change was committed in spite of the error. In Hono an error does not come through await next(): look at c.error after it. And an error answer that is returned instead of thrown is no error to those who wait.',
  },
  {
    when: [status(201)],
    say: 'The book is lent already. lend() answers false then: await it, and throw a 409.',
  },
  {
    when: [json().some(is.matches('^commit'))],
    say: 'The change was committed in spite of the error. In Hono an error does not come through await next(): look at c.error after it.',
  },
  {
    when: [json().some(is.matches('^begin')), json().not.some(is.matches('^(commit|rollback)'))],
    say: 'The transaction was begun and never ended. After next(): commit when all went well, else roll back.',
  },
  {
    when: [json().some(is.equals('rollback 2'))],
    say: 'The session of the note was opened first. The transaction comes before it.',
  },
  {
    when: [status(409), header('content-type').contains('text/plain')],
    say: 'Hono sends the message of an HTTPException as text. Give the exception an answer of its own: new HTTPException(409, { res: Response.json({ detail }) }).',
  },
]

export const closed: Advice[] = [
  {
    when: [json().not.some(is.equals('close 1'))],
    say: 'The session of the transaction is still open. Close it whether or not c.error is set: it belongs after next(), in a finally, not into a branch.',
  },
  {
    when: [json().not.some(is.equals('close 2'))],
    say: 'The second session is still open. What stands after a throw in the handler does not run: close it where it was opened, after next(), in a finally.',
  },
]

const ANOTHERS =
  'These are the parameters of another request. A variable of the module is the same for all requests: keep what belongs to one on its context, with c.set() and c.var.'

export const mixedUp = (skip: number, limit: number): Advice[] => [
  {
    when: [status(500)],
    say: 'Another request closed the session that this one was reading from. A variable of the module is the same for all requests: keep what belongs to one on its context, with c.set() and c.var.',
  },
  { when: [status(200), json('skip').not.equals(skip)], say: ANOTHERS },
  { when: [status(200), json('limit').not.equals(limit)], say: ANOTHERS },
]
