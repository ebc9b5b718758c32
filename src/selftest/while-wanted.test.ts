import { expect, it } from 'vitest'
import { whileWanted } from './while-wanted.ts'

const never = new Promise<string>(() => undefined)

it('gives what comes of the work', async () => {
  expect(await whileWanted(Promise.resolve('done'), new AbortController().signal, 'stopped')).toBe('done')
})

it('waits no longer once it is stopped, also when it was before', async () => {
  const end = new AbortController()
  const waiting = whileWanted(never, end.signal, 'it was stopped')
  end.abort()
  await expect(waiting).rejects.toThrow('it was stopped')
  await expect(whileWanted(Promise.resolve('done'), end.signal, 'stopped before')).rejects.toThrow('stopped before')
})
