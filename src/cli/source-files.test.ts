import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FOLDER_LIMITS, readSourceFiles } from './source-files.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rendition-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = async (files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

describe('readSourceFiles', () => {
  it('reads programs and their data, and neither packages nor what is hidden', async () => {
    await write({
      'app.ts': 'a',
      'lib/b.js': 'b',
      'lib/deep/c.json': 'c',
      'notes.md': 'd',
      'node_modules/x/index.js': 'e',
      '.git/f.js': 'f',
    })
    expect(await readSourceFiles(folder, 'app.ts')).toEqual({ 'app.ts': 'a', 'lib/b.js': 'b', 'lib/deep/c.json': 'c' })
  })

  it('refuses what is no folder, has no app.ts, or is too much for a program', async () => {
    await expect(readSourceFiles(join(folder, 'nope'), 'app.ts')).rejects.toThrow(
      'it is no folder; give the folder that app.ts is in',
    )
    await expect(readSourceFiles(folder, 'app.ts')).rejects.toThrow('there is no app.ts in it; give the folder')
    await write({ 'app.ts': 'x'.repeat(FOLDER_LIMITS.bytes + 1) })
    await expect(readSourceFiles(folder, 'app.ts')).rejects.toThrow('its source files have more than 2048 kB')
    await write(Object.fromEntries(Array.from({ length: FOLDER_LIMITS.files }, (_, index) => [`f${index}.ts`, ''])))
    await expect(readSourceFiles(folder, 'app.ts')).rejects.toThrow('it has more than 200 source files')
  })
})
