import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Verdict } from '../run/verdict.ts'
import type { WorkspaceState } from '../workspace/state.ts'
import { createShown } from './shown-state.ts'

const verdict: Verdict = {
  exercise: 'x',
  engine: 'embedded',
  seed: 1,
  diagnostics: [],
  results: [],
  log: [],
  timings: { compile: 0, evaluate: 0, requests: 0, judge: 0 },
}

const create = () => {
  const files = { 'app.ts': '' }
  const state: Partial<WorkspaceState> = { files, ranOn: files, verdict, run: { phase: 'idle' }, live: 'on' }
  const store = createStore(() => state as WorkspaceState)
  const shown = createShown(store)
  const changes = vi.fn()
  shown.subscribe(changes)
  const edit = (text: string) => store.setState({ files: { 'app.ts': text } })
  const judge = () => store.setState({ verdict: { ...verdict }, ranOn: store.getState().files })
  return { store, shown, changes, edit, judge }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('an edit whose verdict comes soon is shown once, with the verdict', () => {
  const { store, shown, changes, edit, judge } = create()
  edit('a')
  judge()
  vi.runAllTimers()
  expect(changes).toHaveBeenCalledTimes(1)
  expect(shown.get()).toBe(store.getState())
})

test('an edit whose verdict does not come is shown as stale, further edits at once', () => {
  const { store, shown, changes, edit } = create()
  edit('a')
  expect(changes).not.toHaveBeenCalled()
  vi.advanceTimersByTime(150)
  expect(changes).toHaveBeenCalledTimes(1)
  edit('ab')
  expect(changes).toHaveBeenCalledTimes(2)
  expect(shown.get()).toBe(store.getState())
})

test('what is not part of a result changes nothing', () => {
  const { store, changes } = create()
  store.setState({ saving: { kind: 'saved' }, activePath: 'b.ts' })
  vi.runAllTimers()
  expect(changes).not.toHaveBeenCalled()
})
