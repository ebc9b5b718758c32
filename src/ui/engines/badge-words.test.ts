import { expect, test } from 'vitest'
import type { ContainerStatus } from '../../sandbox/webcontainer/status.ts'
import type { Confirmation, EngineChoice } from '../../workspace/engines-state.ts'
import { badgeWords } from './badge-words.ts'

const booting: ContainerStatus = { kind: 'booting', stage: 'mounting', slow: false }
const ready: ContainerStatus = { kind: 'ready', node: '22.22.3' }
const failed: ContainerStatus = { kind: 'failed', problem: 'lost', message: 'It is gone.', remedy: 'retry' }
const waiting: ContainerStatus = { kind: 'waiting', for: 'edit' }

const words = (choice: EngineChoice, container: ContainerStatus, confirmation: Confirmation = { kind: 'none' }) => {
  const verdictOf = choice === 'webcontainer' ? 'webcontainer' : 'embedded'
  const { look, engine, state } = badgeWords({ choice, container, confirmation, verdictOf })
  return [look, engine, state]
}

test('while the WebContainer is not up, the badge names the engine that answers, and a start by its stage', () => {
  expect(words('auto', waiting)).toEqual(['plain', 'In this page', null])
  expect(words('auto', { kind: 'off' })).toEqual(['plain', 'In this page', null])
  expect(words('auto', booting)).toEqual(['booting', 'In this page', 'Starting Node: mounting packages'])
  expect(words('auto', failed)).toEqual(['unavailable', 'In this page', 'Real Node not available'])
})

test('once it is up, the badge says what came of confirming the verdict', () => {
  const states = (['none', 'running', 'confirmed'] as const).map(kind => words('auto', ready, { kind }))
  expect(states).toEqual([
    ['ready', 'In this page', 'Node 22.22.3 is ready'],
    ['ready', 'In this page', 'Node 22.22.3 is checking'],
    ['confirmed', 'In this page', 'Confirmed by Node 22.22.3'],
  ])
  expect(words('auto', ready, { kind: 'differs', checks: [] })).toEqual(['differs', 'In this page', 'Engines disagree'])
  expect(words('auto', ready, { kind: 'unknown', why: 'It ran out of time.' })).toEqual([
    'ready',
    'In this page',
    'Not confirmed by Node',
  ])
})

test('whoever chose this page hears of the WebContainer only when it is started all the same', () => {
  expect(words('embedded', failed)).toEqual(['plain', 'In this page', null])
  expect(words('embedded', ready)).toEqual(['plain', 'In this page', null])
  expect(words('embedded', booting)).toEqual(['booting', 'In this page', 'Starting Node: mounting packages'])
})

test('where real Node alone should answer, no engine is named until it can', () => {
  expect(words('webcontainer', booting)).toEqual(['booting', null, 'Starting Node: mounting packages'])
  expect(words('webcontainer', failed)).toEqual(['unavailable', null, 'Real Node not available'])
  expect(words('webcontainer', waiting)).toEqual(['unavailable', null, 'Real Node not started'])
  expect(words('webcontainer', ready)).toEqual(['ready', 'Real Node (WebContainer)', 'Node 22.22.3'])
})
