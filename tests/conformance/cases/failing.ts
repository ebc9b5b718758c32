/**
 * Errors: thrown, returned, caught, and not caught by anybody.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import type { SendStep } from '../../../src/check/check.ts'
import { area } from '../case.ts'
import { PLATFORM_WORDS } from '../reasons.ts'
import { log, look } from '../words.ts'

/** Hono turns an Error into this, and says it on the console. */
const serverError = (path: string) => look(path)(status(500), body.equals('Internal Server Error'))

export const errors = area('errors', 'Errors', 'errors', [
  { name: 'a thrown Error is a 500 and a line on the console', smoke: true, steps: [serverError('/error')] },
  { name: 'a TypeError of the platform', mask: PLATFORM_WORDS, steps: [serverError('/type-error')] },
  { name: "an error of the app's own class", steps: [serverError('/own')] },
  { name: 'an error with a cause', steps: [serverError('/cause')] },
  { name: 'an error thrown later', steps: [serverError('/later')] },
  { name: 'a rejected handler', steps: [serverError('/rejected')] },
  { name: 'an error in another file', steps: [look('/file?price=7')(body.equals('7')), serverError('/file?price=x')] },
  {
    name: 'HTTPException is its status and message',
    smoke: true,
    steps: [look('/exception')(status(404), body.equals('Item 3 not found'))],
  },
  { name: 'HTTPException without a message', steps: [look('/exception/plain')(status(401), body.equals(''))] },
  {
    name: 'HTTPException with an answer of its own',
    steps: [
      look('/exception/answer')(status(401), body.equals('sign in'), header('www-authenticate').equals('Bearer')),
    ],
  },
  ...['string', 'object', 'undefined', 'response'].map(thrown => ({
    name: `a thrown ${thrown} is no answer`,
    outcome: 'broke' as const,
    // How a Response is shown is another case.
    mask: ['Response [^]*'],
    steps: [look(`/${thrown}`)()],
  })),
  ...['plain-object', 'plain-string'].map(returned => ({
    name: `a returned ${returned.replace('-', ' ')} is no answer`,
    outcome: 'broke' as const,
    steps: [look(`/${returned}`)()],
  })),
  { name: 'a handler that returns nothing', steps: [look('/forgot')(status(404))] },
  { name: 'JSON of nothing', steps: [look('/json-of-nothing')()] },
  { name: 'an error after next()', steps: [serverError('/middleware/x')] },
  { name: 'a middleware that neither answers nor goes on', steps: [serverError('/forgot-return/x')] },
  { name: 'next() called twice', steps: [serverError('/next-twice/x')] },
  {
    name: 'onError answers',
    steps: [
      look('/handled/error')(
        status(503),
        json().equals({ error: 'TooMany', path: '/handled/error' }),
        log('caught TooMany at most 5'),
      ),
      look('/handled/exception')(status(409), json('error').equals('Error')),
    ],
  },
  { name: 'the answer for unknown paths', steps: [look('/nothing')(status(404), body.equals('404 Not Found'))] },
  { name: 'an error that is logged', steps: [look('/loud')(status(200), body.equals('fine'))] },
  {
    name: 'a handler of its own for unknown paths',
    program: 'handlers',
    steps: [
      look('/nothing')(status(404), json('detail').equals('no /nothing'), header('x-found').equals('no')),
      look('/missing')(status(404), json('detail').equals('no /missing')),
    ],
  },
  {
    name: 'a middleware sees the error',
    program: 'handlers',
    steps: [
      look('/error/plain')(status(500), body.equals('plain!'), header('x-error').equals('plain')),
      look('/error/json')(status(500), json('error').equals('json'), header('x-error').equals('json')),
      look('/fine')(header('x-error').equals('none')),
    ],
  },
  { name: 'an error in onError is no answer', program: 'handlers', outcome: 'broke', steps: [look('/error/twice')()] },
])

/** Every check starts anew: whatever a check did to the server, the next one finds it well. */
const broken = (name: string, path: string, ...before: SendStep[]) => ({
  name,
  outcome: 'broke' as const,
  steps: [...before, look(path)()],
})

export const crashes = area('crashes', 'Crashes', 'crashes', [
  {
    ...broken('a rejection that nobody catches ends the app', '/rejection', look('/fine')(status(200))),
    smoke: true as const,
  },
  broken('an error in a timer ends the app', '/timer'),
  broken('an error in a microtask ends the app', '/microtask'),
  broken('a rejection with a word ends the app', '/word'),
  { name: 'a rejection that is caught in time does not', steps: [look('/caught-later')(body.equals('alive'))] },
  { name: 'a crash after the answer is told', outcome: 'broke', steps: [look('/after')(status(200))] },
  {
    name: 'an answer that takes too long',
    outcome: 'broke',
    steps: [{ ...look('/slow')(), timeLimit: 100 }],
  },
  { name: 'the next check finds a new app', steps: [look('/fine')(body.equals('fine'))] },
])
