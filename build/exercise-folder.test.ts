import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogueIds, exerciseIds, readExercise } from './exercise-folder.ts'

const ID = '08-status-codes'
const REAL = fileURLToPath(new URL('../exercises', import.meta.url))

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rendition-exercises-'))
  // Answers are not read by what is tested here, and are most of the files.
  const isRead = (path: string) => !/[\\/](?:alt|wrong)$/.test(path)
  await cp(join(REAL, ID), join(root, ID), { recursive: true, filter: isRead })
})
afterEach(() => rm(root, { recursive: true }))

const change = async (file: string, from: string | RegExp, to: string) => {
  const path = join(root, ID, file)
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(from)
  await writeFile(path, text.replace(from, to))
}

describe('readExercise', () => {
  it('reads a folder that is as it should be, related exercises found by their number', async () => {
    await cp(join(root, ID), join(root, '09-dependencies'), { recursive: true })
    const exercise = await readExercise(root, ID)
    expect(await exerciseIds(root)).toEqual([ID, '09-dependencies'])
    expect(exercise).toMatchObject({ id: ID, difficulty: 'easy', passingAtStart: ['read-item'] })
    expect(Object.keys(exercise.start)).toEqual(['app.ts'])
    expect(exercise.related.filter(other => other.id !== null)).toMatchObject([{ number: 9, id: '09-dependencies' }])
    expect(exercise.originalHtml).toContain('--shiki-dark:')
    expect(exercise.solutionHtml['app.ts']).toContain('<pre class="shiki')
  }, 30_000)

  it('reads given files, among which the entry may be', async () => {
    const place = (path: string) => join(root, ID, path)
    await mkdir(place('given'))
    await rename(place('start/app.ts'), place('given/app.ts'))
    await rename(place('solution/app.ts'), place('solution/tests.ts'))
    await writeFile(place('start/tests.ts'), '')
    const { given, start } = await readExercise(root, ID)
    expect([given, start].map(files => Object.keys(files))).toEqual([['app.ts'], ['tests.ts']])
    await writeFile(place('given/tests.ts'), '')
    await expect(readExercise(root, ID)).rejects.toThrow('given has tests.ts, which start/ has as well')
  }, 30_000)

  it.each([
    ['a brief without a field', 'brief.md', /summary: .*\n/, '', 'front matter in which "summary" is missing'],
    ['a brief without hints', 'brief.md', '## Hints', '## Tips', 'has no section "## Hints"'],
    ["another exercise's recording", 'recording.json', ID, '07-other', 'is not a recording of this exercise'],
    [
      'a recording that is not JSON',
      'recording.json',
      '{',
      '',
      'is not JSON; run "npm run rendition -- record 08-status-codes"',
    ],
  ])('refuses %s, and names the file', async (_problem, file, from, to, message) => {
    await change(file, from, to)
    const reading = readExercise(root, ID)
    await expect(reading).rejects.toThrow(message)
    await expect(reading).rejects.toThrow(`could not read exercise ${ID}: because ${ID}/${file} `)
  })

  it.each([
    ['brief.md', 'add it'],
    ['recording.json', 'run "npm run rendition -- record 08-status-codes"'],
    ['checks.ts', 'add it: its default export is the list of checks'],
    ['original.py', 'add the FastAPI original'],
    ['start/app.ts', 'has no app.ts'],
    ['solution/app.ts', 'give start/ and solution/ files of the same names'],
    ['solution', 'add the folder with an app.ts in it'],
  ])('says what to do when %s is not there', async (file, remedy) => {
    await rm(join(root, ID, file), { recursive: true })
    await expect(readExercise(root, ID)).rejects.toThrow(remedy)
  })

  it('leaves an exercise that is not recorded out of the catalogue and of related questions', async () => {
    await cp(join(root, ID), join(root, '09-dependencies'), { recursive: true })
    await rm(join(root, '09-dependencies', 'recording.json'))
    expect(await exerciseIds(root)).toEqual([ID, '09-dependencies'])
    expect(await catalogueIds(root)).toEqual([ID])
    expect((await readExercise(root, ID)).related.filter(other => other.id !== null)).toEqual([])
  }, 30_000)

  it('refuses files without a twin, stray files and stray folders', async () => {
    await writeFile(join(root, ID, 'start', 'extra.ts'), '')
    await expect(readExercise(root, ID)).rejects.toThrow(`${ID}/solution has no extra.ts`)
    await writeFile(join(root, ID, 'notes.txt'), '')
    await expect(readExercise(root, ID)).rejects.toThrow(`${ID}/notes.txt is none of advice.ts, alt`)
    await writeFile(join(root, 'draft'), '')
    await expect(exerciseIds(root)).rejects.toThrow('draft is not named like an exercise')
  })
})
