import catalog from 'virtual:catalog'
import { describe, expect, test } from 'vitest'
import { compareRecording } from '../../src/exercise/compare-recording.ts'
import { answersOf, exerciseIds, solutionOf, startOf } from './exercise-files.ts'
import { openPage } from './page.ts'
import { notPassed, runFiles, whenOpen } from './rendition.ts'

describe.each(exerciseIds)('%s on the built page', id => {
  const open = async () => {
    const { page } = await openPage(`/exercises/${id}/`)
    await whenOpen(page, id)
    const entry = catalog.find(({ summary }) => summary.id === id)
    if (!entry) throw new Error(`${id} is not in the catalogue`)
    const { default: exercise } = await entry.load()
    return { page, exercise }
  }

  test('start files pass no check but those that the front matter lists', async () => {
    const { page, exercise } = await open()
    const { results } = await runFiles(page, startOf(id))
    const passing = results.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check)
    expect(passing).toEqual(exercise.passingAtStart)
    expect(results.map(({ check }) => check)).toEqual(exercise.checks.map(check => check.id))
  })

  test('the solution passes every check, and answers as FastAPI did but for the listed differences', async () => {
    const { page, exercise } = await open()
    const verdict = await runFiles(page, solutionOf(id))
    expect(notPassed(verdict)).toEqual([])
    const exchanges = Object.fromEntries(
      verdict.results.map(({ check, steps }) => [check, steps.flatMap(({ exchange }) => exchange ?? [])]),
    )
    expect(compareRecording(exercise.checks, exercise.recording, exchanges, exercise.allowedDifferences)).toEqual([])
  })

  test('each alternative passes every check', async () => {
    const { page } = await open()
    const alternatives = answersOf(id, 'alt')
    expect(alternatives.length).toBeGreaterThanOrEqual(1)
    for (const { name, files } of alternatives)
      expect({ [name]: notPassed(await runFiles(page, files)) }).toEqual({ [name]: [] })
  })

  test('each wrong answer fails the check that it names', async () => {
    const { page } = await open()
    const wrong = answersOf(id, 'wrong')
    expect(wrong.length).toBeGreaterThanOrEqual(4)
    for (const { name, files, caughtBy } of wrong) {
      const { results } = await runFiles(page, files)
      const outcome = results.find(({ check }) => check === caughtBy)?.outcome
      expect(
        { [name]: outcome === 'failed' || outcome === 'broke' },
        `${name} is caught by "${caughtBy}", which ${outcome}`,
      ).toEqual({
        [name]: true,
      })
    }
  })
})
