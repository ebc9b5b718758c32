/**
 * What makes a list fast, and in a real service takes minutes: a
 * stand-in that you use, and need not change. Here it takes until
 * somebody says that it is over.
 */

import { Hono } from 'hono'
import { aMoment, note, type WordList } from './words.ts'

type Ending = 'finished' | 'failed'

let end: (ending: Ending) => void = () => undefined

/**
 * Resolves when the list is warm, and rejects when that fails. When the
 * signal is aborted, it puts its work away, which takes a moment and
 * needs the list, and then rejects with an AbortError.
 */
export const warmUp = async (words: WordList, signal: AbortSignal): Promise<void> => {
  note('warm-up begun')
  words.users.add('the warm-up')
  const ending = await new Promise<Ending | 'cancelled'>(resolve => {
    end = resolve
    signal.addEventListener('abort', () => resolve('cancelled'))
  })
  if (ending === 'cancelled') await aMoment()
  words.users.delete('the warm-up')
  note(`warm-up ${ending}`)
  if (ending === 'cancelled') throw signal.reason
  if (ending === 'failed') throw new Error('the warm-up failed')
}

const say = async (ending: Ending): Promise<Response> => {
  end(ending)
  await aMoment()
  return new Response(null, { status: 204 })
}

/** POST /finish and POST /fail, which end it. */
export const controls = new Hono().post('/finish', () => say('finished')).post('/fail', () => say('failed'))
