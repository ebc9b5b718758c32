import { describe, expect, test } from 'vitest'
import { type Exports, evaluateModules } from '../sandbox/evaluate.ts'
import { compile } from './compile.ts'
import type { Compilation, SourceFiles } from './program.ts'

const packages = {
  hono: ['Hono'],
  'hono/http-exception': ['HTTPException'],
  'hono/cors': ['cors'],
  '@hono/node-server': ['serve'],
}
const compiled = (files: SourceFiles): Compilation => compile(files, { entry: 'app.ts', packages })
const problems = (files: SourceFiles): string[] =>
  compiled(files).diagnostics.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`)

const noPackage = (specifier: string): Exports => {
  if (!specifier.startsWith('.')) return {}
  throw new Error(`no ${specifier}`)
}

/** Runs a program as every engine does. */
const evaluate = async (files: SourceFiles): Promise<Record<string, Exports>> => {
  const { program, diagnostics } = compiled(files)
  if (!program) throw new Error(diagnostics.map(({ message }) => message).join())
  const functions = program.modules.map(async ({ code, ...module }) => {
    const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
    return { ...module, run: (await import(/* @vite-ignore */ url)).default }
  })
  return Object.fromEntries(await evaluateModules(await Promise.all(functions), noPackage))
}

describe('programs', () => {
  test('evaluate to what the source exports, types gone', async () => {
    const { 'app.ts': app } = await evaluate({
      'app.ts':
        "import { double, type Num } from './lib/double'\nexport default double(21 as Num)\nexport enum Colour { Red }",
      'lib/double.ts': 'export type Num = number\nexport const double = (n: Num): Num => n * 2',
    })
    expect(app?.default).toBe(42)
    expect(app?.Colour).toMatchObject({ Red: 0 })
  })

  test('keep every statement on its own line', () => {
    const source =
      "import { Hono } from 'hono'\n\ninterface A {\n  a: string\n}\n\nthrow new Error('line 7')\nexport default new Hono()"
    const { program } = compiled({ 'app.ts': source })
    expect(program?.modules[0]?.code.split('\n')[6]).toContain('line 7')
  })

  test('wait for a top-level await before the importer runs', async () => {
    const files = {
      'app.ts': "import { n } from './slow.ts'\nexport default n + 1",
      'slow.ts': 'export const n = await Promise.resolve(1)',
    }
    expect((await evaluate(files))['app.ts']?.default).toBe(2)
  })

  test('may import each other, and call exported functions before the other module ran', async () => {
    const exports = await evaluate({
      'app.ts': "import { twice } from './b'\nexport function one() { return 1 }\nexport default twice()",
      'b.ts': "import { one } from './app'\nexport const early = one()\nexport function twice() { return one() * 2 }",
    })
    expect(exports['app.ts']?.default).toBe(2)
    expect(exports['b.ts']?.early).toBe(1)
  })

  test('run a file that is only import()ed when it is asked for, once, with what it needs', async () => {
    const exports = await evaluate({
      'app.ts': `import { order } from './order'
const name: string = './' + 'unknown'
export const before = order.join()
export const { late } = await import('./late.ts')
export const again = (await import('./late.ts')).late === late
export const failed = await import(name).catch((error: Error) => error.message)
export const after = order.join()`,
      'late.ts': "import { order } from './order'\nimport './side'\norder.push('late')\nexport const late = {}",
      'side.ts': "import { order } from './order'\norder.push('side')",
      'order.ts': 'export const order: string[] = []',
    })
    expect(exports['app.ts']).toMatchObject({ before: '', again: true, failed: 'no ./unknown', after: 'side,late' })
  })

  test('may export by destructuring after a line without a semicolon', async () => {
    const exports = await evaluate({
      'app.ts': 'const pair = [1, 2]\nexport const [a, b] = pair\nexport default a + b',
    })
    expect(exports['app.ts']).toMatchObject({ a: 1, b: 2, default: 3 })
  })

  test('may name a parameter as what they import, whatever its function looks like', async () => {
    const exports = await evaluate({
      'app.ts': `import { name } from './name.ts'
