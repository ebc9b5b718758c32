/**
 * What the rendition of question 23 has to do. Rooms and texts are other than the brief's, and most are generated.
 * @module
 */

import {
  anyStatus,
  closeCode,
  closeReason,
  get,
  hangUp,
  hear,
  json,
  make,
  mediaType,
  message,
  messageType,
  open,
  say,
  send,
  status,
  wait,
} from '../../src/check/authoring.ts'
import type { Advice, Check, SendStep, SocketOpenStep, SocketReceiveStep, Step } from '../../src/check/check.ts'
import type { Json } from '../../src/check/expectation.ts'
import {
  answeredWithError,
  asJson,
  echoed,
  echoedBytes,
  errorForOthers,
  fromElsewhere,
  leftRoom,
  listed,
  newsFor,
  plainRequest,
  refused,
  saidGoodbye,
  senderOfToken,
  stillOpen,
  welcomed,
} from './advice.ts'

const ANN = 'tok-ann-58c1'
const BOB = 'tok-bob-90de'
const CID = 'tok-cid-2f7a'

const openRoom = (socket: string, room: string, token: string): SocketOpenStep =>
  open(socket, `/rooms/${room}?token=${token}`)

/** In a room, with the welcome heard: all that it says is another check's. */
const enter = (socket: string, room: string, token: string): Step[] => [
  openRoom(socket, room, token),
  hear(socket, [message('type').equals('welcome')], { advice: welcomed }),
]

/** A socket is named after its user. */
const hearsJoined = (socket: string, user: string): SocketReceiveStep =>
  hear(socket, [message('$').equals({ type: 'joined', user })], { advice: newsFor(socket) })

const hearsMessage = (socket: string, user: string, text: string, advice: Advice[] = []): SocketReceiveStep =>
  hear(socket, [message('$').equals({ type: 'message', user, text })], { advice: [...advice, ...newsFor(socket)] })

const hearsError = (socket: string): SocketReceiveStep =>
  hear(socket, [message('type').equals('error'), message('detail').hasAtLeast(1)], { advice: answeredWithError })

const isRefused = (socket: string, path: string): SocketOpenStep =>
  open(socket, path, [status(403)], { advice: refused })

const rooms = (members: Json): SendStep =>
  send(get('/rooms'), [status(200), mediaType('application/json'), json().equals(members)], { advice: listed })

const isNoSocket = (path: string): SendStep =>
  send(get(path), [anyStatus.oneOf(400, 404, 405, 426)], { advice: plainRequest })

