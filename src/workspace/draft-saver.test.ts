import { expect, onTestFinished, test, vi } from 'vitest'
import { DraftSaver } from './draft-saver.ts'
import type { Draft } from './drafts.ts'
import type { Saving } from './state.ts'

const draft = (text: string): Draft => ({ files: { 'app.ts': text }, aside: [], paused: false })

/** `Promise.withResolvers` is not in Node 20. */
const withResolvers = <T>() => {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}

const saverWith = (write: (draft: Draft) => Promise<void>) => {
  const reports: Saving['kind'][] = []
  const ended = withResolvers<Saving>()
  const saver = new DraftSaver(write, saving => {
    reports.push(saving.kind)
    if (saving.kind !== 'saving') ended.resolve(saving)
  })
  return { saver, reports, ended: ended.promise }
}

test('while a write is under way only the newest draft waits', async () => {
  const written: string[] = []
  const first = withResolvers<void>()
  const { saver, ended } = saverWith(async ({ files }) => {
    written.push(files['app.ts'] ?? '')
    if (written.length === 1) await first.promise
  })
  saver.save(draft('a'))
  saver.save(draft('b'))
  saver.save(draft('c'))
  first.resolve()
  await ended
  expect(written).toEqual(['a', 'c'])
})

test('a write that takes long is reported as under way', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const write = withResolvers<void>()
  const { saver, reports, ended } = saverWith(() => write.promise)
  saver.save(draft('a'))
  vi.advanceTimersByTime(299)
  expect(reports).toEqual([])
  vi.advanceTimersByTime(1)
  write.resolve()
  await ended
  expect(reports).toEqual(['saving', 'saved'])
})

test('a write that fails is reported with what to do, and the next edit tries again', async () => {
  let full = true
  const { saver, reports, ended } = saverWith(async () => {
    if (full) throw new DOMException('no room', 'QuotaExceededError')
  })
  saver.save(draft('a'))
  expect(await ended).toEqual({
    kind: 'unavailable',
    why: 'could not save your code in this browser: because no room; keep this page open, or copy your code or a share link',
  })
  full = false
  saver.save(draft('b'))
  await Promise.resolve()
  await Promise.resolve()
  expect(reports).toEqual(['unavailable', 'saved'])
})
