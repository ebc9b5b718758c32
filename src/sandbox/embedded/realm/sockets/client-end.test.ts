import { describe, expect, it } from 'vitest'
import { ClientEnd } from './client-end.ts'

const limits = { body: 4, socketMessages: 2 }
const message = (data: string | ArrayBuffer) => ({ kind: 'message', data }) as const
const closed = { kind: 'closed', code: 1000, reason: '' } as const
const never = new Promise<never>(() => undefined)

describe("the client's end of a socket", () => {
  it('gives events in their order, and the last for ever', async () => {
    const end = new ClientEnd(limits)
    end.hear(message('a'))
    end.hear(message('b'))
    end.hear(closed)
    end.hear(message('c'))
    const heard = [await end.next(never), await end.next(never), await end.next(never), await end.next(never)]
    expect(heard).toEqual([message('a'), message('b'), closed, closed])
  })

  it('waits for an event, but no longer than it is told', async () => {
    const end = new ClientEnd(limits)
    const waiting = end.next(never)
    end.hear(message('a'))
    expect(await waiting).toEqual(message('a'))
    expect(await end.next(Promise.resolve())).toBeNull()
  })

  it.each([
    ['a text that is too long', ['12345'], 'a message of more than'],
    ['bytes that are too many', [new ArrayBuffer(5)], 'a message of more than'],
    ['too many messages', ['1', '2', '3'], 'more than 2 messages on a WebSocket that were not received'],
  ])('fails by %s', async (_, messages, words) => {
    const end = new ClientEnd(limits)
    for (const data of messages) end.hear(message(data))
    expect(end.failure?.message).toContain(words)
    expect(await end.next(never)).toBeNull()
  })

  it('forgets the messages when only its end is of interest', () => {
    const end = new ClientEnd(limits)
    end.hear(message('a'))
    expect(end.closed()).toBeNull()
    end.hear(closed)
    expect(end.closed()).toEqual(closed)
  })
})
