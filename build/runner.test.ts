import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildRunner } from './runner.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
}
const manifest = (path: string): Manifest => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))

test('builds at the same time give the same file, which has no packages inside that programs share with it', async () => {
  const [one, two] = await Promise.all([buildRunner(root), buildRunner(root)])
  expect(one).toBe(two)
  const imports = [...readFileSync(one, 'utf8').matchAll(/^import .* from "([^"]+)"/gm)].map(([, from]) => from)
  expect(imports.filter(from => !from?.startsWith('node:')).sort()).toEqual(['@hono/node-server', 'hono', 'ws'])
})

test('the project that programs wake up in has the versions that are tested here', () => {
  const ours = manifest('package.json').dependencies
  const theirs = manifest('sandbox-template/package.json').dependencies
  const expected = Object.keys(theirs).map(name => [name, ours[name]])
  expect(Object.entries(theirs)).toEqual(expected)
  expect(Object.keys(theirs)).toEqual(expect.arrayContaining(['hono', '@hono/node-server', 'ws', 'zod']))
})
