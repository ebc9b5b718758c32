import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importsOf, parse } from './architecture-graph.ts'
import { findBreaches, folderOf, rules } from './architecture-rules.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const notOurs = new Set(['node_modules', 'dist', '.cache', '.git'])

/** Every file of the repository that is not installed or built, relative to its root. */
const files = filesUnder('')
const code = files.filter(path => /^(bench|build|sandbox-template|scripts|src|tests)\/.*\.(ts|tsx|mjs)$/.test(path))
const parsed = new Map(code.map(path => [path, parse(path, read(path))]))

describe('src', () => {
  const imports = [...parsed]
    .filter(([path]) => path.startsWith('src/') && !/\.test\.tsx?$/.test(path))
    .flatMap(([path, source]) => importsOf(path.slice('src/'.length), source))

  test('imports point toward plain data, entry files are imported by nothing, folders do not import each other', () => {
    expect(imports.length).toBeGreaterThan(50)
    expect(findBreaches(imports)).toEqual([])
  })

  test('every import names a file that is there', () => {
    const missing = imports.filter(({ to }) => !files.includes(posix.join('src', to)))
    expect(missing).toEqual([])
  })

  test('every folder has a rule', () => {
    const inSrc = files.filter(path => path.startsWith('src/')).map(path => folderOf(path.slice('src/'.length)))
    expect([...new Set(inSrc)].filter(folder => folder !== '' && rules[folder] === undefined)).toEqual([])
  })

  test("the page's thread has nothing of the judge: it runs no pattern and no schema of a stranger's", () => {
    const reached = new Set(['main.tsx'])
    for (const file of reached)
      for (const { from, to, kind } of imports) if (from === file && kind === 'value') reached.add(to)
    expect(reached.size).toBeGreaterThan(100)
    expect([...reached].filter(file => /^check\/(judge|predicate|pattern|schema|validate)/.test(file))).toEqual([])
  })
})

test('no file of code is longer than 300 lines', () => {
  const long = code.map(path => [path, read(path).trimEnd().split('\n').length] as const)
  expect(long.filter(([, lines]) => lines > 300)).toEqual([])
})

test('nothing is typed as any', () => {
  const typed = [...parsed].filter(([, source]) => source.nodes.some(node => node.type === 'TSAnyKeyword'))
  expect(typed.map(([path]) => path)).toEqual([])
})

test('no comment turns the compiler off', () => {
  const off = [...parsed].filter(([, source]) =>
    source.comments.some(text => /^[\s*]*@ts-(ignore|nocheck)/m.test(text)),
  )
  expect(off.map(([path]) => path)).toEqual([])
})

test.each([
  ['a path of one machine', /(?<![\w.:/*-])\/(root|work|home\/[a-z]\w*|Users\/[A-Za-z]\w*)\/|\b[A-Z]:\\Users\\/],
  [
    'a host of a package registry',
    /registry\.(npmjs|yarnpkg)\.|\b(deb|security)\.debian\.org|files\.pythonhosted\.org/,
  ],
])('no file holds %s', (_, pattern) => {
  const found = files.flatMap(path => {
    const match = pattern.exec(read(path))
    return match === null ? [] : [`${path}: ${match[0]}`]
  })
  expect(found).toEqual([])
})

describe('package-lock.json', () => {
  interface Package {
    readonly optionalDependencies?: Readonly<Record<string, string>>
  }
  const { packages }: { packages: Record<string, Package> } = JSON.parse(read('package-lock.json'))
  const locked = Object.values(packages)

  test('holds no download addresses', () => {
    expect(locked.length).toBeGreaterThan(50)
    expect(Object.keys(packages).filter(path => 'resolved' in (packages[path] ?? {}))).toEqual([])
  })

  test('holds the packages of every platform, without which npm ci refuses it', () => {
    const optional = locked.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    expect(optional.length).toBeGreaterThan(10)
    expect(optional.filter(name => !(`node_modules/${name}` in packages))).toEqual([])
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => !notOurs.has(entry.name))
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
