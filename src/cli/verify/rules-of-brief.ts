/**
 * What holds for the folder, its brief and its front matter.
 * @module
 */

import { plural } from '../../check/text.ts'
import { numberOf } from '../../exercise/exercise-id.ts'
import type { Mistake, Rule, VerifiedExercise } from './verified.ts'

/** The questions are numbered from 1 to this. */
export const LAST_QUESTION = 38
/** What every placeholder of a new exercise begins with. */
export const PLACEHOLDER = 'WRITE:'

/** Headings of the parts that every brief has, before its hints and its quiz. */
export const SECTIONS = [
  'Your task',
  'The answer in depth',
  'From FastAPI to Hono',
  'Where the two differ by default',
  'What an interviewer asks next',
  'Read on',
] as const
/** Hosts of the documentation that a brief has to lead to. */
const DOCUMENTATION = ['fastapi.tiangolo.com', 'hono.dev']
const FEWEST_QUESTIONS = 3

const briefOf =
  ({ id }: VerifiedExercise) =>
  (because: string, remedy: string): Mistake => ({ file: `${id}/brief.md`, because, remedy })

const ownNumberAndTitle: Rule = {
  title: 'has a number and a title of its own',
  find({ id, content, others }) {
    const number = numberOf(id)
    const mistakes: Mistake[] = []
    if (number < 1 || number > LAST_QUESTION)
      mistakes.push({
        file: id,
        because: `is about question ${number}, which there is not`,
        remedy: `number it from 01 to ${LAST_QUESTION}`,
      })
    for (const other of others) {
      if (numberOf(other.id) === number)
        mistakes.push({ file: id, because: `has the number of ${other.id}`, remedy: 'give one of them another number' })
      if (other.title === content.title)
        mistakes.push({
          file: `${id}/brief.md`,
          because: `has the title of ${other.id}`,
          remedy: 'give one of them another title',
        })
    }
    return mistakes
  },
}

const relatedQuestions: Rule = {
  title: 'points to the questions before and after it',
  find(exercise) {
    const number = numberOf(exercise.id)
    const brief = briefOf(exercise)
    const expected = [
      { relation: 'previous', numbers: number === 1 ? [] : [number - 1] },
      { relation: 'next', numbers: number === LAST_QUESTION ? [] : [number + 1] },
    ] as const
    return expected.flatMap(({ relation, numbers }) => {
      const found = exercise.content.related.flatMap(other => (other.relation === relation ? [other.number] : []))
      if (found.join() === numbers.join()) return []
      const wanted = numbers.length === 0 ? 'no question' : `question ${numbers.join()}`
      return [brief(`has ${found.join(', ') || 'none'} as its ${relation} question`, `name ${wanted} under related`)]
    })
  },
}

const sections: Rule = {
  title: 'has a brief with all its parts',
  find(exercise) {
    const missing = SECTIONS.filter(name => !exercise.content.briefHtml.includes(`<h2>${name}</h2>`))
    return missing.map(name => briefOf(exercise)(`has no section "## ${name}"`, 'write it'))
  },
}

const links: Rule = {
  title: 'has a brief that leads to the documentation of both frameworks, over https, elsewhere',
  find(exercise) {
    const brief = briefOf(exercise)
    const found = [...exercise.content.briefHtml.matchAll(/<a ([^>]*)>/g)].map(([, attributes = '']) => attributes)
    const unlinked = DOCUMENTATION.filter(host => !found.some(link => link.includes(`href="https://${host}/`)))
    const lonely = unlinked.map(host =>
      brief(`has no link to https://${host}`, 'link to where it tells of the subject'),
    )
    const odd = found
      .filter(link => !link.includes('href="https://') || !link.includes('target="_blank" rel="noreferrer"'))
      .map(link => brief(`has a link that does not lead to an https address (${link})`, 'link to https://…'))
    return [...lonely, ...odd]
  },
}

const hintsAndQuiz: Rule = {
  title: 'has three hints, and at least three questions with four options of which one is right',
  find(exercise) {
    const brief = briefOf(exercise)
    const { hintsHtml, quiz } = exercise.content
    const odd = quiz.filter(({ options }) => options.length !== 4 || options.filter(({ right }) => right).length !== 1)
    return [
      ...(hintsHtml.length === 3 ? [] : [brief(`has ${plural(hintsHtml.length, 'hint')}`, 'write three')]),
      ...(quiz.length < FEWEST_QUESTIONS
        ? [brief(`has ${plural(quiz.length, 'question')} in its quiz`, `write at least ${FEWEST_QUESTIONS}`)]
        : []),
      ...odd.map(({ html, options }) =>
        brief(`has ${plural(options.length, 'option')} under "${html}"`, 'write four, and mark exactly one [x]'),
      ),
    ]
  },
}

const finished: Rule = {
  title: 'has nothing left of the placeholders that it was made with',
  find({ id, content, checks, alternatives, wrong }) {
    const { given, start, solution, original, briefHtml, hintsHtml, quiz, title, summary, related } = content
    const answers = [
      ...alternatives.map(answer => ({ ...answer, kind: 'alt' })),
      ...wrong.map(answer => ({ ...answer, kind: 'wrong' })),
    ]
    const texts: readonly (readonly [string, string])[] = [
      ['brief.md', [title, summary, briefHtml, ...hintsHtml, JSON.stringify([quiz, related])].join('\n')],
      ['original.py', original],
      ['checks.ts', JSON.stringify(checks)],
      ...Object.entries(given).map(([path, text]) => [`given/${path}`, text] as const),
      ...Object.entries(start).map(([path, text]) => [`start/${path}`, text] as const),
      ...Object.entries(solution).map(([path, text]) => [`solution/${path}`, text] as const),
      ...answers.flatMap(({ kind, name, files }) =>
        Object.entries(files).map(([path, text]) => [`${kind}/${name}/${path}`, text] as const),
      ),
    ]
    return texts
      .filter(([, text]) => text.includes(PLACEHOLDER))
      .map(([file]) => ({
        file: `${id}/${file}`,
        because: `says "${PLACEHOLDER}"`,
        remedy: 'write what it asks for in its place',
      }))
  },
}

export const rulesOfBrief: readonly Rule[] = [
  ownNumberAndTitle,
  relatedQuestions,
  sections,
  links,
  hintsAndQuiz,
  finished,
]
