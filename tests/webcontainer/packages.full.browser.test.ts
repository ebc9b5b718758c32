import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runFiles } from '../browser/rendition.ts'
import { openEmulated, whenConfirmation } from './emulated-page.ts'
import { dockTab } from './parts.ts'

const DATABASE = `import { drizzle } from 'drizzle-orm/sql-js'
import { sql } from 'drizzle-orm'
import initSqlJs from 'sql.js'
const { Database } = await initSqlJs()
const db = drizzle(new Database())
export default { fetch: () => Response.json(db.get(sql\`select 6 * 7 as answer\`)) }
`

/** Names of the snapshots that the page asked for, in order. */
const snapshots = (page: Page): readonly string[] => {
  const asked: string[] = []
  page.on('request', request => {
    const [, name] = /\/container-([a-z-]+)-[^/]+\.bin$/.exec(request.url()) ?? []
    if (name !== undefined) asked.push(name)
  })
  return asked
}

/** What becomes of a program that is asked for `/` in the container. */
const outcomeOf = (page: Page, source: string): Promise<string | undefined> =>
  page.evaluate(async source => {
    const request = { method: 'GET', path: '/', headers: [] }
    const steps = [{ kind: 'send' as const, request, expect: [] }]
    const checks = [{ id: 'answers', title: 'It answers', why: 'It answers', steps }]
    const verdict = await window.rendition.runChecks({ files: { 'app.ts': source }, checks, engine: 'webcontainer' })
    return verdict.results[0]?.outcome
  }, source)

test('packages that few programs need come into the container with the first of them, once', async () => {
  const { page } = await openEmulated()
  const asked = snapshots(page)
  expect(await outcomeOf(page, "import 'zod'\nexport default { fetch: () => new Response('') }")).toBe('passed')
  expect(asked).toEqual(['packages'])
  for (const edit of ['', '// edited']) expect(await outcomeOf(page, DATABASE + edit)).toBe('passed')
  expect([...asked].sort()).toEqual(['drizzle', 'packages', 'sql-js'])
})

test('an app that is opened finds them as well', async () => {
  const { page } = await openEmulated()
  await runFiles(page, { 'app.ts': DATABASE })
  await dockTab(page, 'App').click()
  await page.getByRole('button', { name: 'Open app' }).click({ timeout: 20_000 })
  await page.frameLocator('iframe[title="Your app"]').getByText('{"answer":42}').waitFor()
})

test('when they cannot be loaded that is no verdict, and the next run tries again', async () => {
  const { page } = await openEmulated({ expected: [/net::ERR_FAILED/] })
  const path = '**/container-drizzle-*.bin'
  await page.route(path, route => route.abort())
  await runFiles(page, { 'app.ts': DATABASE })
  await whenConfirmation(page, 'unknown')
  await page.unroute(path)
  await runFiles(page, { 'app.ts': `${DATABASE}// edited\n` })
  await whenConfirmation(page, 'confirmed')
})
