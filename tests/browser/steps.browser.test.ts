/**
 * Every kind of step as the page shows it. The exercise keeps its page, and gets other checks on their way to it.
 * @module
 */

import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Check } from '../../src/check/check.ts'
import { openContext, openPage } from './page.ts'
import { runFiles, whenOpen } from './rendition.ts'

const id = '08-status-codes'

const program = `import { serve, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer } from 'ws'

if (process.env.MODE === 'odd') throw new Error('MODE is odd')
const app = new Hono()
const notes: string[] = []
app.post('/notes', async c => {
  const { text } = await c.req.json()
  return c.json({ id: notes.push(text), text }, 201)
})
app.get('/notes/:id', c => c.json({ text: notes[Number(c.req.param('id')) - 1] ?? null }))
app.get('/slow', async c => {
  await new Promise(resolve => setTimeout(resolve, 20))
  return c.text('slow')
})
app.get('/fast', c => c.text('fast'))
app.get('/events', c => c.body('data: one\\n\\nevent: end\\ndata: two\\n\\n', 200, { 'content-type': 'text/event-stream' }))
app.get('/ws', upgradeWebSocket(() => ({
  onMessage(event, socket) {
    if (event.data === 'bye') socket.close(4001, 'as you wish')
    else socket.send('echo ' + event.data)
  },
})))
serve({ fetch: app.fetch, websocket: { server: new WebSocketServer({ noServer: true }) } })
export default app
`

const status = (code: number) => ({ subject: { kind: 'status' }, predicate: { kind: 'equals', value: code } }) as const
const request = (path: string) => ({ method: 'GET', path, headers: [] })

const everyKind: readonly Check[] = [
  {
    id: 'values',
    title: 'A note is kept',
    why: 'It is asked for.',
    values: { text: { kind: 'text', words: 2 } },
    steps: [
      {
        kind: 'send',
        request: { method: 'POST', path: '/notes', headers: [], body: { json: { text: '{{text}}' } } },
        expect: [status(201)],
        save: { id: { kind: 'json', path: 'id' } },
      },
      {
        kind: 'send',
        request: request('/notes/{{id}}'),
        expect: [{ subject: { kind: 'json', path: 'text' }, predicate: { kind: 'equals', value: '{{text}}' } }],
      },
      { kind: 'stop', expect: [] },
      { kind: 'start', expect: [] },
      {
        kind: 'send',
        request: request('/notes/{{id}}'),
        expect: [{ subject: { kind: 'json', path: 'text' }, predicate: { kind: 'equals', value: '{{text}}' } }],
      },
    ],
  },
  {
    id: 'unsaved',
    title: 'A value that nobody gives',
    why: 'It is asked for.',
    steps: [
      { kind: 'send', request: request('/fast'), expect: [], save: { token: { kind: 'header', name: 'x-token' } } },
      { kind: 'send', request: request('/notes/{{token}}'), expect: [status(200)] },
    ],
  },
  {
    id: 'together',
    title: 'A slow request holds up nobody',
    why: 'It is asked for.',
    steps: [
      {
        kind: 'parallel',
        sends: [
          { request: request('/slow'), expect: [status(200)] },
          { request: request('/fast'), expect: [status(200)] },
        ],
        expect: [{ subject: { kind: 'finished' }, predicate: { kind: 'equals', value: [1, 0] } }],
      },
      {
        kind: 'send',
        request: request('/events'),
        expect: [{ subject: { kind: 'events', path: '[1].data' }, predicate: { kind: 'equals', value: 'two' } }],
      },
    ],
  },
  {
    id: 'socket',
    title: 'The socket answers',
    why: 'It is asked for.',
    steps: [
      { kind: 'socket-open', socket: 'alice', path: '/ws', expect: [] },
      { kind: 'socket-send', socket: 'alice', data: { text: 'hello' } },
      {
        kind: 'socket-receive',
        socket: 'alice',
        expect: [{ subject: { kind: 'message' }, predicate: { kind: 'equals', value: 'echo HELLO' } }],
      },
      { kind: 'socket-send', socket: 'alice', data: { text: 'bye' } },
      {
        kind: 'socket-receive',
        socket: 'alice',
        expect: [{ subject: { kind: 'close-code' }, predicate: { kind: 'equals', value: 4001 } }],
      },
    ],
  },
]

