/**
 * The files of a new exercise: small, whole and working, so that every command runs on them at once, and each with what
 * to write in its place.
 * @module
 */

import { PLACEHOLDER } from '../verify/rules-of-brief.ts'
import { briefText } from './brief.ts'

export interface SkeletonOptions {
  readonly id: string
  /** Of the question. */
  readonly number: number
  /** Specifier of the folder src/check as `checks.ts` has to write it: `../../src/check`. */
  readonly check: string
}

const ORIGINAL = `# ${PLACEHOLDER} the FastAPI answer to the question. It is really run: by record, once per check.
from fastapi import FastAPI

app = FastAPI()


@app.get("/hello")
async def hello(name: str):
    return {"hello": name}
`

const checksText = (check: string): string => `/**
 * ${PLACEHOLDER} what is demanded, in a sentence. Names and ids are other than the brief's wherever it does not matter.
 * @module
 */

import { get, json, make, send, status } from '${check}/authoring.ts'
import type { Check } from '${check}/check.ts'
import { nameMissing } from './advice.ts'

// Each check holds one thing, so that one mistake fails one check. There are 5 to 20 of them.
export default [
  {
    id: 'hello-name',
    title: 'GET /hello sends back the name it was given',
    why: '${PLACEHOLDER} why a server should do so.',
    // Generated from the seed of the run, so that no answer can know it beforehand.
    values: { name: make.word },
    steps: [send(get('/hello?name={{name}}'), [status(200), json().equals({ hello: '{{name}}' })])],
  },
  {
    id: 'hello-name-missing',
    title: 'GET /hello without a name answers 422 and says what is missing',
    why: '${PLACEHOLDER} why a server should do so.',
    steps: [send(get('/hello'), [status(422), json('detail[0].loc').equals(['query', 'name'])], { advice: nameMissing })],
  },
] satisfies Check[]
`

const adviceText = (check: string): string => `/**
 * ${PLACEHOLDER} mistakes that are easily made, and what to do about each.
 * @module
 */

import { status } from '${check}/authoring.ts'
import type { Advice } from '${check}/check.ts'

export const nameMissing: Advice[] = [
  {
    when: [status(400)],
    say: '${PLACEHOLDER} what happened, and what to do: FastAPI answers 422 when a parameter is missing.',
  },
]
`

const app = (lines: string): string => `import { Hono } from 'hono'

const app = new Hono()

${lines}
export default app
`

const START =
  app(`// ${PLACEHOLDER} what it has to answer, in two lines. It compiles, and passes only what passingAtStart lists.
app.get('/hello', c => {
  return c.text('hello')
})
`)

const HANDLER = `app.get('/hello', c => {
  const name = c.req.query('name')
  if (name === undefined) return c.json({ detail: [{ loc: ['query', 'name'], msg: 'A name is required' }] }, 422)
  return c.json({ hello: name })
})
`

const SOLUTION = app(`// ${PLACEHOLDER} the answer that you would show to a colleague.
${HANDLER}`)

const ALTERNATIVE = app(`// ${PLACEHOLDER} a right answer of another shape. There are two of them at least.
const missing = { detail: [{ loc: ['query', 'name'], msg: 'A name is required' }] }

app.get('/hello', ({ req, json }) => {
  const { name } = req.query()
  return name === undefined ? json(missing, 422) : json({ hello: name })
})
`)

const SECOND_ALTERNATIVE = `import { Hono } from 'hono'
import { validator } from 'hono/validator'

const app = new Hono()

// ${PLACEHOLDER} the second.
const query = validator('query', ({ name }, c) =>
  typeof name === 'string' ? { name } : c.json({ detail: [{ loc: ['query', 'name'], msg: 'A name is required' }] }, 422),
)

app.get('/hello', query, c => c.json({ hello: c.req.valid('query').name }))

export default app
`

const wrong = (check: string, handler: string): string => `// caught by: ${check}
${app(`// ${PLACEHOLDER} a mistake that is easily made, and nothing else that is wrong. There are ten of them at least.
${handler}`)}`

/** Path in the folder → text. */
export const skeletonOf = ({ id, number, check }: SkeletonOptions): Readonly<Record<string, string>> => ({
  'brief.md': briefText(id, number),
  'original.py': ORIGINAL,
  'checks.ts': checksText(check),
  'advice.ts': adviceText(check),
  'start/app.ts': START,
  'solution/app.ts': SOLUTION,
  'alt/destructured/app.ts': ALTERNATIVE,
  'alt/validator/app.ts': SECOND_ALTERNATIVE,
  'wrong/name-constant/app.ts': wrong('hello-name', HANDLER.replace('hello: name }', "hello: 'Ada' }")),
  'wrong/name-missing-400/app.ts': wrong('hello-name-missing', HANDLER.replace('422', '400')),
})
