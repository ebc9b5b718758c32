import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { rendition } from './rendition.ts'

test('list names every exercise on stdout and ends with code 0', async () => {
  const { code, stdout, stderr } = await rendition(['list'], { cwd: tmpdir() })
  expect(stdout).toMatch(/^08-status-codes +easy +25 min +Status codes/m)
  expect([code, stderr]).toEqual([0, ''])
})

test('what cannot be run is one sentence on stderr, nothing on stdout, and code 2', async () => {
  const { code, stdout, stderr } = await rendition(['check', '99-none', '--json'])
  expect(stderr).toMatch(/^could not run: because there is no exercise "99-none"; choose one of .+\n$/)
  expect([code, stdout]).toEqual([2, ''])
})
