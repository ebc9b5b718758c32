import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rendition } from './rendition.ts'

const id = '09-dependencies'
let exercises = ''
beforeAll(async () => {
  exercises = await mkdtemp(join(tmpdir(), 'rendition-new-'))
})
afterAll(() => rm(exercises, { recursive: true }))

const run = (...args: string[]) => rendition([...args, '--exercises', exercises])

test('new makes an exercise whose programs are as they should be, and verify tells all that is left to do', async () => {
  const made = await run('new', id)
  expect(made.code).toBe(0)
  expect(made.stdout).toContain(`npm run rendition -- record ${id}`)
  expect((await readdir(join(exercises, id))).sort()).toEqual(
    ['advice.ts', 'alt', 'brief.md', 'checks.ts', 'original.py', 'solution', 'start', 'wrong'].sort(),
  )

  const verified = await run('verify', id)
  expect(verified.code).toBe(1)
  const mistakes = verified.stdout.trim().split('\n').slice(1)
  // Its programs are as they should be: what is left is to write, to record, and to write more of it.
  const expected =
    / says "WRITE:"; | has \d checks?;|\/(?:alt|wrong) has \d answers?; |recording\.json is missing; run "npm run/
  expect(mistakes.filter(line => !expected.test(line))).toEqual([])
  expect(mistakes.length).toBeGreaterThan(8)
  expect((await run('list')).stdout).toContain('(not recorded yet')
}, 60_000)

test('a folder that cannot be read as an exercise is told as one mistake, for machines as well', async () => {
  await mkdir(join(exercises, '10-broken'))
  await writeFile(join(exercises, '10-broken', 'notes.txt'), '')
  const { code, stdout } = await run('verify', '10-broken', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toEqual({
    engines: ['node'],
    passed: false,
    exercises: [{ exercise: '10-broken', mistakes: [expect.stringMatching(/10-broken\/notes\.txt is none of/)] }],
  })
}, 60_000)
