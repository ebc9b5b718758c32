import { describe, expect, test } from 'vitest'
import { unreadable, value } from './actual.ts'
import { parseEvents, readEvents, type ServerSentEvent } from './events.ts'

const event = (data: string, rest: Partial<ServerSentEvent> = {}): ServerSentEvent => ({
  event: 'message',
  data,
  ...rest,
})

describe('a stream', () => {
  test.each<[string, string, ServerSentEvent[]]>([
    ['of one event', 'data: a\n\n', [event('a')]],
    ['with one space after the colon taken away', 'data:a\n\ndata:  b\n\n', [event('a'), event(' b')]],
    ['with lines of data', 'data: a\ndata:\ndata: b\n\n', [event('a\n\nb')]],
    ['with names and ids', 'event: tick\nid: 7\ndata: a\n\n', [event('a', { event: 'tick', id: '7' })]],
    [
      'whose id and name are of one event only',
      'event: x\nid: 7\ndata: a\n\ndata: b\n\n',
      [event('a', { event: 'x', id: '7' }), event('b')],
    ],
    ['with an empty id', 'id\ndata: a\n\n', [event('a', { id: '' })]],
    ['with an empty name', 'event:\ndata: a\n\n', [event('a')]],
    ['with comments, retries and unknown fields', ': hi\nretry: 10\nx: y\ndata: a\n\n', [event('a')]],
    ['with colons in the data', 'data: a: b\n\n', [event('a: b')]],
    ['with other line ends', 'data: a\r\n\r\ndata: b\r\rdata: c\n\n', [event('a'), event('b'), event('c')]],
    ['that begins with a byte order mark', '\ufeffdata: a\n\n', [event('a')]],
    ['with empty data', 'data\n\ndata:\n\n', [event(''), event('')]],
    ['with a block without data', 'event: a\n\nid: 1\n\n', []],
    ['with a null character in its id', 'id: a\0\ndata: a\n\n', [event('a')]],
    ['whose last event is not ended', 'data: a\n\ndata: b\n', [event('a')]],
    ['whose last line is not ended', 'data: a\n\ndata: b', [event('a')]],
    ['that is empty', '', []],
  ])('%s', (_, text, events) => {
    expect(parseEvents(text)).toEqual(events)
  })
})

describe('events as JSON', () => {
  test('have their data as text, or parsed', () => {
    const body = value('data: {"n":1}\n\n')
    expect(readEvents(body, 'text')).toEqual(value([{ event: 'message', data: '{"n":1}' }]))
    expect(readEvents(body, 'json')).toEqual(value([{ event: 'message', data: { n: 1 } }]))
  })
  test('cannot be read when the data of one is not JSON, or there is no text', () => {
    expect(readEvents(value('data: 1\n\ndata: x\n\n'), 'json')).toEqual(
      unreadable('the data of event [1] is not JSON: "x"'),
    )
    expect(readEvents(unreadable('no'), 'text')).toEqual(unreadable('no'))
  })
})
