import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import { idOf } from '../../src/selftest/conformance/case.ts'
import { areas, cases, smokeCases } from './cases/index.ts'
import { filesOf } from './programs.ts'
import { conformanceTable } from './table.ts'

const path = join(root, 'docs/conformance.md')

it('docs/conformance.md is in step with the cases; UPDATE_DOCS=1 writes it', async () => {
  const table = conformanceTable(areas)
  if (process.env.UPDATE_DOCS) await writeFile(path, table)
  expect(await readFile(path, 'utf8')).toBe(table)
})

it('every case has a name of its own, a program and steps', () => {
  expect(new Set(cases.map(idOf)).size).toBe(cases.length)
  for (const { program, steps } of cases) {
    expect(filesOf(program)).toHaveProperty(['app.ts'])
    expect(steps.length).toBeGreaterThan(0)
  }
})

it('there are at least 150 cases, and a short list of them without differences', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(smokeCases.length).toBeGreaterThanOrEqual(20)
  expect(smokeCases.filter(({ difference }) => difference)).toEqual([])
})
