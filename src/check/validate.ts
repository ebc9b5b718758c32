/**
 * Whether a check can be performed and judged at all. What is wrong here is its author's to mend.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import type { Check, Step } from './check.ts'
import { namesInPredicate } from './fill-expectation.ts'
import { namesInJson, VALUE_NAME } from './names.ts'
import { namesIn } from './template.ts'
import { checkBounds, checkGenerator } from './validate-bounds.ts'
import { checkExpectation, checkSubject, type Stage } from './validate-expectation.ts'
import { BEGINNING, follow } from './validate-order.ts'
import { type Part, partsOf } from './walk.ts'

const valid = new WeakSet<Check>()

/**
 * Looks at everything that can be known before the check is run. A check that was found valid is not looked at again.
 * @throws {AuthoringError} naming the check and the step
 */
export const validateCheck = (check: Check): void => {
  if (valid.has(check)) return
  const inCheck = `In the check "${check.id}"`
  within(inCheck, () => {
    if (check.steps.length === 0) {
      throw new AuthoringError('could not judge it: because it has no steps; give it at least one')
    }
  })
  const known = new Set<string>()
  within(inCheck, () => {
    for (const [name, generator] of Object.entries(check.values ?? {})) {
      addName(known, name)
      checkGenerator(name, generator)
    }
    checkNames(namesInJson(Object.values(check.env ?? {})), known)
  })
  let stage = BEGINNING
  for (const [index, step] of check.steps.entries()) {
    within(`${inCheck}, step ${index + 1}`, () => {
      stage = follow(stage, step)
      checkBounds(step)
      checkNames(namesIn(step), known)
      checkParts(step, known)
    })
  }
  valid.add(check)
}

const checkParts = (step: Step, known: Set<string>): void => {
  const parts = partsOf(step)
  for (const name of parts.flatMap(({ save }) => Object.keys(save ?? {}))) addName(known, name)
  for (const [index, part] of parts.entries()) {
    const isRequest = step.kind === 'parallel' && index < step.sends.length
    if (isRequest) within(`request ${index + 1}`, () => checkPart(part, 'one of parallel', known))
    else checkPart(part, step.kind, known)
  }
}

const checkPart = ({ expect, advice = [], save = {} }: Part, stage: Stage, known: ReadonlySet<string>): void => {
  for (const expectation of [...expect, ...advice.flatMap(({ when }) => when)]) {
    checkExpectation(expectation, stage)
    checkNames(namesInPredicate(expectation.predicate), known)
  }
  for (const subject of Object.values(save)) checkSubject(subject, stage)
}

const addName = (known: Set<string>, name: string): void => {
  if (!VALUE_NAME.test(name)) {
    throw new AuthoringError(
      `could not use ${JSON.stringify(name)} as a value's name: because a name is lower-case letters, digits and hyphens, a letter first; choose another`,
    )
  }
  if (known.has(name)) {
    throw new AuthoringError(
      `could not save ${JSON.stringify(name)}: because the check has a value of this name already; choose another`,
    )
  }
  known.add(name)
}

const checkNames = (names: readonly string[], known: ReadonlySet<string>): void => {
  const unknown = names.find(name => !known.has(name))
  if (unknown === undefined) return
  throw new AuthoringError(
    `could not fill in {{${unknown}}}: because the check has no value of this name here; list it under values, or save it in an earlier step`,
  )
}

/** Puts the place before what is wrong there. */
const within = (place: string, look: () => void): void => {
  try {
    look()
  } catch (cause) {
    if (!(cause instanceof AuthoringError)) throw cause
    throw new AuthoringError(`${place}${/^(?:step|request) /u.test(cause.message) ? ', ' : ': '}${cause.message}`, {
      cause,
    })
  }
}
