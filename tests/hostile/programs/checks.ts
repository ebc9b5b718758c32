/**
 * Exercises that are hostile themselves: an exercise from a link brings checks that somebody else wrote.
 * @module
 */

import type { Check, Step } from '../../../src/check/check.ts'
import type { Expectation, Json, Predicate } from '../../../src/check/expectation.ts'
import { type Area, app, broke, checkOf, failed, get, notRun, ours, passed, program } from '../program.ts'

const answers = app("return c.text('answered')")
const echo = app("return c.body(await c.req.text() || 'answered')")

const judgeLimit = notRun(
  'Not judged, because the check itself took too long: looking at the answers was stopped after 1 second.',
)
const bodyIs = (predicate: Predicate): Expectation => ({ subject: { kind: 'body' }, predicate })
const one = (...steps: readonly Step[]): { readonly checks: readonly Check[] } => ({
  checks: [checkOf('hostile', ...steps)],
})
const nested = (depth: number): Json => {
  let value: Json = 1
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

export const hostileChecks: Area = {
  name: 'Hostile checks',
  programs: [
    program(
      'A check whose pattern needs longer than the universe is old.',
      app("return c.text('a'.repeat(60) + 'b')"),
      judgeLimit,
      one(get('/', [bodyIs({ kind: 'matches', pattern: '^(a+)+$' })])),
    ),
    program(
      'A check whose JSON Schema needs as long.',
      app("return c.json('a'.repeat(60) + 'b')"),
      judgeLimit,
      one(
        get('/', [
          {
            subject: { kind: 'json', path: '$' },
            predicate: { kind: 'schema', schema: { type: 'string', pattern: '^(a+)+$' } },
          },
        ]),
      ),
    ),
    program(
      'A check whose JSON Schema refers to itself without an end.',
      app('return c.json(1)'),
      ours('…'),
      one(get('/', [{ subject: { kind: 'json', path: '$' }, predicate: { kind: 'schema', schema: { $ref: '#' } } }])),
    ),
    program(
      'A check that asks for twenty thousand values among a hundred thousand, in any order.',
      app('return c.json(Array.from({ length: 1e5 }, (_, i) => -i))'),
      failed('The JSON body should be [0,1,2,… in any order, but it is too large to be shown.'),
      one(
        get('/', [
          {
            subject: { kind: 'json', path: '$' },
            predicate: { kind: 'unordered', values: Array.from({ length: 20_000 }, (_, index) => index) },
          },
        ]),
      ),
    ),
    program(
      'A check whose pattern is none.',
      answers,
      ours(
        'In the check "hostile", step 1: could not use the pattern "(": because it is not a regular expression with the u flag; …',
      ),
      one(get('/', [bodyIs({ kind: 'matches', pattern: '(' })])),
    ),
    program(
      'A check that expects JSON nested a thousand times.',
      answers,
      failed('The JSON body should be [[[…, but the body is not JSON: "answered".'),
      one(get('/', [{ subject: { kind: 'json', path: '$' }, predicate: { kind: 'equals', value: nested(1_000) } }])),
    ),
    program(
      'A check with a thousand steps.',
      answers,
      passed('answered'),
      one(...Array.from({ length: 1_000 }, () => get())),
    ),
    program(
      'A check that sends a thousand requests at once.',
      answers,
      passed('answered'),
      one({
        kind: 'parallel',
        sends: Array.from({ length: 1_000 }, () => ({
          request: { method: 'GET', path: '/', headers: [] },
          expect: [],
        })),
        expect: [],
      }),
    ),
    program(
      'A check that sends a body of 2 MB.',
      echo,
      failed('The body should be "x", but it is too large to be shown.'),
      one({
        kind: 'send',
        request: { method: 'POST', path: '/', headers: [], body: { text: 'x'.repeat(2 * 1024 * 1024) } },
        expect: [bodyIs({ kind: 'equals', value: 'x' })],
      }),
    ),
    program(
      'A check that sends headers with line breaks in them.',
      answers,
      broke('The request was not sent, because it cannot be carried to the app: …. Change the request.'),
      one({
        kind: 'send',
        request: { method: 'GET', path: '/', headers: [['x-split', 'a\r\nset-cookie: hostile=1']] },
        expect: [bodyIs({ kind: 'equals', value: 'answered' })],
      }),
    ),
    program(
      'A check that sends its request to another host.',
      app('return c.text(c.req.url)'),
      passed('http://hostile.example/'),
      one({
        kind: 'send',
        request: { method: 'GET', path: '/', headers: [['host', 'hostile.example']] },
        expect: [],
      }),
    ),
    program(
      'A check that sends a path which is an address.',
      app('return c.text(new URL(c.req.url).host)'),
      ours(
        'In the check "hostile", step 1: could not send a request to "http://hostile.example/": because a path begins with /, …',
      ),
      one(get('http://hostile.example/')),
    ),
    program(
      'A check that waits for an hour.',
      answers,
      ours('In the check "hostile", step 1: could not wait 3600000 ms: because a check waits at most 50 ms; …'),
      one({ kind: 'wait', ms: 3_600_000 }),
    ),
    program(
      'A check that opens more sockets than it may.',
      {
        'app.ts':
          "import { Hono } from 'hono'\nimport { serve, upgradeWebSocket } from '@hono/node-server'\nimport { WebSocketServer } from 'ws'\nconst app = new Hono()\napp.get('/', upgradeWebSocket(() => ({})))\nserve({ fetch: app.fetch, websocket: { server: new WebSocketServer({ noServer: true }) } })",
      },
      ours('In the check "hostile", step 17: could not open the socket "s16": because a check opens 16 at most; …'),
      one(
        ...Array.from(
          { length: 17 },
          (_, index): Step => ({ kind: 'socket-open', socket: `s${index}`, path: '/', expect: [] }),
        ),
      ),
    ),
    program(
      'A check whose values are named after what every object has.',
      echo,
      ours(
        'In the check "hostile": could not use "__proto__" as a value\'s name: because a name is lower-case letters, digits and hyphens, …',
      ),
      {
        checks: [
          {
            ...checkOf('hostile', get('/{{__proto__}}/{{constructor}}')),
            values: JSON.parse('{ "__proto__": { "kind": "word" }, "constructor": { "kind": "word" } }'),
          },
        ],
      },
    ),
    program('A check that is none of the kinds there are.', answers, ours('…'), {
      checks: JSON.parse(
        '[{ "id": "x", "title": "x", "why": "x", "steps": [{ "kind": "eval", "code": "hostile()" }] }]',
      ),
    }),
  ],
}
