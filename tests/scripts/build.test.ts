import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { digestSources } from '../../scripts/build.mjs'

let folder: string
let before: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rendition-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'src/ui'), { recursive: true })
  writeFileSync(join(folder, 'src/main.tsx'), 'a')
  writeFileSync(join(folder, 'src/ui/app.tsx'), 'b')
  before = digestSources(folder)
})

test.each<[string, () => void]>([
  ['a changed file', () => writeFileSync(join(folder, 'src/ui/app.tsx'), 'c')],
  ['a new file', () => writeFileSync(join(folder, 'index.html'), '')],
  ['a deleted file', () => rmSync(join(folder, 'src/ui/app.tsx'))],
  ['a renamed file', () => renameSync(join(folder, 'src/ui/app.tsx'), join(folder, 'src/ui/page.tsx'))],
])('%s calls for a new build', (_, change) => {
  change()
  expect(digestSources(folder)).not.toBe(before)
})

test.each<[string, () => void]>([
  ['another time of a file', () => utimesSync(join(folder, 'src/main.tsx'), 0, 0)],
  ['a test beside the code', () => writeFileSync(join(folder, 'src/ui/app.test.ts'), '')],
  ['a file that is no source', () => writeFileSync(join(folder, 'README.md'), '')],
])('%s calls for none', (_, change) => {
  change()
  expect(digestSources(folder)).toBe(before)
})
