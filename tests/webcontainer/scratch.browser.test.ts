import { test } from 'vitest'
import { solutionOf } from '../browser/exercise-files.ts'
import { runFiles } from '../browser/rendition.ts'
import { exercise, openEmulated } from './emulated-page.ts'

test('scratch', { timeout: 60000 }, async () => {
  const { page, emulator, problems } = await openEmulated()
  page.on('console', m => console.log('C', m.text()))
  await runFiles(page, solutionOf(exercise))
  for (let i = 0; i < 20; i++) {
    await new Promise(r => setTimeout(r, 1000))
    const marks = await page.evaluate(() =>
      performance
        .getEntriesByType('mark')
        .filter(m => /container|confirm/.test(m.name))
        .map(m => [m.name, Math.round(m.startTime), (m as PerformanceMark).detail]),
    )
    console.log(JSON.stringify(marks), emulator.asked, emulator.boots, emulator.processes, problems.join('|'))
    if (JSON.stringify(marks).includes('failed') || JSON.stringify(marks).includes('confirmed')) break
  }
  console.log(await page.evaluate(() => document.body.innerText.slice(0, 600)))
})
