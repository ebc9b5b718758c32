/**
 * What holds for the answers of an exercise's programs, on every engine.
 * @module
 */

import type { Result } from '../../check/result.ts'
import { compareRecording } from '../../exercise/compare-recording.ts'
import type { Verdict } from '../../run/verdict.ts'
import { sayCheck } from '../report/sentences.ts'
import { caughtBy } from './rules-of-answers.ts'
import type { Mistake, RunRule, VerifiedExercise } from './verified.ts'

/** The first thing that is said of a result. */
const whyOf = ({ checks }: VerifiedExercise, result: Result): string => {
  const check = checks.find(({ id }) => id === result.check)
  if (!check) return result.outcome
  const { sentences, steps } = sayCheck(check, result)
  return [...sentences, ...steps.flatMap(step => step.sentences)][0] ?? result.outcome
}

/** One per check that did not pass. */
const notPassed = (exercise: VerifiedExercise, file: string, verdict: Verdict): readonly Mistake[] => {
  const [diagnostic] = verdict.diagnostics
  const remedy = 'correct it, or ask less in checks.ts'
  if (diagnostic) {
    const { path, line, message } = diagnostic
    return [{ file: `${file}/${path}`, because: `does not compile (line ${line}: ${message})`, remedy }]
  }
  return verdict.results
    .filter(({ outcome }) => outcome !== 'passed')
    .map(result => ({ file, because: `does not pass "${result.check}" (${whyOf(exercise, result)})`, remedy }))
}

const start: RunRule = {
  title: 'has start files that pass the checks of passingAtStart and no others',
  async find(exercise, run) {
    const { id, content } = exercise
    const { results, diagnostics } = await run(content.start)
    const file = `${id}/start`
    const passing = results.filter(({ outcome }) => outcome === 'passed').map(({ check }) => check)
    const [diagnostic] = diagnostics
    if (diagnostic)
      return [{ file, because: `do not compile (${diagnostic.message})`, remedy: 'begin with a program that runs' }]
    return [
      ...passing
        .filter(check => !content.passingAtStart.includes(check))
        .map(check => ({
          file,
          because: `passes "${check}", which passingAtStart does not list`,
          remedy: 'list it in brief.md, or make the start files fail it',
        })),
      ...results
        .filter(({ check }) => content.passingAtStart.includes(check) && !passing.includes(check))
        .map(result => ({
          file,
          because: `does not pass "${result.check}", which passingAtStart lists (${whyOf(exercise, result)})`,
          remedy: 'take it off the list in brief.md, or make the start files pass it',
        })),
    ]
  },
}

const solutionPasses: RunRule = {
  title: 'has a solution that passes every check',
  find: async (exercise, run) => notPassed(exercise, `${exercise.id}/solution`, await run(exercise.content.solution)),
}

const solutionIsFaithful: RunRule = {
  title: 'has a solution that answers as FastAPI does, but for the differences that it allows',
  async find({ id, checks, recording, content }, run) {
    if (!recording) return []
    const { results } = await run(content.solution)
    const answers = Object.fromEntries(results.map(({ check, steps }) => [check, steps.map(step => step.happened)]))
    return compareRecording(checks, recording, answers, content.allowedDifferences).map(difference => ({
      file: `${id}/solution`,
      because: `is not as FastAPI (${difference})`,
      remedy: 'answer as FastAPI does, or correct allowedDifferences in brief.md',
    }))
  },
}

const alternativesPass: RunRule = {
  title: 'has alternatives that pass every check',
  async find(exercise, run) {
    const found = exercise.alternatives.map(async ({ name, files }) =>
      notPassed(exercise, `${exercise.id}/alt/${name}`, await run(files)),
    )
    return (await Promise.all(found)).flat()
  },
}

const wrongIsCaught: RunRule = {
  title: 'has wrong answers that are caught by the check which they name',
  async find({ id, content, wrong }, run) {
    const found = wrong.map(async (answer): Promise<readonly Mistake[]> => {
      const named = caughtBy(answer)
      if (named === null) return []
      const { results, diagnostics } = await run({ ...content.solution, ...answer.files }, named)
      const file = `${id}/wrong/${answer.name}`
      const [diagnostic] = diagnostics
      const outcome = results.find(({ check }) => check === named)?.outcome
      if (diagnostic) {
        const because = `does not compile (${diagnostic.message})`
        return [{ file, because, remedy: 'correct what is not meant' }]
      }
      if (outcome === 'failed' || outcome === 'broke') return []
      const because = `is not caught by "${named}", which is ${outcome ?? 'no check'}`
      return [{ file, because, remedy: 'name the check that catches it, or let that check ask for more' }]
    })
    return (await Promise.all(found)).flat()
  },
}

export const rulesOfRuns: readonly RunRule[] = [
  start,
  solutionPasses,
  solutionIsFaithful,
  alternativesPass,
  wrongIsCaught,
]
