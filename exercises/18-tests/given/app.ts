/**
 * Runs your tests against an app and answers what came of them: POST /run?app=right
 * @module
 */

import { Hono } from 'hono'
import { shopOf, variants } from './shop.ts'
import { run } from './testing.ts'
import suite from './tests.ts'

const app = new Hono()

app.post('/run', async c => {
  const { app: name, order } = c.req.query()
  const variant = variants.find(one => one === name)
  if (!variant) return c.json({ detail: `There is no app "${name}"` }, 404)

  const isReversed = order === 'reversed'
  const report = await run(suite, shopOf(variant), isReversed ? 'reversed' : 'written')

  // What fails on the right app says nothing about another.
  const isPlain = variant === 'right' && !isReversed
  const ignored = isPlain ? [] : (await run(suite, shopOf('right'))).failed.map(({ test }) => test)
  const failed = report.failed.filter(({ test }) => !ignored.includes(test))
  return c.json({ passed: report.passed.length, failed, ignored })
})

export default app
