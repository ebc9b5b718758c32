import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../compile/compile.ts'
import type { Program } from '../../compile/program.ts'
import { evaluateModules, type LoadedModule } from '../evaluate.ts'
import { GUARD } from '../runner/guard-name.ts'
import { guardLoops } from './guard-loops.ts'

const programOf = (source: string): Program => {
  const { program, diagnostics } = compile({ 'app.ts': source }, { entry: 'app.ts', packages: {} })
  if (program) return program
  throw new Error(`could not compile: because ${diagnostics.map(({ message }) => message).join('; ')}`)
}

let imported = 0

/** What the program exports. Its modules are new each time, and look for the guard again. */
const run = async ({ modules }: Program): Promise<Record<string, unknown> | undefined> => {
  const loaded = modules.map(async ({ code, ...module }): Promise<LoadedModule> => {
    imported += 1
    const url = `data:text/javascript,${encodeURIComponent(`${code}\n// ${imported}`)}`
    return { ...module, run: (await import(/* @vite-ignore */ url)).default }
  })
  const noPackages = (specifier: string) => {
    throw new Error(specifier)
  }
  return (await evaluateModules(await Promise.all(loaded), noPackages)).get('app.ts')
}

const setGuard = (guard: () => void) => Reflect.set(globalThis, Symbol.for(GUARD), guard)

let looks = 0
beforeEach(() => {
  looks = 0
  setGuard(() => {
    looks += 1
  })
})
afterEach(() => Reflect.deleteProperty(globalThis, Symbol.for(GUARD)))

const numbers = 'const numbers = Array.from({ length: 1000 }, (_, n) => n)\n'

describe('a guarded loop does what it did', () => {
  it.each<[name: string, source: string, result: unknown]>([
    ['for', 'let n = 0; for (let i = 0; i < 1000; i++) { n += i }; export const result = n', 499_500],
    ['for without braces', 'let n = 0; for (let i = 0; i < 1000; i++) n += i\nexport const result = n', 499_500],
    ['for without a body', 'let n = 0; for (; n < 1000; n++);\nexport const result = n', 1000],
    ['for-of', `${numbers}let n = 0; for (const one of numbers) { n += one }\nexport const result = n`, 499_500],
    [
      'for-of without braces',
      `${numbers}let n = 0; for (const one of numbers) n += one; export const result = n`,
      499_500,
    ],
    ['for-in', `${numbers}let n = ''; for (const key in numbers) n = key\nexport const result = n`, '999'],
    ['while', 'let n = 0; while (n < 1000) { n++ }\nexport const result = n', 1000],
    ['while without braces', 'let n = 0; while (n < 1000) n++\nexport const result = n', 1000],
    ['while without a body', 'let n = 0; while (n++ < 1000);\nexport const result = n', 1001],
    ['do', 'let n = 0; do { n++ } while (n < 1000)\nexport const result = n', 1000],
    ['do without braces', 'let n = 0; do n++; while (n < 1000)\nexport const result = n', 1000],
    ['do without braces, over lines', 'let n = 0\ndo n++\nwhile (n < 1000)\nexport const result = n', 1000],
    ['do in do', 'let n = 0; do do n++; while (n % 2) while (n < 1000)\nexport const result = n', 1000],
    [
      'loops in loops without braces',
      'let n = 0; for (let i = 0; i < 40; i++) for (let j = 0; j < 40; j++) n++\nexport const result = n',
      1600,
    ],
    [
      'if and else around loops without braces',
      'let n = 0; for (let i = 0; i < 600; i++) if (i % 2) while (n < 2) n++\nelse n += 2\nexport const result = n',
      600,
    ],
    [
      'else that belongs to the outer if',
      'let n = 0; if (n) for (;;) n--; else for (; n < 1000; ) n++\nexport const result = n',
      1000,
    ],
    [
      'continue',
      'let n = 0; for (let i = 0; i < 1000; i++) { if (i % 2) continue; n++ }\nexport const result = n',
      500,
    ],
    [
      'labels, with continue and break',
      `let n = 0
      outer: for (let i = 0; ; i++) {
        inner: for (let j = 0; j < 30; j++) { if (j > i) continue outer; if (i === 40) break outer; if (j) continue inner; n++ }
      }
      export const result = n`,
      40,
    ],
    [
      'a labelled body',
      'let n = 0; for (; n < 999; ) inner: for (;;) { n++; if (n % 3) continue inner; break }\nexport const result = n',
      999,
    ],
    [
      'a closure for each turn',
      'const read: (() => number)[] = []; for (let i = 0; i < 300; i++) read.push(() => i)\nexport const result = read.map(one => one()).at(299)',
      299,
    ],
    [
      'a generator',
      'function* count() { let n = 0; while (true) { if (n > 999) return; yield n++ } }\nexport const result = [...count()].length',
      1000,
    ],
    [
      'an async generator and for-await',
      `async function* count() { for (let n = 0; n < 400; n++) yield n }
      let sum = 0
      for await (const n of count()) sum += n
      export const result = sum`,
      79_800,
    ],
    [
      'an async function',
      'const f = async () => { let n = 0; while (n < 500) n += await 1; return n }\nexport const result = await f()',
      500,
    ],
    [
      'methods, accessors, static blocks and fields of a class',
      `class A { static n = 0; static { for (let i = 0; i < 300; i++) A.n++ }
        f = () => { let n = 0; while (n < 10) n++; return n }
        get g() { for (const one of [1, 2]) return one; return 0 } }
      export const result = [A.n, new A().f(), new A().g]`,
      [300, 10, 1],
    ],
    [
      'switch and try in a loop',
      `let n = 0; for (let i = 0; i < 300; i++) switch (i % 2) { case 0: n++; continue; default: try { continue } finally { n += 2 } }
      export const result = n`,
      450,
    ],
    [
      'words in strings, templates, patterns and comments',
      `let n = 0; while (n < 300) n++ // for (;;) { while (true) {} }
      /* while (true) {} */
      export const result = ['for (;;) {', \`while (\${(() => { for (;;) { return 'x' } })()}) {\`, /for (;;) {}/.source, n]`,
      ['for (;;) {', 'while (x) {', 'for (;;) {}', 300],
    ],
    [
      'types, enums and parameter properties',
      `enum Size { S, L }
      class Box<T> { constructor(readonly items: T[]) {} }
      let n: number = 0
      for (const one of new Box<number>(new Array(300).fill(1)).items) n += one satisfies number
      export const result = [n, Size.L]`,
      [300, 1],
    ],
    [
      'names that the guard would have',
      'let $$n = 0; const $$guard = 1000; while ($$n < $$guard) $$n += 1\nexport const result = $$n',
      1000,
    ],
    [
      'a property named for',
      'const a = { for: 1, while: 2, do: 3 }; let n = 0; while (n < 300) n += a.for\nexport const result = [n, a.while, a.do]',
      [300, 2, 3],
    ],
  ])('%s', async (_name, source, result) => {
    const program = programOf(source)
    const guarded = guardLoops(program)
    expect((await run(guarded))?.result).toEqual(result)
    // Every turn counts, so that each of these has made the guard look at the clock.
    expect(looks).toBeGreaterThan(0)
    expect((await run(program))?.result).toEqual(result)
    expect(guarded.modules.map(lineCount)).toEqual(program.modules.map(lineCount))
  })

  it('where nobody installed a guard', async () => {
    Reflect.deleteProperty(globalThis, Symbol.for(GUARD))
    const guarded = guardLoops(programOf('let n = 0; while (n < 1000) n++\nexport const result = n'))
    expect((await run(guarded))?.result).toBe(1000)
  })
})