/** An exercise's checks may be about how the app starts. */
const starting: readonly Check[] = [
  {
    id: 'refused',
    title: 'An odd MODE keeps the app from starting',
    why: 'It is asked for.',
    steps: [
      {
        kind: 'start',
        env: { MODE: 'odd' },
        expect: [{ subject: { kind: 'started' }, predicate: { kind: 'equals', value: false } }],
      },
      { kind: 'start', expect: [] },
      { kind: 'send', request: request('/fast'), expect: [status(200)] },
    ],
  },
  {
    id: 'not-refused',
    title: 'So does a plain one',
    why: 'It is asked for.',
    steps: [
      {
        kind: 'start',
        env: { MODE: 'plain' },
        expect: [{ subject: { kind: 'started' }, predicate: { kind: 'equals', value: false } }],
      },
    ],
  },
]

/** The exercise's own module, with these checks in the place of its own. */
const replaceChecks = (context: BrowserContext, checks: readonly Check[]): Promise<unknown> =>
  context.route(/\/08-status-codes-[^/]*\.js$/, async route => {
    const response = await route.fetch()
    const text = await response.text()
    const body = text.replace(
      /export\s*\{\s*(\w+) as default\s*\};?\s*$/,
      (_, name) => `const other = { ...${name}, checks: ${JSON.stringify(checks)} }; export { other as default }`,
    )
    expect(body).not.toBe(text)
    await route.fulfill({ response, body })
  })

const open = async (path: string, checks = everyKind): Promise<Page> => {
  const { context } = await openContext()
  await replaceChecks(context, checks)
  const page = await context.newPage()
  await page.goto(path)
  await whenOpen(page, id)
  await runFiles(page, { 'app.ts': program })
  return page
}

/** The text of a check that is opened. */
const detailsOf = async (page: Page, check: string): Promise<string> => {
  const item = page.locator(`[data-check="${check}"]`)
  if ((await item.locator('.check-button').getAttribute('aria-expanded')) !== 'true') {
    await item.locator('.check-button').click()
  }
  return item.locator('.check-details').innerText()
}

test('each kind of step is shown with what was sent, what came and why it was not performed', async () => {
  const page = await open(`/exercises/${id}/?seed=7`)
  const values = await detailsOf(page, 'values')
  expect(values).toMatch(/\{\{text\}\}\s+"\w+ \w+"/)
  expect(values).toMatch(/\{\{id\}\}\s+1\s+saved/)
  expect(values).toContain('GET /notes/1')
  expect(values).toMatch(/Stop the app[\s\S]*Start the app/i)
  expect(await detailsOf(page, 'unsaved')).toContain(
    'Not sent, because it needs "token", which no answer before it had.',
  )
  const together = await detailsOf(page, 'together')
  expect(together).toMatch(/GET \/slow[\s\S]*200[\s\S]*GET \/fast[\s\S]*200/)
  const socket = await detailsOf(page, 'socket')
  expect(socket).toMatch(/alice[\s\S]*101[\s\S]*hello[\s\S]*echo hello[\s\S]*bye[\s\S]*4001/)
  const outcomes = page.locator('.check').evaluateAll(items => items.map(item => item.getAttribute('data-outcome')))
  expect(await outcomes).toEqual(['failed', 'failed', 'passed', 'failed'])
})

test('a start that is to be refused is shown with what the app wrote', async () => {
  const page = await open(`/exercises/${id}/`, starting)
  expect(await detailsOf(page, 'refused')).toMatch(
    /Start the app[\s\S]*It did not start[\s\S]*Error: MODE is odd[\s\S]*200/i,
  )
  expect(await detailsOf(page, 'not-refused')).toContain('The app should not be started, but it is.')
  const outcomes = page.locator('.check').evaluateAll(items => items.map(item => item.getAttribute('data-outcome')))
  expect(await outcomes).toEqual(['passed', 'failed'])
})

test('the original is shown with what it wrote when it was started and stopped', async () => {
  const { page } = await openPage('/exercises/22-lifespan/')
  await page.getByRole('tab', { name: 'FastAPI original' }).click()
  const recording = page.locator('.recording')
  const refused = recording.locator('li', { hasText: 'WORDS=latin)' })
  expect(await refused.innerText()).toMatch(
    /Start the app with WORDS=latin\s+it did not start[\s\S]*1 pool opened[\s\S]*2 pool closed[\s\S]*RuntimeError: /i,
  )
  expect(await recording.innerText()).not.toContain('Traceback')
})

test('the seed of generated values is shown, replayed by its address, and can be changed', async () => {
  const page = await open(`/exercises/${id}/?seed=7`)
  const seedLine = page.locator('.seed-line')
  const first = await detailsOf(page, 'values')
  expect(await seedLine.innerText()).toContain('Seed 7')
  await seedLine.getByRole('button', { name: 'New values' }).click()
  await expect.poll(() => detailsOf(page, 'values')).not.toBe(first)
  expect(await seedLine.innerText()).not.toMatch(/Seed 7\b/)
  const again = await open(`/exercises/${id}/?seed=7`)
  expect(await detailsOf(again, 'values')).toBe(first)
})
