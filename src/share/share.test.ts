import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeShare, encodeShare, ShareError } from './share.ts'

const start = { 'app.ts': 'export default 1\n', 'store.ts': 'export const items = new Map()\n' }

/** A link with any payload, made without the checks of `encodeShare`. */
const link = (value: unknown, version = '1') =>
  `#${version}.${deflateSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`

const broken = (why: RegExp) => ({ kind: 'broken', why: expect.stringMatching(why) })

describe('a link brings back', () => {
  test.each([
    ['a changed file', { ...start, 'app.ts': 'export default 2\n' }],
    ['a new file', { ...start, 'routes/items.ts': 'export {}' }],
    ['a removed start file', { 'app.ts': start['app.ts'] }],
    ['the start files themselves', start],
    ['an empty file', { ...start, 'app.ts': '' }],
    ['emoji, umlauts, NUL and odd line ends', { ...start, 'app.ts': 'ä \u{1f980} 日本 \0 \r\n \u2028' }],
    ['lone surrogates', { ...start, 'app.ts': '\ud83e, \udd80' }],
    ['files named like members of Object', { ...start, 'constructor.ts': 'a', 'toString.ts': 'b' }],
    ['a text of 300 kB', { ...start, 'app.ts': 'const answer = 42\n'.repeat(17_000) }],
  ])('%s', async (_, files) => {
    const fragment = await encodeShare(files, start)
    expect(fragment).toMatch(/^#1\.[A-Za-z0-9_-]+$/)
    expect(await decodeShare(fragment, start)).toEqual({ kind: 'files', files })
    expect(await decodeShare(fragment.slice(1), start)).toEqual({ kind: 'files', files })
  })
})

test('a link holds only what differs from the start', async () => {
  const changed = { ...start, 'app.ts': 'export default 2\n' }
  const [short, long] = await Promise.all([encodeShare(changed, start), encodeShare(changed, {})])
  expect(short.length).toBeLessThan(long.length)
  const newStart = { ...start, 'store.ts': 'export const items = []\n' }
  expect(await decodeShare(short, newStart)).toEqual({
    kind: 'files',
    files: { ...newStart, 'app.ts': 'export default 2\n' },
  })
})

test('a full stop or bracket that a chat program added to a link does not matter', async () => {
  const files = { ...start, 'app.ts': 'x' }
  const fragment = await encodeShare(files, start)
  for (const added of ['.', ')', '>,']) {
    expect(await decodeShare(fragment + added, start)).toEqual({ kind: 'files', files })
  }
})

test.each(['', '#', '#hints', '#x1.abc', '#quiz-1', '#1a.b'])('%j is no share link', async fragment => {
  expect(await decodeShare(fragment, start)).toEqual({ kind: 'none' })
})

test.each(['#2.abc', '#2', '#99999999999999999999.abc'])('%s says that it is newer', async fragment => {
  expect(await decodeShare(fragment, start)).toEqual(broken(/newer Rendition: reload/))
})

describe('a link is refused', () => {
  test.each([
    ['path', { '../app.ts': '' }],
    ['prototype', '{"__proto__":"x"}'],
    ['kind of file', { 'package.json': '{}' }],
    ['value', { 'app.ts': 1 }],
    ['list', ['app.ts']],
    ['nothing', 'null'],
    ['removed entry', { 'app.ts': null }],
  ])('for a strange %s', async (_, value) => {
    expect(await decodeShare(link(value), start)).toEqual(broken(/not code of an exercise/))
  })

  test('for more than 32 files', async () => {
    const many = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`f${index}.ts`, '']))
    expect(await decodeShare(link(many), start)).toEqual(broken(/more than a link/))
  })

  test('for a payload longer than 64 kB', async () => {
    expect(await decodeShare(`#1.${'A'.repeat(64 * 1024 + 1)}`, start)).toEqual(broken(/more than a link/))
  })

  test('for a decompression bomb, which is cut off and not unpacked', async () => {
    const bomb = `#1.${deflateSync(Buffer.alloc(40_000_000)).toString('base64url')}`
    expect(bomb.length).toBeLessThan(64 * 1024)
    const before = process.memoryUsage().arrayBuffers
    expect(await decodeShare(bomb, start)).toEqual(broken(/more than a link/))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })

  test('for bytes that are not UTF-8', async () => {
    const payload = deflateSync(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])).toString('base64url')
    expect(await decodeShare(`#1.${payload}`, start)).toEqual(broken(/incomplete/))
  })
})

test('a link cut off anywhere says that it is incomplete', async () => {
  const fragment = await encodeShare({ 'app.ts': 'export default { fetch: () => new Response("hi") }' }, start)
  for (let length = 2; length < fragment.length; length++) {
    expect(await decodeShare(fragment.slice(0, length), start), `${length} characters`).toEqual(broken(/incomplete/))
  }
})

test('no change of a single character yields other code', async () => {
  const files = { 'app.ts': 'export default { fetch: () => new Response("hi") }' }
  const fragment = await encodeShare(files, start)
  for (let index = 3; index < fragment.length; index++) {
    const other = fragment[index] === 'A' ? 'B' : 'A'
    const shared = await decodeShare(fragment.slice(0, index) + other + fragment.slice(index + 1), start)
    // The last character may carry bits that base64 does not use.
    if (shared.kind === 'files') expect(shared.files).toEqual(files)
    else expect(shared).toEqual(broken(/incomplete|more than a link/))
  }
})

test('random payloads never throw and never yield code', async () => {
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed
  }
  for (let round = 0; round < 500; round++) {
    const bytes = Uint8Array.from({ length: random() % 200 }, () => random() % 256)
    const payload = Buffer.from(bytes).toString('base64url')
    expect((await decodeShare(`#1.${payload}`, start)).kind, payload).toBe('broken')
  }
})

describe('no link is made', () => {
  test('of code that does not compress into one, and the sentence says what to do', async () => {
    const noise = Array.from({ length: 20_000 }, (_, index) => Math.sin(index).toString(36)).join('\n')
    await expect(encodeShare({ 'app.ts': noise }, start)).rejects.toThrow(ShareError)
    await expect(encodeShare({ 'app.ts': noise }, start)).rejects.toThrow(/too long for one; shorten/)
  })

  test('of a megabyte of text, however well it compresses', async () => {
    await expect(encodeShare({ 'app.ts': ' '.repeat(1_000_000) }, start)).rejects.toThrow(/too long for one/)
  })

  test('of more than 32 files', async () => {
    const many = Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`f${index}.ts`, '']))
    await expect(encodeShare(many, start)).rejects.toThrow(/32 files and there are 33; remove/)
  })

  test('of a file that the reader would refuse', async () => {
    await expect(encodeShare({ 'app.ts': '', 'data.json': '' }, start)).rejects.toThrow(/data\.json.*Rename/)
  })
})
