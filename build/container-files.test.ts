import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decode } from '@msgpack/msgpack'
import { snapshot } from '@webcontainer/snapshot'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../src/compile/compile.ts'
import { LIMITS } from '../src/sandbox/limits.ts'
import { NodeSandbox } from '../src/sandbox/node/node-sandbox.ts'
import { containerPackages, filesForContainer, furtherPackages } from './container-files.ts'
import { packageFiles } from './container-packages.ts'
import { offline } from './offline.ts'
import { packageExports, rareBundles } from './packages.ts'
import { bundleRunner } from './runner.ts'
import { encodeSnapshot } from './snapshot.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

let folder = ''
let files: ReadonlyMap<string, Uint8Array> = new Map()
/** Of each bundle that does not come with every container, by its name. */
let further: Readonly<Record<string, ReadonlyMap<string, Uint8Array>>> = {}

const write = async (packed: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  for (const [path, content] of packed) {
    const file = join(folder, 'node_modules', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

beforeAll(async () => {
  // Far from any other node_modules.
  folder = await mkdtemp(join(tmpdir(), 'rendition-container-'))
  files = await containerPackages(root)
  await write(files)
  further = Object.fromEntries(rareBundles.map(([name, bundle]) => [name, furtherPackages(root, bundle, files)]))
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** What is packed, contents as text: to compare a million bytes one by one takes seconds. */
const treeOf = (packed: Uint8Array): unknown => {
  const text = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
  return JSON.parse(JSON.stringify(decode(new Uint8Array(packed)), text))
}

test('the snapshot is what the official packer makes of the same folder, but for the order, which is always the same', async () => {
  const ours = encodeSnapshot(files)
  const theirs = await snapshot(join(folder, 'node_modules'))
  expect(treeOf(ours)).toEqual(treeOf(theirs))
  expect(Buffer.compare(ours, encodeSnapshot(await containerPackages(root)))).toBe(0)
})

test('it has the packages of the project that programs wake up in, in their versions, and nothing that only tools read', async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, 'sandbox-template/package.json'), 'utf8'))
  const all = new Map([files, ...Object.values(further)].flatMap(packed => [...packed]))
  const versions = Object.keys(dependencies).map(name => {
    const manifest = all.get(`${name}/package.json`) ?? Buffer.from('{}')
    return [name, JSON.parse(Buffer.from(manifest).toString()).version]
  })
  expect(Object.fromEntries(versions)).toEqual(dependencies)
  const paths = [...all.keys()]
  expect(paths.filter(path => /\.(?:ts|mts|cts|map|md)$|\btests?\b|\/cjs\/|\/v3\/|\/mini\//.test(path))).toEqual([])
  expect(paths.filter(path => path.includes('/locales/'))).toEqual(['zod/v4/locales/en.js', 'zod/v4/locales/index.js'])
})

test('what comes with a container from the start does not come again', () => {
  const again = Object.values(further).flatMap(packed => [...packed.keys()].filter(path => files.has(path)))
  expect(again).toEqual([])
  const roots = Object.entries(further).map(([name, packed]) => [name, rootsOf(packed)])
  expect(Object.fromEntries(roots)).toEqual({
    'sql-js': ['sql.js'],
    drizzle: ['drizzle-orm'],
    graphql: ['@hono/graphql-server', 'graphql'],
  })
  expect(rootsOf(files)).not.toContain('sql.js')
})

/** Names of packages. */
const rootsOf = (packed: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  [...new Set([...packed.keys()].map(path => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path))].sort()

test('a package that is not installed is named, with who needs it', () => {
  const message =
    'could not pack "no-such-package" for the container: because it is not installed, and a program imports it'
  expect(() => packageFiles(root, ['hono', 'no-such-package'])).toThrow(message)
})

describe('in a folder of their own', () => {
  beforeAll(async () => {
    for (const packed of Object.values(further)) await write(packed)
  })

  test('Node imports from them all that programs may import, with all the names they are offered', async () => {
    const offered = await packageExports()
    const script = `
      const found = {}
      for (const one of ${JSON.stringify(Object.keys(offered))}) found[one] = Object.keys(await import(one))
      console.log(JSON.stringify(found))`
    await writeFile(join(folder, 'import.mjs'), script)
    const found = JSON.parse(execFileSync(process.execPath, ['import.mjs'], { cwd: folder, encoding: 'utf8' }))
    for (const [specifier, names] of Object.entries(offered)) {
      expect(found[specifier], specifier).toEqual(expect.arrayContaining([...names]))
    }
  }, 30_000)

  test('the runner gets ready and runs a program', async () => {
    const runner = join(folder, 'runner.mjs')
    await writeFile(runner, await bundleRunner(root, 'runner'))
    const sandbox = new NodeSandbox({ runner, limits: LIMITS })
    await sandbox.boot(() => undefined)
    const source = `
      import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
      const app = new OpenAPIHono()
      const body = { content: { 'application/json': { schema: z.object({ size: z.int() }) } }, description: 'it' }
      app.openapi(createRoute({ method: 'get', path: '/', responses: { 200: body } }), c => c.json({ size: 1 }))
      app.doc31('/doc', { openapi: '3.1.0', info: { title: 't', version: '1' } })
      export default app`
    const { program } = compile({ 'app.ts': source }, { entry: 'app.ts', packages: await packageExports() })
    if (!program) throw new Error('could not compile')
    const app = await sandbox.start(program, { signal: new AbortController().signal })
    expect(await app.fresh({ env: {} })).toMatchObject({ failure: null })
    const request = { method: 'GET', path: '/doc', headers: [] }
    const { response } = await app.send(request, { timeLimit: 20_000, abort: null })
    expect(response).toMatchObject({ status: 200, body: { text: expect.stringContaining('"size":{"type":"integer"') } })
    sandbox.dispose()
  }, 60_000)
})

test('a build has them as files of their own, which the service worker does not keep', async () => {
  const page = 'container-page'
  const entry = {
    name: 'page',
    resolveId: (id: string) => (id.endsWith(page) ? `\0${page}` : null),
    load: (id: string) =>
      id === `\0${page}` ? `console.log((await import('virtual:container-files')).default)` : null,
  }
  const output = await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [entry, filesForContainer(), offline()],
    build: { write: false, rolldownOptions: { input: page } },
  })
  const built = (output as Rolldown.RolldownOutput).output
  const names = built.map(({ fileName }) => fileName).filter(name => name !== 'offline.js')
  const emitted = names.filter(name => /^assets\/container-.*\.(?:bin|mjs)$/.test(name))
  expect(emitted).toHaveLength(3 + rareBundles.length)
  const code = built.flatMap(file => (file.type === 'chunk' ? [file.code] : [])).join('\n')
  expect(emitted.filter(name => !code.includes(name.replace('assets/', '')))).toEqual([])
  const worker = built.find(({ fileName }) => fileName === 'offline.js')
  const list = worker?.type === 'asset' ? String(worker.source) : ''
  expect(names.filter(name => list.includes(name))).toEqual(names.filter(name => !emitted.includes(name)))
}, 60_000)
