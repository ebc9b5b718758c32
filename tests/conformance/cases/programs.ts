/**
 * How a program is loaded: files, environment, start and stop.
 * @module
 */

import { body, is, json, started, status, log as written } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ask, give, log, look } from '../words.ts'

const begin = { kind: 'start', expect: [] } as const
const end = { kind: 'stop', expect: [] } as const

export const environment = area('environment', 'Environment', 'environment', [
  {
    name: 'variables are in process.env, c.env and env(c)',
    smoke: true,
    env: { GREETING: 'hello' },
    steps: [look('/')(json().equals(['hello', 'hello', 'hello', 'hello']))],
  },
  {
    name: 'the next check has its own',
    env: { GREETING: 'servus' },
    steps: [look('/')(json().equals(['servus', 'servus', 'servus', 'servus']))],
  },
  {
    name: 'without variables there are none',
    steps: [
      look('/')(json().equals(['nothing', null, null, null])),
      look('/kinds')(json().equals(['object', false, null])),
    ],
  },
  {
    name: 'a program may change them',
    steps: [ask('POST', '/change')(body.equals('changed')), look('/')(json('[1]').equals('changed'))],
  },
  { name: 'what a program changed is gone', steps: [look('/')(json('[1]').equals(null))] },
  { name: 'variables are text', steps: [look('/number')(json().equals(['7', 'string']))] },
  { name: 'the runtime is Node', steps: [look('/runtime')(body.equals('node'))] },
  {
    name: 'a server started anew may have others',
    env: { GREETING: 'one' },
    steps: [
      look('/')(json('[0]').equals('one')),
      end,
      { ...begin, env: { GREETING: 'two' } },
      look('/')(json('[0]').equals('two')),
    ],
  },
])

export const modules = area('modules', 'Files and modules', 'modules/state', [
  {
    name: 'requests of one check share their state',
    smoke: true,
    steps: [
      give('/items', { text: 'a' })(status(201), json('count').equals(1)),
      give('/items', { text: 'b' })(json('count').equals(2)),
      look('/items')(json().equals(['a', 'b'])),
      look('/count')(json().equals([2, 1])),
    ],
  },
  {
    name: 'the next check begins without it',
    smoke: true,
    steps: [look('/items')(json().equals([])), look('/count')(json().equals([0, 1]))],
  },
  {
    name: 'a server started anew has forgotten',
    steps: [give('/items', { text: 'a' })(status(201)), end, begin, look('/items')(json().equals([]))],
  },
  {
    name: 'a global that a check leaves behind',
    steps: [
      ask('POST', '/global')(body.equals('nothing')),
      ask('POST', '/global')(body.equals('left by a check before')),
    ],
  },
  { name: 'is gone in the next', steps: [ask('POST', '/global')(body.equals('nothing'))] },
  {
    name: 'a timer that a check leaves behind',
    steps: [
      ask('POST', '/ticking')(status(200)),
      end,
      begin,
      look('/items')(log()),
      { kind: 'wait', ms: 50 },
      look('/items')(log()),
    ],
  },
  {
    name: 'a cycle of imports',
    program: 'modules/cycle',
    steps: [look('/')(json().equals(['guarded early', 'guarded later', 'set in time']))],
  },
  {
    name: 'every kind of import and export',
    program: 'modules/kinds',
    steps: [look('/names')(json().equals(['default', 'renamed', 4, ['Kind', 'default', 'named', 'size']]))],
  },
  {
    name: 'enums',
    program: 'modules/kinds',
    steps: [look('/enums')(json().equals([5, 'Small', 'one', ['0', '5', 'Small', 'Large']]))],
  },
  {
    name: 'classes with private and static members',
    program: 'modules/kinds',
    steps: [
      look('/classes')(json().equals(['lamp', 'box 1', 1, true, 'box 1 (kept)'])),
      look('/classes')(json('[2]').equals(2)),
    ],
  },
  { name: 'types leave nothing behind', program: 'modules/kinds', steps: [look('/satisfies')(json().equals([1, 3]))] },
  { name: 'a package imported while running', program: 'modules/kinds', steps: [look('/dynamic')(body.equals('418'))] },
  {
    name: 'top-level await, dependencies first',
    smoke: true,
    program: 'modules/awaiting',
    steps: [
      look('/')(json().equals([{ name: 'awaited' }, ['settings began', 'settings done', 'app']])),
      look('/hash')(json().equals(20)),
    ],
  },
])

