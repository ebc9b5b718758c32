/**
 * What every exercise folder must keep to, so that a learner can trust it. How start files, solution, alternatives and
 * wrong answers fare in an engine is held by the tests of the engines.
 * @module
 */

import catalog from 'virtual:catalog'
import { describe, expect, it, vi } from 'vitest'
import { judgeCheck } from '../src/check/judge.ts'
import { compareRecording } from '../src/exercise/compare-recording.ts'
import type { Exercise } from '../src/exercise/exercise.ts'
import { bodyOf, bytesOf } from '../src/http/body.ts'
import type { Exchange, HttpRequest } from '../src/http/http.ts'

interface FetchApp {
  fetch(request: Request): Response | Promise<Response>
}

const solutions = import.meta.glob<FetchApp>('../exercises/*/solution/app.ts', { import: 'default' })
const variants = import.meta.glob<string>('../exercises/*/{alt,wrong}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const exercises = await Promise.all(catalog.map(async entry => (await entry.load()).default))

/** Folder name below `alt/` or `wrong/` → path → text. */
const variantsOf = ({ id }: Exercise, kind: 'alt' | 'wrong'): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const found = new Map<string, Map<string, string>>()
  const prefix = `../exercises/${id}/${kind}/`
  for (const [file, text] of Object.entries(variants)) {
    if (!file.startsWith(prefix)) continue
    const [name = '', ...path] = file.slice(prefix.length).split('/')
    found.set(name, (found.get(name) ?? new Map()).set(path.join('/'), text))
  }
  return found
}

const ask = async (app: FetchApp, request: HttpRequest): Promise<Exchange> => {
  const { method, headers, path, body } = request
  const pairs = headers.map(([name, value]): [string, string] => [name, value])
  const answer = await app.fetch(
    new Request(`http://127.0.0.1${path}`, { method, headers: pairs, ...(body && { body: bytesOf(body) }) }),
  )
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const response = {
    status: answer.status,
    headers: [...answer.headers],
    body: bodyOf(bytes),
    chunks: [],
    complete: true,
  }
  return { request, response, failure: null, log: [], ms: 0 }
}

/** What the solution answers to a check, from a state that no other check has seen. */
const solutionAnswers = async ({ id }: Exercise, requests: readonly HttpRequest[]): Promise<readonly Exchange[]> => {
  vi.resetModules()
  const app = await solutions[`../exercises/${id}/solution/app.ts`]?.()
  if (!app) throw new Error(`could not load the solution of ${id}: because it has no app.ts; add it`)
  const exchanges: Exchange[] = []
  for (const request of requests) exchanges.push(await ask(app, request))
  return exchanges
}

it('the catalogue lists every exercise once, in order, under a title of its own', () => {
  const ids = catalog.map(entry => entry.summary.id)
  expect(ids).toEqual([...new Set(ids)].sort())
  expect(ids).toContain('08-status-codes')
  expect(exercises.map(exercise => exercise.id)).toEqual(ids)
  expect(new Set(exercises.map(exercise => exercise.title)).size).toBe(exercises.length)
})

describe.each(exercises)('$id', exercise => {
  const { id, checks, recording, related } = exercise
  const checkIds = checks.map(check => check.id)

  it('has between 5 and 20 checks, each with an id, a title and steps of its own', () => {
    expect(checks.length).toBeGreaterThanOrEqual(5)
    expect(checks.length).toBeLessThanOrEqual(20)
    expect(new Set(checkIds).size).toBe(checks.length)
    expect(new Set(checks.map(check => check.title)).size).toBe(checks.length)
    for (const check of checks) {
      expect(check.id).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/)
      expect(check.title.length, check.id).toBeLessThanOrEqual(110)
      expect(check.why, check.id).not.toBe('')
      expect(check.steps.every(step => step.expect.length > 0) && check.steps.length > 0, check.id).toBe(true)
    }
    expect(checkIds).toEqual(expect.arrayContaining([...exercise.passingAtStart]))
  })

  it('is JSON-safe', () => {
    expect(JSON.parse(JSON.stringify(exercise))).toEqual(exercise)
  })

  it('points to the questions before and after it, and only to exercises that exist', () => {
    const number = Number(id.slice(0, 2))
    const numbers = (relation: string) => related.flatMap(other => (other.relation === relation ? [other.number] : []))
    expect(numbers('previous')).toEqual(number === 1 ? [] : [number - 1])
    expect(numbers('next')).toEqual(number === 38 ? [] : [number + 1])
    for (const other of related) {
      expect(other.id).toBe(exercises.find(({ id }) => Number(id.slice(0, 2)) === other.number)?.id ?? null)
    }
  })

  it('has a brief whose links lead to https addresses and open elsewhere', () => {
    const links = [...exercise.briefHtml.matchAll(/<a ([^>]*)>/g)].map(match => match[1] ?? '')
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      expect(link).toMatch(/href="https:\/\//)
      expect(link).toContain('target="_blank" rel="noreferrer"')
    }
  })

  it('has three hints, and questions with four options of which one is right', () => {
    expect(exercise.hintsHtml).toHaveLength(3)
    for (const question of exercise.quiz) {
      expect(question.options).toHaveLength(4)
      expect(question.options.filter(option => option.right)).toHaveLength(1)
    }
  })

  it('names in each wrong answer a check, and has a wrong answer for every check', () => {
    const caught = [...variantsOf(exercise, 'wrong')].map(([name, files]) => {
      for (const [path, text] of files) {
        expect(Object.keys(exercise.solution), `wrong/${name}`).toContain(path)
        expect(text.slice(text.indexOf('\n') + 1), `wrong/${name}/${path}`).not.toBe(exercise.solution[path])
      }
      const [, check] = /^\/\/ caught by: (\S+)\n/.exec([...files.values()][0] ?? '') ?? []
      expect(checkIds, `wrong/${name}`).toContain(check)
      return check
    })
    expect(caught.length).toBeGreaterThanOrEqual(10)
    expect([...new Set(caught)].sort()).toEqual([...checkIds].sort())
  })

  it('has at least three alternatives, each a whole program', () => {
    const alternatives = variantsOf(exercise, 'alt')
    expect(alternatives.size).toBeGreaterThanOrEqual(3)
    for (const [name, files] of alternatives) expect([...files.keys()], `alt/${name}`).toContain('app.ts')
  })

  it('has a recording of the very requests that the checks send', () => {
    const recorded = Object.entries(recording.checks).map(([check, exchanges]) => [
      check,
      exchanges.map(one => one.request),
    ])
    const sent = checks.map(check => [check.id, check.steps.map(step => step.request)])
    expect(recorded, `run "npm run record -- ${id}"`).toEqual(sent)
    expect(Object.keys(recording.versions).sort()).toEqual(['fastapi', 'pydantic', 'python', 'starlette', 'uvicorn'])
  })

  it.each(checks)('FastAPI itself passes the check $id', check => {
    const exchanges = recording.checks[check.id] ?? []
    const transcript = { startFailure: null, exchanges, endFailure: null, endLog: [], notRun: null }
    expect(judgeCheck(check, transcript)).toMatchObject({ check: check.id, outcome: 'passed' })
  })

  it('has a solution that answers as FastAPI does, but for the differences that it allows', async () => {
    const answers: Record<string, readonly Exchange[]> = {}
    for (const check of checks) {
      answers[check.id] = await solutionAnswers(
        exercise,
        check.steps.map(step => step.request),
      )
    }
    expect(compareRecording(checks, recording, answers, exercise.allowedDifferences)).toEqual([])
  })
})
