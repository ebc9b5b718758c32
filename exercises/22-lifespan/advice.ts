/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { anyStatus, body, is, json, log, started, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

const says = (text: string) => log().some(is.contains(text))
const saysNothingOf = (text: string) => log().not.some(is.contains(text))

const threw: Advice = {
  when: [status(500), body.equals('Internal Server Error')],
  say: 'Something that the handler uses was not there. What start() opens has to be awaited, and kept where the handlers find it, before start() returns.',
}

export const known: Advice[] = [threw]

export const unknown: Advice[] = [
  {
    when: [status(200)],
    say: 'words.has(word) is a promise, and a promise is always true. Await it, and answer 404 when it gives false.',
  },
  threw,
]

export const atStart: Advice[] = [
  {
    when: [saysNothingOf('opened')],
    say: 'The app started, and nothing was opened. Export an async function start() from app.ts and await in it what opens things, or await that at the top level of the module: both are over before the first request.',
  },
  {
    when: [says('1 pool opened'), saysNothingOf('english opened')],
    say: 'start() returned before the list was open. Await openList(pool, …) in it.',
  },
  {
    when: [says('english opened'), saysNothingOf('warm-up begun')],
    say: 'Everything is open, and the warm-up was not begun. Call warmUp(words, signal) in start(), without await: it goes on while requests are answered.',
  },
]

export const opensNothing: Advice[] = [
  {
    when: [says('opened')],
    say: 'A request opened something. Open it in start(), keep it in a variable of the module, and let every handler use that one.',
  },
  {
    when: [says('begun')],
    say: 'A request began the warm-up. It belongs into start(): nobody should have to ask first.',
  },
]

export const kept: Advice[] = [
  {
    when: [status(404)],
    say: 'The word was added to something that later requests do not see. Await words.add(word) of the one list that start() opened.',
  },
  threw,
]

export const listOfEnvironment: Advice[] = [
  {
    when: [json('list').equals('english')],
    say: 'The list is english, whatever WORDS says. start(env) is handed the environment, and process.env has it as well.',
  },
  {
    when: [status(404), json('detail').contains('in english')],
    say: 'The list is english, whatever WORDS says. start(env) is handed the environment, and process.env has it as well.',
  },
  threw,
]

export const readiness: Advice[] = [
  {
    when: [status(200), json('status').equals('warming up')],
    say: 'The body says that it is cold, the status says that all is well. A load balancer looks at the status: c.json({ status: "warming up" }, 503).',
  },
  {
    when: [status(200), json('status').equals('ready')],
    say: 'It said ready while the warm-up was going on. warmUp() gives a promise: remember when that resolves, and answer 503 until then.',
  },
  {
    when: [status(503)],
    say: 'The warm-up is over, and this says that it is not. Set what the route looks at when the promise of warmUp() resolves.',
  },
]

export const living: Advice[] = [
  {
    when: [status(503)],
    say: 'Liveness is not readiness. What answers is alive, cold or not: send 200 here in any case.',
  },
]

export const failedWarmUp: Advice[] = [
  {
    when: [status(200), json('status').equals('ready')],
    say: 'The warm-up failed, and this says that it is ready. Say so only when the promise resolved: finally() runs in either case, and the first function of then() when it went well.',
  },
  {
    when: [status(200), json('status').equals('warming up')],
    say: 'The body says that it is cold, the status says that all is well: c.json({ status: "warming up" }, 503).',
  },
  {
    when: [anyStatus.oneOf(404, 500)],
    say: 'The routes of the warm-up are given: app.route("/warm-up", controls).',
  },
]

export const closedAll: Advice[] = [
  {
    when: [says('pool closed, although'), saysNothingOf('english closed')],
    say: 'The pool was closed, and the list that needs it was not. Close what was opened last first, and await that before you close the next.',
  },
  {
    when: [says('pool closed, although')],
    say: 'The pool was closed while the list was still open. Close what was opened last first, and await that before you close the next.',
  },
  {
    when: [says('english closed'), saysNothingOf('pool closed')],
    say: 'The list was closed, and the pool was not, or not before stop() returned. Await pool.close() after it.',
  },
  {
    when: [saysNothingOf('closed')],
    say: 'Nothing was closed by the time the app had stopped. Export an async function stop() from app.ts, and await in it what it closes.',
  },
]

export const cancelled: Advice[] = [
  {
    when: [says('although the warm-up needs it')],
    say: 'The list was closed while the warm-up was still at work. Abort its signal, await its promise, and then close the list.',
  },
  ...closedAll,
]

export const refusedList: Advice[] = [
  {
    when: [started.equals(true)],
    say: 'The app started with a list that does not exist. Throw an error in start(): that is how an app refuses to start. Falling back to another list hides the mistake, and a line on the console alone does not stop it.',
  },
  {
    when: [started.equals(false), saysNothingOf('WORDS')],
    say: 'It refused to start, and did not say why in words that help: name the variable, WORDS, and what it was. Look whether it is among lists before you open anything.',
  },
]

export const closedAfterFailure: Advice[] = [
  {
    when: [started.equals(true), saysNothingOf('pool opened')],
    say: 'The app started before it had tried to open the list. Await openPool() and openList(…) in start(): what they throw keeps it from starting.',
  },
  {
    when: [started.equals(true), says('pool opened')],
    say: 'The list could not be opened, and the app started all the same. When you catch the error to close the pool, throw it again.',
  },
  {
    when: [started.equals(false), says('pool opened'), saysNothingOf('pool closed')],
    say: 'The pool was opened, the list failed, and the pool is still open. A start that fails is not followed by stop(): catch the error, close what is open, and throw it again.',
  },
]
