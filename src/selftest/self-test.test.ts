import { expect, it } from 'vitest'
import type { ReportStage } from './engines.ts'
import { createSelfTest } from './self-test.ts'

/** As a container that never comes up. */
const hanging = (report: ReportStage) => {
  report('connecting')
  return new Promise<never>(() => undefined)
}
const unused = () => Promise.reject(new Error('it is not reached'))

it('says at once that it stops, and does not wait for what cannot be called off', async () => {
  const selfTest = createSelfTest({
    engines: { bootContainer: hanging, restartContainer: unused, runChecks: unused },
    loadSuite: async () => ({ areas: [], programs: {} }),
    build: '0.1.0+abc',
    browser: { userAgent: 'A browser', isolated: true, deviceMemory: null, hardwareConcurrency: 2 },
  })
  const isStarting = new Promise<void>(resolve => {
    selfTest.store.subscribe(({ activity }) => {
      if (activity.text === 'Starting the WebContainer') resolve()
    })
  })
  const running = selfTest.start({ cases: 'all', container: true, restart: false })
  await isStarting
  selfTest.stop()
  expect(selfTest.store.getState()).toMatchObject({ phase: 'running', activity: { text: 'Stopping' } })
  await running
  expect(selfTest.store.getState()).toMatchObject({ phase: 'done', cut: 'It was stopped before its end.' })
})
