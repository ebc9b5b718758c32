import { expect, it } from 'vitest'
import { say } from '../../check/authoring.ts'
import type { Result } from '../../check/result.ts'
import { sayCheck } from './sentences.ts'

it('a step is told with the values that it was performed with', () => {
  const check = { id: 'a', title: 'a', why: '', steps: [say('alice', 'hello {{word}}')] }
  const happened = { kind: 'socket', event: null, failure: null, log: [] } as const
  const result: Result = {
    check: 'a',
    outcome: 'passed',
    steps: [{ outcome: 'passed', happened, observations: [], unsaved: [], advice: [] }],
    failure: null,
    notRun: null,
    log: [],
  }
  expect(sayCheck(check, result, { word: 'lantern' }).steps[0]?.title).toBe('send "hello lantern" on "alice"')
})
