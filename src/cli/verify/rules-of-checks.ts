/**
 * What holds for the checks.
 * @module
 */

import { isDeepStrictEqual } from 'node:util'
import type { Check } from '../../check/check.ts'
import { plural } from '../../check/text.ts'
import { validateCheck } from '../../check/validate.ts'
import { MOST_WAITS } from '../../check/validate-order.ts'
import { partsOf } from '../../check/walk.ts'
import type { Mistake, Rule, VerifiedExercise } from './verified.ts'

const ID = /^[a-z\d]+(?:-[a-z\d]+)*$/
const FEWEST = 5
const MOST = 20
/** Characters of a title: it is one line of the page. */
const LONGEST_TITLE = 110

const checksOf =
  ({ id }: Pick<VerifiedExercise, 'id'>) =>
  (because: string, remedy: string): Mistake => ({ file: `${id}/checks.ts`, because, remedy })

const twice = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
]

const number: Rule = {
  title: `has between ${FEWEST} and ${MOST} checks`,
  find: exercise =>
    exercise.checks.length >= FEWEST && exercise.checks.length <= MOST
      ? []
      : [checksOf(exercise)(`has ${plural(exercise.checks.length, 'check')}`, `write ${FEWEST} to ${MOST}`)],
}

/** Null when the check can be performed and judged; nothing else can be asked of one that cannot. */
export const whyNotValid = (check: Check): string | null => {
  try {
    validateCheck(check)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const valid: Rule = {
  title: 'has checks that can be performed and judged',
  find(exercise) {
    return exercise.checks.flatMap(check => {
      const why = whyNotValid(check)
      return why === null ? [] : [checksOf(exercise)(`has a check that is not valid (${why})`, 'correct it')]
    })
  },
}

const ofTheirOwn: Rule = {
  title: 'has checks with an id, a title, a reason and expectations, each of its own',
  find(exercise) {
    const mistake = checksOf(exercise)
    const { checks } = exercise
    return [
      ...twice(checks.map(({ id }) => id)).map(id => mistake(`has the id "${id}" twice`, 'give each check its own')),
      ...twice(checks.map(({ title }) => title)).map(title =>
        mistake(`has the title "${title}" twice`, 'give each check its own'),
      ),
      ...checks.flatMap(({ id, title, why, steps }) => [
        ...(ID.test(id) ? [] : [mistake(`has the id "${id}"`, 'write it in lower case with hyphens')]),
        ...(title.length <= LONGEST_TITLE && title.trim() !== ''
          ? []
          : [mistake(`has a title of ${title.length} characters for "${id}"`, `write 1 to ${LONGEST_TITLE}`)]),
        ...(why.trim() === '' ? [mistake(`does not say why "${id}" is demanded`, 'say it in "why"')] : []),
        ...(steps.some(step => partsOf(step).some(({ expect }) => expect.length > 0))
          ? []
          : [mistake(`expects nothing in "${id}"`, 'expect something of at least one step')]),
      ]),
    ]
  },
}

const jsonSafe: Rule = {
  title: 'has checks that are data and nothing else',
  find: exercise =>
    exercise.checks
      .filter(check => !isDeepStrictEqual(JSON.parse(JSON.stringify(check)), check))
      .map(({ id }) =>
        checksOf(exercise)(
          `has in "${id}" what JSON cannot hold`,
          'use texts, numbers, true, false, null, lists and objects',
        ),
      ),
}

/** Of all checks together: a run is answered as you type. */
const shortWaits: Rule = {
  title: `has at most ${MOST_WAITS} steps that wait`,
  find(exercise) {
    const waits = exercise.checks.flatMap(({ steps }) => steps).filter(({ kind }) => kind === 'wait').length
    return waits <= MOST_WAITS ? [] : [checksOf(exercise)(`waits ${waits} times`, `wait ${MOST_WAITS} times at most`)]
  },
}

const passingAtStart: Rule = {
  title: 'lists under passingAtStart only checks that there are',
  find({ id, content, checks }) {
    const unknown = content.passingAtStart.filter(one => !checks.some(check => check.id === one))
    return unknown.map(one => ({
      file: `${id}/brief.md`,
      because: `lists "${one}" under passingAtStart, which is no check`,
      remedy: 'name a check of checks.ts',
    }))
  },
}

export const rulesOfChecks: readonly Rule[] = [number, valid, ofTheirOwn, jsonSafe, shortWaits, passingAtStart]
