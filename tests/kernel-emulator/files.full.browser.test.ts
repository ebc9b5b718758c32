import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { snapshot } from '@webcontainer/snapshot'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { serveContainerPages, shareContainer } from './container-page.ts'

serveContainerPages()
const shared = shareContainer()

test('mounts a tree of text, bytes, folders and links beside what is there', async () => {
  const read = await shared().page.evaluate(async () => {
    await container.fs.writeFile('before.txt', 'kept')
    await container.mount({
      'text.txt': { file: { contents: 'grüße 👋\n' } },
      'bytes.bin': { file: { contents: Uint8Array.from({ length: 256 }, (_, byte) => byte) } },
      deep: {
        directory: { er: { directory: { 'file.txt': { file: { contents: 'deep' } } } }, none: { directory: {} } },
      },
      link: { file: { symlink: 'text.txt' } },
    })
    const { fs } = container
    const bytes = await fs.readFile('bytes.bin')
    return {
      texts: await Promise.all(
        ['before.txt', 'text.txt', 'deep/er/file.txt', 'link'].map(path => fs.readFile(path, 'utf8')),
      ),
      isExact: bytes.length === 256 && bytes.every((byte, index) => byte === index),
      none: await fs.readdir('deep/none'),
    }
  })
  expect(read).toEqual({ texts: ['kept', 'grüße 👋\n', 'deep', 'grüße 👋\n'], isExact: true, none: [] })
})

test('mounts a binary snapshot at a mount point, and takes its buffer away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'index.js'), 'export const answer = 42')
  const bytes = (await snapshot(folder)).toString('base64')
  const seen = await shared().page.evaluate(async bytes => {
    const buffer = Uint8Array.from(atob(bytes), character => character.charCodeAt(0))
    await container.fs.mkdir('node_modules/answer', { recursive: true })
    await container.mount(buffer, { mountPoint: 'node_modules/answer' })
    return [buffer.length, await container.fs.readFile('node_modules/answer/index.js', 'utf8')]
  }, bytes)
  expect(seen).toEqual([0, 'export const answer = 42'])
})

test('mounts nothing where there is no folder', async () => {
  const mounted = shared().page.evaluate(() => container.mount({}, { mountPoint: 'nowhere' }))
  await expect(mounted).rejects.toThrow("ENOENT: no such file or directory, stat 'nowhere'")
})

test('reads what was written, byte for byte', async () => {
  const seen = await shared().page.evaluate(async () => {
    const { fs } = container
    const bytes = crypto.getRandomValues(new Uint8Array(60_000))
    await fs.writeFile('random.bin', bytes.subarray(1))
    const read = await fs.readFile('random.bin')
    await fs.writeFile('text.txt', 'grüße')
    await fs.writeFile('latin1.txt', 'grüße', 'latin1')
    return {
      isExact: bytes.length === 60_000 && read.length === 59_999 && read.every((byte, at) => byte === bytes[at + 1]),
      isAlone: read.buffer.byteLength === 59_999,
      base64: await fs.readFile('text.txt', 'base64'),
      latin1: (await fs.readFile('latin1.txt')).length,
    }
  })
  expect(seen).toEqual({ isExact: true, isAlone: true, base64: btoa('grÃ¼Ã\x9fe'), latin1: 5 })
})

test('lists, renames and removes, inside its working folder only', async () => {
  const seen = await shared().page.evaluate(async () => {
    const { fs } = container
    await fs.mkdir('list/folder', { recursive: true })
    await fs.writeFile('/list/file', '')
    const entries = await fs.readdir('../list', { withFileTypes: true })
    await fs.rename('list/file', 'list/folder/renamed')
    const renamed = await fs.readdir('list/folder')
    await fs.rm('list', { recursive: true })
    await fs.rm('list', { force: true })
    return {
      entries: entries.map(entry => [entry.name, entry.isFile(), entry.isDirectory()]).sort(),
      renamed,
      left: (await fs.readdir('/')).includes('list'),
    }
  })
  expect(seen).toEqual({
    entries: [
      ['file', true, false],
      ['folder', false, true],
    ],
    renamed: ['renamed'],
    left: false,
  })
})

test.each<[string, (page: Page) => Promise<unknown>, string]>([
  [
    'reading a missing file',
    page => page.evaluate(() => container.fs.readFile('gone')),
    "ENOENT: no such file or directory, open 'gone'",
  ],
  ['removing a folder as if it were a file', page => page.evaluate(() => container.fs.rm('/')), 'Path is a directory'],
  [
    'a process in a missing folder',
    page => page.evaluate(() => container.spawn('node', ['-v'], { cwd: 'gone' })),
    "ENOENT: no such file or directory, stat 'gone'",
  ],
  [
    'another command than node',
    page => page.evaluate(() => container.spawn('npm')),
    'could not start npm: because the kernel emulator has no command but node',
  ],
])('rejects %s', async (_, act, message) => {
  await expect(act(shared().page)).rejects.toThrow(message)
})

test('tells of changed files', async () => {
  const changed = shared().page.evaluate(async () => {
    await container.fs.mkdir('watched')
    return await new Promise(resolve => {
      const watcher = container.fs.watch('watched', { recursive: true }, (_, filename) => {
        watcher.close()
        resolve(filename)
      })
      // The client does not tell when it watches.
      const again = () => container.fs.writeFile('watched/file.txt', '').then(() => requestAnimationFrame(again))
      void again()
    })
  })
  expect(await changed).toBe('file.txt')
})

test('exports what can be mounted again', async () => {
  const seen = await shared().page.evaluate(async () => {
    const { fs } = container
    await container.mount({
      out: {
        directory: {
          'a.txt': { file: { contents: 'a' } },
          sub: { directory: { b: { file: { contents: new Uint8Array([0, 255]) } } } },
        },
      },
      again: { directory: {} },
    })
    await container.mount(await container.export('out', { format: 'binary' }), { mountPoint: 'again' })
    const json = await container.export('again')
    return [await fs.readFile('again/a.txt', 'utf8'), [...(await fs.readFile('again/sub/b'))], Object.keys(json).sort()]
  })
  expect(seen).toEqual(['a', [0, 255], ['a.txt', 'sub']])
})
