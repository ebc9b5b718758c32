import { expect, test } from 'vitest'
import { CONTAINER_STAGES, type ContainerStatus } from '../../sandbox/webcontainer/status.ts'
import {
  announcement,
  describeConfirmation,
  describeContainer,
  describeDiffering,
  describeRunning,
  remedyOf,
  STAGES,
  whyNoAnswer,
  whyNoApp,
} from './words.ts'

const off: ContainerStatus = { kind: 'off' }
const waiting = (reason: 'edit' | 'consent' | 'network' | 'person'): ContainerStatus => ({
  kind: 'waiting',
  for: reason,
})
const booting = (slow: boolean): ContainerStatus => ({ kind: 'booting', stage: 'mounting', slow })
const ready: ContainerStatus = { kind: 'ready', node: '22.22.3' }
const failed = (remedy: 'retry' | 'reload' | 'none'): ContainerStatus => ({
  kind: 'failed',
  problem: 'unreachable',
  message: 'could not reach StackBlitz: because you may be offline; try again.',
  remedy,
})

test('the stages are those of the WebContainer, in its order', () => {
  expect(STAGES.map(([stage]) => stage)).toEqual([...CONTAINER_STAGES])
})

test('every state is a sentence, and says what can be pressed', () => {
  expect([off, waiting('edit'), waiting('consent'), waiting('network'), waiting('person')].map(said)).toEqual([
    ['It is off, and nothing starts it until you turn it on again.', 'allow'],
    ['It starts after your first edit.', 'start'],
    ['It waits for you to run this code.', null],
    ['You are offline; it starts when you are back.', null],
    ['It starts when you say so.', 'start'],
  ])
  expect([booting(false), booting(true), ready].map(said)).toEqual([
    ['It is starting: mounting packages (4 of 6).', null],
    ['It is starting: mounting packages (4 of 6). It is taking longer than usual.', null],
    ['Node.js 22.22.3 is running in this tab.', null],
  ])
})

const said = (container: ContainerStatus) => [describeContainer(container), remedyOf(container)]

test('a failure is told in its own words, with its own remedy', () => {
  const told = 'Could not reach StackBlitz: because you may be offline; try again.'
  expect([failed('retry'), failed('reload'), failed('none')].map(said)).toEqual([
    [told, 'retry'],
    [told, 'reload'],
    [told, null],
  ])
})

test('nothing is said to be sent nowhere once real Node runs the code too', () => {
  expect(describeRunning('auto', waiting('edit'))).toMatch(/Nothing of it is sent anywhere/)
  expect(describeRunning('embedded', ready)).toMatch(/Nothing of it is sent anywhere/)
  expect(describeRunning('auto', ready)).toMatch(/then in real Node, which confirms the verdict/)
  expect(describeRunning('webcontainer', ready)).toMatch(/^Your code runs in real Node.*tab\.$/)
  expect(describeRunning('webcontainer', booting(false))).toMatch(/^Your code runs in real Node.*once that is up\.$/)
})

test('a confirmation says what came of it', () => {
  const differing = { check: 'a', embedded: 'passed', webcontainer: 'failed' } as const
  expect(describeConfirmation({ kind: 'none' })).toBeNull()
  expect(describeConfirmation({ kind: 'unknown', why: 'It ran out of time.' })).toBe('It ran out of time.')
  expect(describeConfirmation({ kind: 'differs', checks: [differing] })).toMatch(/on one check,/)
  expect(describeConfirmation({ kind: 'differs', checks: [differing, differing] })).toMatch(/on 2 checks,/)
  expect(describeDiffering(differing)).toBe('passed in this page, failed in real Node')
  expect(describeDiffering({ ...differing, webcontainer: 'not-run' })).toBe(
    'passed in this page, was not run in real Node',
  )
})

test('the app can be opened once real Node is up, and until then it is said why not', () => {
  expect(whyNoApp(ready)).toBeNull()
  for (const container of [off, waiting('edit'), waiting('network'), booting(false), failed('retry')])
    expect(whyNoApp(container)).toMatch(/^Your app opens in real Node[.,].+\.$/)
})

test('nothing answers only when real Node alone should and is not up', () => {
  for (const container of [off, waiting('edit'), booting(true), failed('retry')]) {
    expect(whyNoAnswer('auto', container)).toBeNull()
    expect(whyNoAnswer('embedded', container)).toBeNull()
    expect(whyNoAnswer('webcontainer', container)?.text).toBe(describeContainer(container))
  }
  expect(whyNoAnswer('webcontainer', ready)).toBeNull()
  expect(whyNoAnswer('webcontainer', failed('retry'))?.ours).toBe(true)
})

test("a stranger's code waits for its reader, which is no fault of real Node", () => {
  expect(whyNoAnswer('webcontainer', waiting('consent'))).toBeNull()
})

test('the stages of a start are one announcement', () => {
  const stages = CONTAINER_STAGES.map(stage => announcement({ kind: 'booting', stage, slow: stage === 'checking' }))
  expect(new Set(stages)).toEqual(new Set(['Real Node is starting.']))
  expect(announcement(waiting('edit'))).toBe('')
  expect(announcement(ready)).toBe('Real Node is ready, version 22.22.3.')
})
