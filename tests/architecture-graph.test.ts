import { expect, test } from 'vitest'
import { importsOf, parse } from './architecture-graph.ts'

test.each([
  [`import { a } from '../http/a.ts'`, 'http/a.ts', 'value'],
  [`import '../http/a.ts'`, 'http/a.ts', 'value'],
  [`import type { A } from '../http/a.ts'`, 'http/a.ts', 'type'],
  // `verbatimModuleSyntax` keeps this import in the output.
  [`import { type A } from '../http/a.ts'`, 'http/a.ts', 'value'],
  [`export { a } from './a.ts'`, 'run/a.ts', 'value'],
  [`export type { A } from './a.ts'`, 'run/a.ts', 'type'],
  [`export * from './a.ts'`, 'run/a.ts', 'value'],
  [`const a = await import('./deep/a.ts')`, 'run/deep/a.ts', 'value'],
  [`let a: import('./a.ts').A`, 'run/a.ts', 'type'],
  [`import Worker from './a.worker.ts?worker'`, 'run/a.worker.ts', 'asset'],
])('%s is an import of %s as a %s', (text, to, kind) => {
  expect(importsOf('run/here.ts', parse('here.ts', text))).toEqual([{ from: 'run/here.ts', to, kind }])
})

test.each([
  `import { Hono } from 'hono'`,
  `// import './a.ts'`,
  `const text = "import './a.ts'"`,
  'export const a = 1',
])('%s imports no file', text => {
  expect(importsOf('run/here.ts', parse('here.ts', text))).toEqual([])
})
