import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/commands.mjs'
import { areas } from './programs/index.ts'
import { isSentence } from './seen.ts'
import { containmentDocument } from './table.ts'

const path = join(root, 'docs', 'containment.md')

test('docs/containment.md lists every hostile program as it is', () => {
  const document = containmentDocument(areas)
  if (process.env.UPDATE_DOCS === '1') writeFileSync(path, document)
  expect(readFileSync(path, 'utf8')).toBe(document)
})

test('every program says in one sentence what no other tries', () => {
  const tries = areas.flatMap(({ programs }) => programs.map(program => program.tries))
  expect(tries.length).toBeGreaterThanOrEqual(60)
  expect(new Set(tries).size).toBe(tries.length)
  expect(tries.filter(sentence => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
})

test.each([
  ['one', 'one', true],
  ['one', 'two', false],
  ['the 12 of 13', 'the … of …', true],
  ['the 12 of ', 'the … of …', true],
  ['the 12', 'the … of …', false],
  ['x the 12 of 13', 'the … of …', false],
  ['ab', 'ab…b', false],
])('%j is %j: %j', (sentence, written, expected) => {
  expect(isSentence(sentence, written)).toBe(expected)
})