export default [
  {
    id: 'echo-text',
    title: 'WS /echo sends every text back as it came',
    why: 'A WebSocket has no status and no headers once it is open, only messages. What one end sends as one message arrives as one message, in order and whole.',
    values: { text: make.text(3) },
    steps: [
      open('one', '/echo'),
      say('one', '{{text}}'),
      hear('one', [messageType('text'), message().equals('{{text}}')], { advice: echoed }),
      say('one', 'Grüße 🎉'),
      hear('one', [messageType('text'), message().equals('Grüße 🎉')], { advice: echoed }),
    ],
  },
  {
    id: 'echo-bytes',
    title: 'WS /echo sends a binary message back as a binary message, byte for byte',
    why: 'Each message says whether it is text or binary, and a client sees which. Bytes that are no UTF-8 do not survive a way through text.',
    steps: [
      open('one', '/echo'),
      say('one', { base64: 'AAEC/w==' }),
      hear('one', [messageType('binary'), message().equals('AAEC/w==')], { advice: echoedBytes }),
    ],
  },
  {
    id: 'echo-close',
    title: 'WS /echo closes with the code 4000 and the reason "bye" when it is told "bye"',
    why: 'Code and reason are the last thing that a server can tell a client: whether to connect again, to sign in first, or to stay away. 4000 to 4999 are free for the application.',
    steps: [
      open('one', '/echo'),
      say('one', 'goodbye'),
      hear('one', [message().equals('goodbye')], { advice: stillOpen }),
      say('one', 'bye'),
      hear('one', [closeCode.equals(4000), closeReason.equals('bye')], { advice: saidGoodbye }),
    ],
  },
  {
    id: 'room-welcome',
    title: 'WS /rooms/{room} welcomes the user of the token, with the room and all who are in it',
    why: 'The handshake is a GET, so a WebSocket has a path with parameters and a query like any request. A newcomer needs to know what was so before it came; from then on it hears of changes.',
    values: { room: make.word },
    steps: [
      openRoom('bob', '{{room}}', BOB),
      hear('bob', [message('$').equals({ type: 'welcome', room: '{{room}}', user: 'bob', members: ['bob'] })], {
        advice: welcomed,
      }),
      openRoom('ann', '{{room}}', ANN),
      hear('ann', [message('user').equals('ann'), message('members').hasItems('ann', 'bob')], { advice: welcomed }),
      openRoom('cid', 'Caf%C3%A9%20Noir', CID),
      hear('cid', [message('$').equals({ type: 'welcome', room: 'Café Noir', user: 'cid', members: ['cid'] })], {
        advice: welcomed,
      }),
    ],
  },
  {
    id: 'room-refused',
    title: 'WS /rooms/{room} refuses the handshake with 403, unless the query has a token that it knows',
    why: 'Until the handshake is answered this is an ordinary request, and no is an ordinary answer. Whoever is let in first and thrown out later has had a connection, and may have heard something.',
    values: { token: make.hex(4) },
    steps: [
      isRefused('nobody', '/rooms/attic'),
      isRefused('empty', '/rooms/attic?token='),
      isRefused('unknown', '/rooms/attic?token=tok-ann-{{token}}'),
      openRoom('cid', 'attic', CID),
    ],
  },
  {
    id: 'room-joined',
    title: 'Whoever is in a room hears who joins it, and the new member does not hear of itself',
    why: 'A server speaks when it has something to say, not only when it is asked: one client connects, and others hear of it.',
    values: { room: make.word },
    steps: [
      ...enter('ann', '{{room}}', ANN),
      ...enter('bob', '{{room}}', BOB),
      hearsJoined('ann', 'bob'),
      ...enter('cid', '{{room}}', CID),
      hearsJoined('ann', 'cid'),
      hearsJoined('bob', 'cid'),
    ],
  },
  {
    id: 'room-message',
    title: 'A message reaches everyone in the room once, the sender too',
    why: 'When the sender gets its own message back from the server, it knows that it was delivered, and all members see all messages alike.',
    values: { room: make.word, one: make.text(3), two: make.text(3) },
    steps: [
      ...enter('ann', '{{room}}', ANN),
      ...enter('bob', '{{room}}', BOB),
      hearsJoined('ann', 'bob'),
      say('ann', { json: { text: '{{one}}' } }),
      hearsMessage('ann', 'ann', '{{one}}'),
      hearsMessage('bob', 'ann', '{{one}}'),
      say('bob', { json: { text: '{{two}}' } }),
      hearsMessage('ann', 'bob', '{{two}}'),
      hearsMessage('bob', 'bob', '{{two}}'),
    ],
  },
  {
    id: 'room-sender',
    title: 'The user of a message is the one of the token, whatever the message says',
    why: 'Who is speaking was settled by the handshake. What a client writes into a message is its word and nothing more.',
    values: { text: make.text(2) },
    steps: [
      ...enter('cid', 'library', CID),
      say('cid', { json: { text: '{{text}}', user: 'ann', type: 'left' } }),
      hearsMessage('cid', 'cid', '{{text}}', senderOfToken),
    ],
  },
  {
    id: 'room-apart',
    title: 'Nothing that happens in one room is heard in another',
    why: 'All sockets of a server live in one process. What makes rooms of them is only that the server keeps them apart.',
    values: { here: make.word, there: make.word },
    steps: [
      ...enter('ann', '{{here}}', ANN),
      ...enter('bob', '{{there}}', BOB),
      say('bob', { json: { text: 'said over there' } }),
      hearsMessage('bob', 'bob', 'said over there'),
      hangUp('bob'),
      say('ann', { json: { text: 'said over here' } }),
      hearsMessage('ann', 'ann', 'said over here', fromElsewhere),
    ],
  },
  {
    id: 'bad-json',
    title: 'A message that is no JSON is answered with an error to its sender alone, and the talk goes on',
    why: 'Clients send nonsense, by mistake or on purpose. It must not end their connection, let alone the server, and it is nobody else’s business.',
    values: { text: make.text(2) },
    steps: [
      ...enter('ann', 'cellar', ANN),
      ...enter('bob', 'cellar', BOB),
      hearsJoined('ann', 'bob'),
      say('ann', '{{text}}'),
      hearsError('ann'),
      say('ann', { json: { text: '{{text}}' } }),
      hearsMessage('ann', 'ann', '{{text}}'),
      hearsMessage('bob', 'ann', '{{text}}', errorForOthers),
    ],
  },
  {
    id: 'bad-shape',
    title: 'JSON that is no object with a text is answered with an error as well',
    why: 'JSON.parse says only that it is JSON. Whether it has the shape of a message is a second question, and null, a number and a list are JSON too.',
    steps: [
      ...enter('ann', 'cellar', ANN),
      say('ann', { json: { message: 'hello' } }),
      hearsError('ann'),
      say('ann', { json: { text: 5 } }),
      hearsError('ann'),
      say('ann', { json: null }),
      hearsError('ann'),
      say('ann', { json: ['hello'] }),
      hearsError('ann'),
      say('ann', { json: { text: 'hello' } }),
      hearsMessage('ann', 'ann', 'hello'),
    ],
  },
  {
    id: 'room-left',
    title: 'Whoever stays in a room hears who left it, and a newcomer no longer finds them there',
    why: 'Connections end: a tab is closed, a train enters a tunnel. A member that is not removed is shown as present for ever, and every message is sent to it.',
    values: { room: make.word },
    steps: [
      ...enter('bob', '{{room}}', BOB),
      ...enter('ann', '{{room}}', ANN),
      hearsJoined('bob', 'ann'),
      hangUp('ann'),
      hear('bob', [message('$').equals({ type: 'left', user: 'ann' })], { advice: asJson }),
      openRoom('cid', '{{room}}', CID),
      hear('cid', [message('members').hasItems('bob', 'cid')], { advice: leftRoom }),
    ],
  },
  {
    id: 'rooms-list',
    title: 'GET /rooms counts the members of each room, and leaves out a room that nobody is in',
    why: 'Requests and WebSockets are answered by one app and see the same memory. A room that is kept when it is empty is memory that any client can fill with names.',
    values: { full: make.word, other: make.word },
    steps: [
      rooms({}),
      ...enter('ann', '{{full}}', ANN),
      ...enter('bob', '{{full}}', BOB),
      ...enter('cid', '{{other}}', CID),
      rooms({ '{{full}}': 2, '{{other}}': 1 }),
      hangUp('bob'),
      hangUp('cid'),
      wait(30),
      rooms({ '{{full}}': 1 }),
    ],
  },
  {
    id: 'plain-get',
    title: 'A plain GET on the path of a WebSocket is a client error: 404, 426, 405 or 400',
    why: 'A path that only speaks WebSocket has no page to show. 200 would tell monitors and crawlers that there is one, and 500 that the server is broken.',
    steps: [isNoSocket('/echo'), isNoSocket(`/rooms/attic?token=${ANN}`)],
  },
] satisfies Check[]
