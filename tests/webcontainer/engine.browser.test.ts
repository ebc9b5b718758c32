import { expect, test } from 'vitest'
import { solutionOf } from '../browser/exercise-files.ts'
import { notPassed, runFiles } from '../browser/rendition.ts'
import { exercise, openEmulated, whenConfirmation, whenContainer } from './emulated-page.ts'

test('boots after the first edit, confirms the verdict, and confirms the next', async () => {
  const { page, emulator } = await openEmulated()
  expect(emulator.asked).toBe(0)
  expect(notPassed(await runFiles(page, solutionOf(exercise)))).toEqual([])
  await whenContainer(page, 'ready')
  await whenConfirmation(page, 'confirmed')
})
