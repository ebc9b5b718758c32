import { describe, expect, test } from 'vitest'
import { findBreaches, type Import } from './architecture-rules.ts'

const value = (from: string, to: string): Import => ({ from, to, kind: 'value' })
const type = (from: string, to: string): Import => ({ from, to, kind: 'type' })

test('imports along the flow are fine', () => {
  const imports = [
    value('main.tsx', 'ui/app.tsx'),
    value('ui/app.tsx', 'workspace/actions.ts'),
    value('ui/result.tsx', 'check/describe.ts'),
    type('ui/result.tsx', 'check/result.ts'),
    value('workspace/actions.ts', 'run/run.ts'),
    value('run/run.ts', 'compile/compile.ts'),
    value('check/judge.ts', 'check/predicate.ts'),
    type('sandbox/sandbox.ts', 'compile/program.ts'),
    value('cli/main.ts', 'sandbox/node/http-client.ts'),
  ]
  expect(findBreaches(imports)).toEqual([])
})

describe('a breach is found when', () => {
  test.each([
    ['plain data imports a station', value('http/http.ts', 'check/check.ts'), /http may not import it/],
    ['a type leads the wrong way', type('compile/compile.ts', 'http/http.ts'), /compile may not import it/],
    [
      'a value is taken where types are allowed',
      value('share/share.ts', 'compile/compile.ts'),
      /only types of compile/,
    ],
    ['the page judges on its own', value('ui/app.tsx', 'check/judge.ts'), /only types of check/],
    ['an engine knows of checks', type('sandbox/sandbox.ts', 'check/check.ts'), /sandbox may not import it/],
    ['the command line shows a page', value('cli/main.ts', 'ui/app.tsx'), /cli may not import it/],
    ['a folder imports the composition root', value('ui/app.tsx', 'services.ts'), /ui may not import it/],
    [
      'an entry file is imported',
      value('run/client.ts', 'run/trusted.worker.ts'),
      /entry files are imported by nothing/,
    ],
    ['a folder has no rule', value('helpers/text.ts', 'http/http.ts'), /helpers, which has no rule/],
  ])('%s', (_, offending, sentence) => {
    expect(findBreaches([offending])).toEqual([expect.stringMatching(sentence)])
  })

  test('folders import each other by way of others', () => {
    const imports = [value('run/a.ts', 'check/b.ts'), value('check/b.ts', 'http/c.ts'), type('http/c.ts', 'run/a.ts')]
    expect(findBreaches(imports)).toContain('these folders import each other: check, http, run')
  })
})

test('an entry file may be turned into a worker by the bundler', () => {
  const worker: Import = { from: 'run/client.ts', to: 'run/trusted.worker.ts', kind: 'asset' }
  expect(findBreaches([worker])).toEqual([])
})