export const lifecycle = area('lifecycle', 'Loading, start and stop', 'modules/lifecycle', [
  {
    name: 'start() is awaited before the first request',
    smoke: true,
    env: { NAME: 'own' },
    steps: [look('/')(json('started').equals('own'))],
  },
  {
    name: 'stop() is called, and start() again',
    env: { NAME: 'first' },
    steps: [
      look('/')(json('started').equals('first')),
      { ...end, expect: [log('stopped first')] },
      { ...begin, env: { NAME: 'second' }, expect: [log('loading', 'started second')] },
      look('/')(json('started').equals('second')),
    ],
  },
  { name: 'a module that throws', program: 'loading/throws', outcome: 'broke', steps: [look('/')()] },
  { name: 'a start() that throws', program: 'loading/start-throws', outcome: 'broke', steps: [look('/')()] },
  {
    name: 'a start() that refuses what it finds, and what was written until then',
    program: 'loading/refuses',
    env: { MODE: 'odd' },
    steps: [
      { ...begin, expect: [started.equals(false), log('opened', 'closed', 'RangeError: MODE is odd')] },
      { kind: 'wait', ms: 50 },
      { ...begin, env: { MODE: 'plain' }, expect: [log('opened')] },
      look('/')(body.equals('running')),
    ],
  },
  {
    name: 'a process that ends itself while it starts',
    program: 'loading/refuses',
    steps: [
      { ...begin, env: { MODE: 'plain' }, expect: [log('opened')] },
      look('/')(body.equals('running')),
      end,
      {
        ...begin,
        env: { MODE: 'exit' },
        expect: [started.equals(false), written('error').some(is.equals('no such mode'))],
      },
      { ...begin, env: { MODE: 'plain' } },
      look('/')(body.equals('running')),
    ],
  },
  {
    name: 'an app that was stopped writes no more',
    program: 'loading/refuses',
    env: { MODE: 'plain' },
    steps: [look('/')(body.equals('running')), end, { kind: 'wait', ms: 50 }, { ...begin, expect: [log('opened')] }],
  },
  { name: 'a module that never ends', program: 'loading/endless', outcome: 'broke', steps: [look('/')()] },
  { name: 'a default export that is no app', program: 'loading/no-app', outcome: 'broke', steps: [look('/')()] },
  { name: 'no default export', program: 'loading/no-default', outcome: 'broke', steps: [look('/')()] },
  {
    name: 'an object with fetch is an app',
    program: 'loading/function',
    steps: [look('/a/b')(body.equals('plain /a/b'))],
  },
  {
    name: 'an instance with fetch is an app',
    program: 'loading/class',
    steps: [look('/')(json().equals([1, 'GET'])), look('/')(json('[0]').equals(2))],
  },
  { name: 'serve() of @hono/node-server', program: 'loading/serves', steps: [look('/')(body.equals('served'))] },
  {
    name: 'modules of Node are not offered',
    program: 'loading/unknown-package',
    outcome: 'not-run',
    steps: [look('/')()],
  },
  {
    name: 'hono/context-storage',
    program: 'loading/context-storage',
    steps: [look('/')(body.equals('/'))],
    difference: {
      reason: 'Browsers have no AsyncLocalStorage.',
      embedded: 'Loading the program fails with a sentence that says so.',
    },
  },
])
