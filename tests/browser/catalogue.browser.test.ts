import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { catalogueIds } from '../../build/exercise-folder.ts'
import { root } from '../../scripts/commands.mjs'
import { readFrontMatter } from '../../src/cli/exercise-folders.ts'
import { createStages, neighboursOf, nextUnsolved, stopsOf } from '../../src/workspace/route.ts'
import { address, id, saved, solution, start } from './drafts.ts'
import { newContext, openPage } from './page.ts'
import { runFiles, whenOpen } from './rendition.ts'

const exercises = `${root}/exercises`
const summaries = await Promise.all(
  (await catalogueIds(exercises)).map(async id => ({
    id,
    ...(await readFrontMatter({ id, folder: `${exercises}/${id}` })),
  })),
)
const stages = createStages(summaries, id => `/exercises/${id}/`)
const stops = stopsOf(stages)
const ids = stops.map(({ summary }) => summary.id)
const { title, topics, difficulty } = stops.find(({ summary }) => summary.id === id)?.summary ?? {
  title: '',
  topics: [],
  difficulty: '',
}
const count = (shown: number) => `${shown} of ${ids.length} ${ids.length === 1 ? 'exercise' : 'exercises'}`

const shown = (page: Page) =>
  page.locator('.exercise-card').evaluateAll(cards => cards.map(card => card.getAttribute('data-exercise')))
const status = (page: Page) => page.locator('.exercises [role=status]')
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the exercises' })
const card = (page: Page) => page.locator(`[data-exercise="${id}"].exercise-card`)
const pressed = (page: Page, name: string) => page.getByRole('button', { name, pressed: true })

const open = async (query = '', options: Parameters<typeof openPage>[1] = {}) => {
  const { page } = await openPage(`/${query}`, options)
  await page.locator('.standing').waitFor()
  return page
}

test('every exercise is listed once, in the stages of the path', async () => {
  const page = await open()
  expect(await shown(page)).toEqual(ids)
  const heads = await page.locator('.stage h3').allTextContents()
  expect(heads).toEqual(stages.map(stage => stage.title))
  await status(page).getByText(`${ids.length} exercise`).waitFor()
})

test('the search finds titles, topics and numbers as they are typed, and says how many there are', async () => {
  const page = await open()
  await search(page).pressSequentially('custom  STATUS')
  await status(page).getByText(count(1), { exact: true }).waitFor()
  expect(await shown(page)).toEqual([id])
  await search(page).fill('08')
  await expect.poll(() => shown(page)).toContain(id)
  await search(page).fill(`${topics[0]} nowhere`)
  await status(page).getByText(count(0), { exact: true }).waitFor()
  expect(await shown(page)).toEqual([])
})

test('/ goes to the search field, and Escape empties it', async () => {
  const page = await open()
  await page.keyboard.press('/')
  await page.keyboard.type('a/b')
  expect(await search(page).inputValue()).toBe('a/b')
  await page.keyboard.press('Escape')
  await expect.poll(() => shown(page)).toEqual(ids)
  expect(await search(page).inputValue()).toBe('')
})

test('what was chosen is in the address, which opens the same list, and the back button takes it back', async () => {
  const page = await open()
  const other = difficulty === 'hard' ? 'easy' : 'hard'
  await page.getByRole('combobox', { name: 'Topic' }).selectOption(topics[0] ?? '')
  await page.getByRole('button', { name: difficulty }).click()
  await page.getByRole('button', { name: other }).click()
  await page.getByRole('button', { name: 'new' }).click()
  expect(await shown(page)).toContain(id)
  const link = page.url()
  const params = Object.fromEntries(new URL(link).searchParams)
  expect(params).toEqual({ topic: topics[0], difficulty: 'easy,hard', state: 'new' })

  const reader = await open(new URL(link).search)
  expect(await shown(reader)).toEqual(await shown(page))
  for (const name of [difficulty, other, 'new']) await pressed(reader, name).waitFor()
  expect(await reader.getByRole('combobox', { name: 'Topic' }).inputValue()).toBe(topics[0])

  await page.getByRole('button', { name: difficulty }).click()
  await expect.poll(() => shown(page)).not.toContain(id)
  await page.goBack()
  await expect.poll(() => shown(page)).toContain(id)
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await expect.poll(() => shown(page)).toEqual(ids)
  expect(new URL(page.url()).search).toBe('')
})

test('a list without any exercise says what it was asked for, and shows all again', async () => {
  const page = await open('?q=%3Cb%3Enothing%3C/b%3E&difficulty=hard&state=solved,started')
  await page.getByText('No exercise is like this: “<b>nothing</b>”, hard, started or solved.').waitFor()
  await page.getByRole('button', { name: 'Show all exercises' }).click()
  await expect.poll(() => shown(page)).toEqual(ids)
  expect(new URL(page.url()).search).toBe('')
  expect(await search(page).evaluate(field => field === document.activeElement)).toBe(true)
})