const given = [
  async <T>(name: T): Promise<T> => name,
  async (name: string): Promise<string> => name,
  <T>(name: T): T => name,
  async function <T>(name: T): Promise<T> { return name },
]
export default [name, ...(await Promise.all(given.map(one => one('given'))))].join()`,
      'name.ts': "export const name = 'imported'",
    })
    expect(exports['app.ts']?.default).toBe('imported,given,given,given,given')
  })

  test('may use every name but those that the sandbox needs', async () => {
    const exports = await evaluate({ 'app.ts': 'const turn = 1, module = 2\nexport default turn + module' })
    expect(exports['app.ts']?.default).toBe(3)
  })

  test('name their packages once and leave out files that nothing imports', () => {
    const { program } = compiled({
      'app.ts': "import { Hono } from 'hono'\nimport { b } from './b.js'\nexport default new Hono().get(b)",
      'b.ts': "import { Hono } from 'hono'\nexport const b = String(new Hono())",
      'broken.ts': 'const',
    })
    expect(program?.packages).toEqual(['hono'])
    expect(program?.modules.map(({ path }) => path)).toEqual(['b.ts', 'app.ts'])
    expect(program?.modules[1]?.imports).toEqual({ './b.js': 'b.ts' })
  })

  test('leave out imports that are types only', () => {
    expect(problems({ 'app.ts': "import { Context } from 'hono'\nexport default (c: Context) => c" })).toEqual([])
  })
})

describe('diagnostics', () => {
  test.each([
    ['a half-written line', 'const x = ;', 'app.ts:1:11 Syntax error: Unexpected token'],
    [
      'a name declared twice',
      'let a = 1\nlet a = 2',
      "app.ts:2:5 Syntax error: Identifier 'a' has already been declared",
    ],
    ['an assignment to a literal', '\n1 = 2', 'app.ts:2:1 Syntax error: Assigning to rvalue'],
    [
      'await in a plain function',
      'function f() {\n  await 1\n}',
      "app.ts:2:3 Syntax error: Cannot use keyword 'await' outside an async function",
    ],
    [
      'a type before the error on its line',
      'const f = (a: string) => { let b; let b }',
      "app.ts:1:1 Syntax error: Identifier 'b' has already been declared",
    ],
    [
      'an unknown package',
      "import express from 'express'\nexpress()",
      'app.ts:1:22 could not import "express": this exercise runs without it; the packages here are hono, @hono/node-server',
    ],
    [
      'a mistyped package',
      "import { cors } from 'hono/cross'\ncors()",
      'app.ts:1:23 could not import "hono/cross": there is no such package here; did you mean "hono/cors"?',
    ],
    [
      'a package that needs Node',
      "import { readFile } from 'node:fs/promises'\nreadFile('x')",
      'app.ts:1:27 could not import "node:fs/promises": programs here run without the modules of Node',
    ],
    [
      'a name that a package has in Node only',
      "import { getRequestListener } from '@hono/node-server'\ngetRequestListener()",
      'app.ts:1:10 could not import "getRequestListener" from "@hono/node-server": it needs a server of node:http; ' +
        'export the app as default, or hand it to serve()',
    ],
    [
      'a name that a package does not export',
      "import {\n  Hno,\n} from 'hono'\nHno()",
      'app.ts:2:3 could not import "Hno" from "hono": it is not exported there; did you mean "Hono"?',
    ],
    [
      'a missing default export',
      "import Hono from 'hono'\nHono()",
      'app.ts:1:19 could not import a default from "hono": it has no default export; it exports Hono',
    ],
    [
      'a missing file',
      "import { a } from './itms'\na()",
      'app.ts:1:20 could not find "./itms": it does not exist; there is no other file',
    ],
    [
      'an import() of a missing file',
      "\nawait import('./itms')",
      'app.ts:2:15 could not find "./itms": it does not exist; there is no other file',
    ],
    [
      'a specifier that Object.prototype has',
      "import { a } from 'constructor'\na()",
      'app.ts:1:20 could not import "constructor": this exercise runs without it; the packages here are hono, @hono/node-server',
    ],
    [
      "the sandbox's own names",
      'const require = 1\nexport default require',
      'app.ts:1:1 could not use the name `require` here: the sandbox needs it for modules; choose another name',
    ],
  ])('point at %s', (_, source, expected) => {
    expect(problems({ 'app.ts': source })).toEqual([expected])
  })

  test('point at a name that another file does not export, through `export *`', () => {
    const files = {
      'app.ts': "import { a, c } from './all'\nexport default [a, c]",
      'all.ts': "export * from './a'\nexport * from './all'",
      'a.ts': 'export const a = 1, b = 2',
    }
    expect(problems(files)).toEqual([
      'app.ts:1:13 could not import "c" from "./all": it is not exported there; did you mean "a"?',
    ])
  })

  test('come from every imported file at once', () => {
    const files = { 'app.ts': "import './a'\nimport './b'", 'a.ts': 'const', 'b.ts': 'let 1' }
    expect(problems(files).map(problem => problem.split(':')[0])).toEqual(['a.ts', 'b.ts'])
  })

  test('name a missing entry', () => {
    expect(problems({ 'main.ts': '' })).toEqual([
      'app.ts:1:1 could not start: there is no app.ts; add it and export the app as its default',
    ])
  })
})

describe('sources that nobody wrote by hand', () => {
  test('ten thousand files in a row are one program', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => (index === 0 ? 'app.ts' : `f${index}.ts`))
    const files = Object.fromEntries(
      names.map((name, index) => [name, index + 1 < names.length ? `import './f${index + 1}.ts'` : 'export {}']),
    )
    expect(compiled(files).program?.modules.map(({ path }) => path)).toEqual(names.toReversed())
  })

  test('brackets nested without end are told in words', () => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    expect(problems({ 'app.ts': nested })).toEqual([
      'app.ts:1:1 could not read this file: its brackets are nested too deeply',
    ])
  })

  test('a name of a million letters is compared with no package', () => {
    expect(problems({ 'app.ts': `import '${'hono'.repeat(250_000)}'` })).toHaveLength(1)
  })
})
