import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadChecks } from './exercise-folders.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rendition-'))
})
afterAll(() => rm(root, { recursive: true }))

it.each([
  ['1', 'is not a list; export the list'],
  ['[{ id: 1, title: "", why: "", steps: [] }]', 'at [0].id: '],
  ['[{ id: "a", title: "", why: "", steps: [{ kind: "odd" }] }]', 'at [0].steps[0].kind: '],
  ['[{ id: "a", title: "", why: "", steps: [], env: undefined }]', 'at [0].env: '],
  ['[null]', 'at [0]: '],
  ['[]; throw new Error("oh no")', 'oh no; correct it'],
])('checks that are %s are refused, and the place is named', async (text, why) => {
  const folder = await mkdtemp(join(root, 'a-'))
  await writeFile(join(folder, 'checks.ts'), `export default ${text}`)
  const loading = loadChecks({ id: '08-a', folder })
  await expect(loading).rejects.toThrow(/^could not read the checks of 08-a: because .*; \w/s)
  await expect(loading).rejects.toThrow(why)
})
