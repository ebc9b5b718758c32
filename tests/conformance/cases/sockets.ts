/**
 * WebSockets.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import type { Step } from '../../../src/check/check.ts'
import type { Expectation } from '../../../src/check/expectation.ts'
import { area } from '../case.ts'
import { give, is, log, look } from '../words.ts'

type Open = Extract<Step, { kind: 'socket-open' }>
type Data = Extract<Step, { kind: 'socket-send' }>['data']

const open = (
  path: string,
  more: Partial<Omit<Open, 'kind' | 'path' | 'expect'>> = {},
  ...expect: Expectation[]
): Step => ({
  kind: 'socket-open',
  socket: 'one',
  path,
  expect,
  ...more,
})
const say = (data: Data | string, socket = 'one'): Step => ({
  kind: 'socket-send',
  socket,
  data: typeof data === 'string' ? { text: data } : data,
})
const hear = (...expect: Expectation[]): Step => ({ kind: 'socket-receive', socket: 'one', expect })
const hearOn = (socket: string, ...expect: Expectation[]): Step => ({ kind: 'socket-receive', socket, expect })
const close = (more: { code?: number; reason?: string; socket?: string } = {}, ...expect: Expectation[]): Step => ({
  kind: 'socket-close',
  socket: 'one',
  expect,
  ...more,
})

const text = (value: string) => is({ kind: 'message' }).equal(value)
const closed = (code: number, reason = '') => [
  is({ kind: 'close-code' }).equal(code),
  is({ kind: 'close-reason' }).equal(reason),
]
const binary = is({ kind: 'message-type' }).equal('binary')
const refused = (path: string, ...expect: Expectation[]) => open(path, {}, ...expect)
const pause: Step = { kind: 'wait', ms: 20 }

export const sockets = area('sockets', 'WebSockets', 'sockets', [
  {
    name: 'echo',
    smoke: true,
    steps: [
      open('/echo'),
      say('hello ü 🎉'),
      hear(text('hello ü 🎉')),
      say(''),
      hear(text('')),
      close({}, ...closed(1000)),
    ],
  },
  {
    name: 'binary messages',
    smoke: true,
    steps: [open('/echo'), say({ base64: 'AAEC/w==' }), hear(binary, text('AAEC/w==')), close()],
  },
  {
    name: 'messages the app makes of bytes',
    steps: [
      open('/bytes'),
      hear(binary, text('AQL/')),
      hear(binary, text('CAc=')),
      hear(is({ kind: 'message-type' }).equal('text')),
      close(),
    ],
  },
  {
    name: 'what a handler is given',
    steps: [
      open('/kinds'),
      say('x'),
      hear(is({ kind: 'message', path: '$' }).equal(['string', false, 'message', 0])),
      say({ base64: 'AAEC' }),
      hear(is({ kind: 'message', path: '$' }).equal(['object', true, 'message', 3])),
      close(),
    ],
  },
  {
    name: 'JSON messages',
    steps: [
      open('/echo'),
      say({ json: { a: [1, null] } }),
      hear(is({ kind: 'message', path: 'a' }).equal([1, null])),
      close(),
    ],
  },
  {
    name: 'query, cookies and headers of the handshake',
    steps: [
      open('/hello?name=J%C3%B6rg', { headers: [['Origin', 'https://o.example']] }),
      hear(text('hello Jörg')),
      hear(text('from https://o.example')),
      open('/hello', { socket: 'two', headers: [['Cookie', 'name=ann']] }),
      hearOn('two', text('hello ann')),
    ],
  },
  {
    name: 'a room hears what one says',
    smoke: true,
    steps: [
      open('/rooms/a'),
      hear(text('1 here')),
      open('/rooms/a', { socket: 'two' }),
      hear(text('2 here')),
      hearOn('two', text('2 here')),
      say('hi', 'two'),
      hear(text('said: hi')),
      hearOn('two', text('said: hi')),
      give('/rooms/a', { text: 'news' })(status(204)),
      hear(text('posted: news')),
      close({ socket: 'two', code: 3001, reason: 'bye' }, ...closed(3001, 'bye')),
      hear(text('one left')),
      look('/rooms/a/size')(json().equals(1)),
    ],
  },
  {
    name: 'rooms are apart',
    steps: [
      open('/rooms/a'),
      hear(text('1 here')),
      open('/rooms/b', { socket: 'two' }),
      hearOn('two', text('1 here')),
      say('hi', 'two'),
      hearOn('two', text('said: hi')),
      give('/rooms/a', { text: 'x' })(),
      hear(text('posted: x')),
    ],
  },
  {
    name: 'the next check finds no one in the room',
    steps: [look('/rooms/a/size')(json().equals(0)), open('/rooms/a'), hear(text('1 here'))],
  },
  {
    name: 'the server counts and closes',
    smoke: true,
    steps: [open('/count'), hear(text('1')), hear(text('2')), hear(text('3')), hear(...closed(1000, 'done counting'))],
  },
  {
    name: 'close codes of the server',
    steps: [
      open('/close/4321'),
      say('own reason'),
      hear(...closed(4321, 'own reason')),
      open('/close/1011', { socket: 'two' }),
      say('oops', 'two'),
      hearOn('two', ...closed(1011, 'oops')),
    ],
  },
  { name: 'a close without a code', steps: [open('/close/0'), say('x'), hear(...closed(1005))] },
  {
    name: 'a close code that may not be sent',
    steps: [open('/close/999'), say('x'), { kind: 'wait', ms: 5 }, close()],
  },
  { name: 'closed as soon as it is open', steps: [open('/closed-at-once'), hear(...closed(4001, 'not today'))] },
  {
    name: 'close codes of the client',
    steps: [
      open('/rooms/c'),
      hear(text('1 here')),
      close({ code: 4000, reason: 'gone' }, ...closed(4000, 'gone')),
      pause,
      look('/rooms/c/size')(json().equals(0)),
    ],
  },
  {
    name: 'a client that leaves without a word',
    steps: [open('/rooms/d'), hear(text('1 here')), close({}, log('closed 1000 '))],
  },
  {
    name: 'the first subprotocol is chosen',
    steps: [
      open('/state', { protocols: ['chat.v2', 'chat.v1'] }, header('sec-websocket-protocol').equals('chat.v2')),
      say('x'),
      hear(is({ kind: 'message', path: '$' }).equal([1, '/state', 'arraybuffer', 'chat.v2'])),
      close(),
    ],
  },
  {
    name: 'without a subprotocol there is none',
    steps: [
      open('/state', {}, header('sec-websocket-protocol').absent()),
      say('x'),
      hear(is({ kind: 'message', path: '[3]' }).equal('')),
      close(),
    ],
  },
  {
    name: 'an error in a handler is logged',
    steps: [open('/throws'), say('bad'), say('good'), hear(text('fine')), close()],
  },
  { name: 'a large message', steps: [open('/large'), say('x'.repeat(200_000)), hear(text('200000')), close()] },
  {
    name: 'many messages in order',
    steps: [
      open('/echo'),
      ...Array.from({ length: 20 }, (_, index) => say(String(index))),
      ...Array.from({ length: 20 }, (_, index) => hear(text(String(index)))),
      close(),
    ],
  },
  { name: 'nothing is heard in time', outcome: 'failed', steps: [open('/large'), hear(text('never'))] },
  {
    name: 'a middleware lets a socket through',
    steps: [
      open('/private', { headers: [['Authorization', 'Bearer one']] }),
      hear(text('welcome')),
      open('/extra', { socket: 'two' }, header('x-extra').equals('1')),
      say('x', 'two'),
      hearOn('two', text('extra')),
    ],
  },
  {
    name: 'a middleware refuses a socket',
    smoke: true,
    steps: [refused('/private', status(401), header('x-why').equals('no token'))],
  },
  { name: 'a path without a socket', steps: [refused('/plain', status(200)), refused('/nothing', status(404))] },
  { name: 'an error before the handshake', steps: [refused('/fails', status(500))] },
  {
    name: 'a plain request to a socket',
    steps: [look('/echo')(status(404)), look('/plain')(body.equals('no socket here'))],
  },
])
