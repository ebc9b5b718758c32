/**
 * Ten requests with known answers, put to an engine that cannot be known beforehand: the kernel of the WebContainer is
 * hosted by others and changes without notice. One that fails is not used.
 * @module
 */

import { body, get, header, is, json, log, send, sendJson, status, streamed } from '../check/authoring.ts'
import type { Check, Step } from '../check/check.ts'
import { describeFailure, describeNotRun, describeObservation } from '../check/describe.ts'
import type { Result } from '../check/result.ts'
import type { SourceFiles } from '../compile/program.ts'
import type { HeaderList } from '../http/http.ts'
import { type Pipeline, runChecks } from './run.ts'

/** In two files; with what exercises are made of, and nothing that costs time. */
export const selfCheckFiles: SourceFiles = {
  'app.ts': `import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { streamText } from 'hono/streaming'
import { visit } from './visits'

const app = new Hono<{ Bindings: { GREETING: string } }>()
app.get('/', c => c.text('up'))
app.get('/visits', c => c.json({ visits: visit() }))
app.post('/items', async c => c.json(await c.req.json(), 201, { 'x-kind': c.req.header('content-type') ?? '' }))
app.get('/query', c => c.json(c.req.queries('tag') ?? []))
app.get('/cookies', c => {
  setCookie(c, 'first', 'a', { httpOnly: true })
  setCookie(c, 'second', 'b')
  deleteCookie(c, 'old')
  return c.json({ sent: getCookie(c, 'sent'), host: c.req.header('host'), origin: c.req.header('origin') })
})
app.get('/stream', c => streamText(c, async stream => {
  await stream.write('one')
  await stream.sleep(20)
  await stream.write('two')
}))
app.get('/teapot', () => {
  throw new HTTPException(418, { message: 'short and stout' })
})
app.get('/error', () => {
  console.error('on purpose')
  throw new Error('on purpose')
})
app.get('/greeting', c => c.text(c.env.GREETING))
app.delete('/items/:id', c => c.body(null, 204))
export default app
`,
  'visits.ts': `let visits = 0
export const visit = () => (visits += 1)
`,
}

const sentHeaders: HeaderList = [
  ['Cookie', 'sent=yes'],
  ['Host', 'rendition.test'],
  ['Origin', 'https://elsewhere.test'],
]

const check = (id: string, step: Step, env: Check['env'] = {}): Check => ({
  id,
  title: id,
  why: id,
  env,
  steps: [step],
})

/** What every engine has to answer. */
export const selfChecks: readonly Check[] = [
  check('text', send(get('/'), [status(200), body.equals('up'), header('content-type').startsWith('text/plain')])),
  check('fresh-modules', send(get('/visits'), [status(200), json().equals({ visits: 1 })])),
  check(
    'json-body',
    send(sendJson('POST', '/items', { name: 'Grüße', price: 1.5 }), [
      status(201),
      json().equals({ name: 'Grüße', price: 1.5 }),
      header('x-kind').equals('application/json'),
    ]),
  ),
  check('query', send(get('/query?tag=a&tag=b%20c'), [json().equals(['a', 'b c'])])),
  check(
    'headers',
    send(get('/cookies', sentHeaders), [
      json().equals({ sent: 'yes', host: 'rendition.test', origin: 'https://elsewhere.test' }),
      header('set-cookie').hasLength(3),
    ]),
  ),
  check('stream', send(get('/stream'), [body.equals('onetwo'), streamed])),
  check('exception', send(get('/teapot'), [status(418), body.equals('short and stout')])),
  check('error', send(get('/error'), [status(500), log('error').some(is.contains('on purpose'))])),
  check('environment', send(get('/greeting'), [body.equals('hello')]), { GREETING: 'hello' }),
  check('no-content', send({ method: 'DELETE', path: '/items/1', headers: [] }, [status(204), body.equals('')])),
]

/**
 * What the engine answers wrongly, as the reason in a sentence; null when it answers all of it rightly.
 * @throws {SandboxError} when it does not answer at all
 */
export const faultOf = async (pipeline: Pipeline): Promise<string | null> => {
  const job = { exercise: { id: 'self-check', checks: selfChecks }, files: selfCheckFiles, seed: 1 }
  const options = { signal: new AbortController().signal, report: () => undefined }
  const { results } = await runChecks(job, pipeline, options)
  const wrong = results.filter(({ outcome }) => outcome !== 'passed')
  const [first] = wrong
  if (!first) return null
  const late = wrong.filter(({ failure, notRun }) => failure?.kind === 'timed-out' || notRun !== null)
  if (late.length === wrong.length)
    return `it did not answer ${late.length} of ${results.length} known requests in time`
  return `it answers ${wrong.length} of ${results.length} known requests wrongly (${first.check}: ${sentenceOf(first)})`
}

const sentenceOf = (result: Result): string => {
  if (result.failure) return describeFailure(result.failure)
  if (result.notRun) return describeNotRun(result.notRun)
  const unmet = result.steps.flatMap(({ observations }) => observations).find(({ met }) => !met)
  return unmet ? describeObservation(unmet) : result.outcome
}