const lineCount = ({ code }: { readonly code: string }): number => code.split('\n').length

it.each([
  ['in a block', "let n = 0\nwhile (true) {\n  if (n++ > 600) {\n    throw new Error('here')\n  }\n}", 4],
  ['on the line of the loop', "let n = 0\n\nwhile (true) if (n++ > 600) throw new Error('here')", 3],
  [
    'behind loops',
    "for (let i = 0; i < 3; i++)\n  for (;;)\n    break\nfor (;;) {\n  break }\nthrow new Error('here')",
    6,
  ],
  ['on the first line', "for (;;) throw new Error('here')", 1],
])('an error %s is on its line', async (_name, source, line) => {
  const program = programOf(source)
  for (const one of [program, guardLoops(program)]) {
    const error: unknown = await run(one).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ message: 'here' })
    // The innermost frame: name of the module, line, column.
    const [, found] = /^ +at [^\n]*:(\d+):\d+\)?$/m.exec(error instanceof Error ? `${error.stack}` : '') ?? []
    expect(Number(found)).toBe(line)
  }
})

it.each([
  'for (;;);',
  'for (;;) {}',
  'while (true) { continue }',
  'while (true) continue',
  'do {} while (true)',
  'do ; while (true)',
  'outer: for (;;) for (;;) continue outer',
  'let n = 0; for (;;) try { n++ } finally { continue }',
  'for (const one of (function* () { while (true) yield 1 })()) one',
  'const all = [1]; for (const one of all) all.push(one)',
  'for await (const one of (async function* () { for (;;) yield 1 })()) one',
  'while (true) await 0',
  'const f = () => { while (true) { [1].map(one => { for (const two of [one]) two }) } }; f()',
])('`%s` ends when the guard does not return', async source => {
  setGuard(() => {
    throw new Error('guard')
  })
  await expect(run(guardLoops(programOf(source)))).rejects.toThrow('guard')
})

it.each([
  ['code without loops', "export const a = 'nothing to wait for'"],
  ['code whose only loops are text', "export const a = 'for (;;) {}'"],
])('%s stays as it is', (_name, source) => {
  const program = programOf(source)
  expect(guardLoops(program)).toEqual(program)
})

it('code that cannot be parsed stays as it is', () => {
  const program = programOf('')
  const broken = { ...program, modules: program.modules.map(module => ({ ...module, code: 'for (;;) {' })) }
  expect(guardLoops(broken)).toEqual(broken)
})

it('reads lists that are long, and what is nested deeply', () => {
  const code = `const n = [${'1,'.repeat(200_000)}].length${' + 1'.repeat(1_000)}; while (n);`
  const module = { path: 'app.ts', code, imports: {}, dynamicImports: {}, lazy: false }
  const [guarded] = guardLoops({ entry: 'app.ts', modules: [module], packages: [] }).modules
  expect(guarded?.code.slice(-29)).toBe('while (n){--$$n||$$guard();;}')
})
