/**
 * What a subject was in what was heard on a socket.
 * @module
 */

import type { SocketData, SocketEvent } from '../http/http.ts'
import { parseJson, type Readable, unreadable, value } from './actual.ts'
import { valueText } from './describe-value.ts'
import type { Subject } from './expectation.ts'
import { parsePath, readSegments } from './json-path.ts'
import type { Actual } from './result.ts'

export type SocketSubject = Extract<Subject, { kind: 'message' | 'message-type' | 'close-code' | 'close-reason' }>

/**
 * What was not heard is unreadable, and said to be.
 * @param event null when nothing was heard in time
 * @throws {AuthoringError} when a JSON path is malformed
 */
export const readSocket = (subject: SocketSubject, event: SocketEvent | null): Actual => {
  switch (subject.kind) {
    case 'message': {
      if (subject.path === undefined) return ofMessage(event, data => value('text' in data ? data.text : data.base64))
      const segments = parsePath(subject.path)
      const json = ofMessage(event, messageJson)
      return json.kind === 'value' ? readSegments(json.value, segments) : json
    }
    case 'message-type':
      return ofMessage(event, data => value('text' in data ? 'text' : 'binary'))
    case 'close-code':
      return ofClose(event, ({ code }) => value(code))
    case 'close-reason':
      return ofClose(event, ({ reason }) => value(reason))
  }
}

const ofMessage = (event: SocketEvent | null, read: (data: SocketData) => Readable): Readable => {
  if (event === null) return unreadable('no message came')
  if (event.kind === 'message') return read(event.data)
  const reason = event.reason === '' ? 'no reason' : `the reason ${valueText(event.reason)}`
  return unreadable(`no message came: the server closed the socket with code ${event.code} and ${reason}`)
}

const messageJson = (data: SocketData): Readable =>
  'text' in data ? parseJson(data.text, 'the message') : unreadable('the message is binary')

const ofClose = (
  event: SocketEvent | null,
  read: (closed: Extract<SocketEvent, { kind: 'closed' }>) => Readable,
): Readable => {
  if (event === null) return unreadable('the server did not close the socket')
  if (event.kind === 'closed') return read(event)
  const came = 'text' in event.data ? `a message came: ${valueText(event.data.text)}` : 'a binary message came'
  return unreadable(`the socket is still open, and ${came}`)
}