test('what was begun and solved is seen, filtered and offered, as soon as one comes back', async () => {
  const page = await open()
  await page.getByRole('region', { name: 'Where you are' }).getByText('Begin here').waitFor()
  await card(page).getByText('New').waitFor()
  await card(page).getByRole('link').click()
  await whenOpen(page, id)
  await page.goBack()
  // Opened is not begun, but it is where one was.
  await page.getByRole('link', { name: `Go on: ${title}` }).waitFor()
  await card(page).getByText('New').waitFor()

  const exercise = await page.context().newPage()
  await exercise.goto(address)
  await whenOpen(exercise, id)
  await runFiles(exercise, { 'app.ts': '// begun' })
  await saved(exercise)
  await page.reload()
  await card(page).getByText('Started').waitFor()
  await runFiles(exercise, solution)
  await saved(exercise)
  await exercise.close()
  await page.reload()
  await card(page).getByText('Solved').waitFor()
  await page.getByText(`1 of ${ids.length} solved`).first().waitFor()
  await page.getByRole('button', { name: 'solved' }).click()
  expect(await shown(page)).toEqual([id])
  await page.getByRole('button', { name: 'new' }).click()
  expect(await shown(page)).toEqual(ids)
  const next = nextUnsolved(stops, id, new Map([[id, 'solved']]))
  const offer = page.locator('.offer h2')
  expect(await offer.textContent()).toBe(next ? `${next.number}. ${next.summary.title}` : 'Every exercise is solved.')

  // What was solved once stays so.
  await page.goto(address)
  await whenOpen(page, id)
  await runFiles(page, start)
  await saved(page)
  await page.goto('/')
  await card(page).getByText('Solved').waitFor()
})

test('an exercise leads on along the path, and to the next one once it is solved', async () => {
  const { page } = await openPage(address)
  await whenOpen(page, id)
  const { previous, next } = neighboursOf(stops, id)
  const steps = await page
    .locator('.path-step')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  expect(steps.map(href => new URL(href).pathname)).toEqual(
    [previous, next].flatMap(stop => (stop ? [stop.address] : [])),
  )
  expect(await page.locator('.next-exercise').count()).toBe(0)
  await runFiles(page, solution)
  const unsolved = nextUnsolved(stops, id, new Map())
  await page
    .locator('.next-exercise')
    .getByRole('link', { name: unsolved?.summary.title ?? 'All exercises' })
    .click()
  await page.waitForURL(url => url.pathname === (unsolved?.address ?? '/'))
})

test('related questions without an exercise are named, and said to have none', async () => {
  const { page } = await openPage(address)
  await whenOpen(page, id)
  const related = page.getByRole('navigation', { name: 'Related questions' }).getByRole('listitem')
  const numbers = (await related.locator('.related-number').allTextContents()).map(Number)
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  const known = new Set(stops.map(({ number }) => number))
  for (const [index, number] of numbers.entries()) {
    const item = related.nth(index)
    expect(await item.getByRole('link').count(), `question ${number}`).toBe(known.has(number) ? 1 : 0)
    expect((await item.textContent())?.includes('no exercise yet')).toBe(!known.has(number))
  }
})

test('without scripts the catalogue and each exercise can be read, and lead to each other', async () => {
  const { context, problems } = await newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  const links = await page
    .locator('.exercise-card a')
    .evaluateAll(found => found.map(link => link.getAttribute('href')))
  expect(links).toEqual(ids.map(one => `./exercises/${one}/`))
  expect(await page.locator('.stage h3').allTextContents()).toEqual(stages.map(stage => stage.title))
  const facts = await page.locator('.exercise-facts').allTextContents()
  expect(facts).toEqual(stops.map(({ summary }) => `${summary.difficulty}${summary.minutes} min`))
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  // Styled, too: the part's own styles are there without its script.
  expect(
    await page
      .locator('.table-scroll table')
      .first()
      .evaluate(table => getComputedStyle(table).borderCollapse),
  ).toBe('collapse')
  await page.getByRole('link', { name: 'All exercises' }).click()
  await page.waitForURL(url => url.pathname === '/')
  await context.close()
  expect(problems).toEqual([])
})

test.each([
  ['the catalogue', '/', /exercise-page|worker|engine-[^s]|editor|monaco/],
  ['an exercise', address, /catalogue-page/],
])('%s loads nothing that only the other needs', async (_, path, others) => {
  const { context, problems } = await newContext({})
  const page = await context.newPage()
  const loaded: string[] = []
  page.on('request', request => loaded.push(new URL(request.url()).pathname))
  await page.goto(path)
  await page.locator('.standing, .summary').first().waitFor()
  expect(loaded.length).toBeGreaterThan(5)
  expect(loaded.filter(one => others.test(one))).toEqual([])
  await context.close()
  expect(problems).toEqual([])
})

test.each([
  [390, 'dark'],
  [1440, 'light'],
] as const)('at %i px nothing is wider than the page (%s)', async (width, colorScheme) => {
  const page = await open('?q=status', { context: { viewport: { width, height: 800 }, colorScheme } })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

test('the whole list can be gone through by keyboard: the fields, the choices, then one stop per exercise', async () => {
  const page = await open()
  await page.keyboard.press('/')
  const stopsAt: string[] = []
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    stopsAt.push(await page.evaluate(() => document.activeElement?.textContent?.replace(/^\d+\. /, '') ?? ''))
  }
  expect(stopsAt.slice(1)).toEqual(['easy', 'medium', 'hard', 'new', 'started', 'solved', stops[0]?.summary.title])
})
