/**
 * One request through everything that a program's first one would have to load: Node loads its HTTP and fetch classes
 * when they are first used, which takes longer than most runs.
 * @module
 */

import { Hono } from 'hono'
import type { RunnerLimits } from './protocol.ts'
import { Requests } from './requests.ts'
import { Serving } from './serving.ts'

export const warmUp = async (limits: RunnerLimits): Promise<void> => {
  const app = new Hono().post('/', async c => c.json(await c.req.json(), 201))
  const serving = new Serving(request => app.fetch(request))
  const requests = new Requests(await serving.open(true), serving, limits)
  const request = { method: 'POST', path: '/', headers: [], body: { text: '{}' } }
  await requests.send(request, { timeLimit: limits.request, abort: null })
  await serving.close()
}
