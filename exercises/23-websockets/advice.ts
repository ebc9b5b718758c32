/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import {
  anyStatus,
  body,
  closeCode,
  closeReason,
  is,
  json,
  message,
  messageType,
  status,
} from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

/** Of every message that should be JSON. */
export const asJson: Advice[] = [
  {
    when: [message('$').hasType('string')],
    say: 'The message is JSON inside a JSON string: JSON.stringify was called twice.',
  },
  {
    when: [closeCode.atLeast(1000)],
    say: 'The server closed the connection where it should have said something.',
  },
]

export const echoed: Advice[] = [
  {
    when: [message().startsWith('"')],
    say: 'The text came back in quotation marks: it was sent as JSON. Send what came: ws.send(data).',
  },
  {
    when: [message().contains('{{text}}'), message().not.startsWith('"')],
    say: 'The text came back with something around it. Send what came, and nothing else.',
  },
]

export const echoedBytes: Advice[] = [
  {
    when: [messageType('text')],
    say: 'The bytes came back as text. event.data is a string for a text message and an ArrayBuffer for a binary one, and ws.send(event.data) sends either as what it is.',
  },
]

export const stillOpen: Advice[] = [
  {
    when: [closeCode.oneOf(1000, 1005, 4000)],
    say: 'The connection was closed. Only the text "bye" ends it, not one that contains it.',
  },
]

export const saidGoodbye: Advice[] = [
  {
    when: [message().equals('bye')],
    say: '"bye" was sent back. Look for it before you echo, and close instead: ws.close(4000, \'bye\').',
  },
  {
    when: [closeCode.equals(1005)],
    say: "ws.close() sends no code, which a client reports as 1005; FastAPI's close() would send 1000. Name code and reason: ws.close(4000, 'bye').",
  },
  {
    when: [closeCode.equals(1000)],
    say: "1000 only says that a connection has done its work. A code from 4000 to 4999 is the application's own: ws.close(4000, 'bye').",
  },
  {
    when: [closeCode.equals(4000), closeReason.equals('')],
    say: "The reason is the second argument: ws.close(4000, 'bye').",
  },
]

export const welcomed: Advice[] = [
  {
    when: [message('room').contains('%')],
    say: "The room is still percent-encoded. c.req.param('room') decodes it; a path cut out of the URL by hand is not decoded.",
  },
  {
    when: [message('type').equals('welcome'), message('room').absent()],
    say: "JSON leaves out what is undefined, so the room was not found. It is a parameter of the path: c.req.param('room').",
  },
  {
    when: [message('type').equals('welcome'), message('user').absent()],
    say: "JSON leaves out what is undefined, so there was no user. A middleware before upgradeWebSocket finds out who it is, and hands it on with c.set('user', user).",
  },
  {
    when: [message('members').hasLength(0)],
    say: 'The list was made before the new member was in the room. It is one of the members: add it first.',
  },
  {
    when: [message('type').equals('joined')],
    say: 'The new member heard of itself before it was welcomed. Tell the others only: before it is in the room, or all but its own socket.',
  },
  ...asJson,
]

export const refused: Advice[] = [
  {
    when: [status(101)],
    say: 'The handshake was accepted. Refuse it in a middleware before upgradeWebSocket: return c.body(null, 403). Inside its handlers it is too late: closing in onOpen hangs up on a client that got in.',
  },
  {
    when: [status(401)],
    say: 'FastAPI knows one status for a refused handshake, 403, whatever the reason. Answer that one.',
  },
]

/** Of what a member hears after its welcome. */
export const newsFor = (user: string): Advice[] => [
  {
    when: [message('type').equals('joined'), message('user').equals(user)],
    say: 'A new member was told of itself. Tell the others only: before it is in the room, or all but its own socket.',
  },
  {
    when: [message('type').equals('welcome')],
    say: 'The welcome went to the others as well. It is for the new member alone: ws.send in its onOpen.',
  },
  ...asJson,
]

export const senderOfToken: Advice[] = [
  {
    when: [message('user').equals('ann')],
    say: 'The user was taken from the message, so anybody can speak as anybody. Take it from the token, and of the message nothing but the text.',
  },
  {
    when: [message('type').equals('left')],
    say: 'The keys of the message were copied over yours. Take nothing but the text of it: { type, user, text }.',
  },
]

export const fromElsewhere: Advice[] = [
  {
    when: [message('user').equals('bob')],
    say: 'This is of another room. The clients of the WebSocketServer are all sockets of the server: keep the members of each room yourself, in a Map from its name.',
  },
]

export const answeredWithError: Advice[] = [
  {
    when: [closeCode.atLeast(1000)],
    say: 'The connection was closed. One bad message is answered, and the conversation goes on.',
  },
  {
    when: [message('type').equals('message')],
    say: 'This was passed on as a message. Look whether it is an object with a text that is a string, and answer with an error when it is not.',
  },
]

export const errorForOthers: Advice[] = [
  {
    when: [message('type').equals('error')],
    say: "The error went to the whole room. It is the sender's alone: ws.send in the handler sends to the one who spoke.",
  },
]

export const leftRoom: Advice[] = [
  {
    when: [message('members').some(is.equals('ann'))],
    say: 'Who left is still among the members. Remove them in onClose, and by the very value that was added: a new object is another one.',
  },
  ...asJson,
]

export const listed: Advice[] = [
  {
    when: [json().hasType('array')],
    say: 'The body is an object: name of the room → number of its members.',
  },
  {
    when: [body.matches(String.raw`:0\b`)],
    say: 'A room that nobody is in any more is still there. Remove it from the map when its last member leaves, or it grows with every name that a client ever made up.',
  },
  {
    when: [json().equals({})],
    say: 'JSON.stringify makes {} of a Map. Object.fromEntries(map) makes an object of it.',
  },
]

export const plainRequest: Advice[] = [
  {
    when: [anyStatus.oneOf(200, 204)],
    say: 'Something answered a request that asked for no WebSocket. upgradeWebSocket hands such a request on to the next handler: let there be none.',
  },
  {
    when: [status(500), body.equals('Internal Server Error')],
    say: 'upgradeWebSocket(c, { … }) throws when no WebSocket was asked for. As a handler of its own, upgradeWebSocket(c => ({ … })), it hands the request on, and nobody answers it: 404.',
  },
]
