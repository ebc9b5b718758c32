/**
 * How many mutants an exercise's checks have to catch, and what is said of those they do not.
 * @module
 */

import type { Trial } from '../engines/trial.ts'
import type { Mistake } from '../verify/verified.ts'
import type { Mutant } from './mutants.ts'
import { isListedAs, type ListedSurvivor, SURVIVORS_FILE } from './survivors.ts'

/** Of mutants that compile. */
export const RULES = { leastCaughtShare: 0.9, mostSurvivors: 3 }

export interface TriedMutant extends Mutant {
  readonly trial: Exclude<Trial, { kind: 'did-not-compile' }>
}

export interface Survivor extends Mutant {
  /** The reason that the exercise gives; null when it does not list it. */
  readonly why: string | null
}

export interface Mutated {
  readonly mutants: readonly TriedMutant[]
  readonly survivors: readonly Survivor[]
  /** What keeps the exercise from being as it should be; first of all one per survivor that is not listed. */
  readonly mistakes: readonly (Mistake & { readonly survivor: Survivor | null })[]
}

/** Holds what came of an exercise's mutants against the rules, and against what it lists. */
export const judgeMutants = (
  id: string,
  mutants: readonly TriedMutant[],
  listed: readonly ListedSurvivor[],
): Mutated => {
  const survivors = mutants
    .filter(({ trial }) => trial.kind === 'passes')
    .map(mutant => ({ ...mutant, why: listed.find(one => isListedAs(mutant, one))?.why ?? null }))
  const unlisted = survivors.filter(({ why }) => why === null)
  const others = [
    ...listed.flatMap(one => noSurvivor(id, one, mutants)),
    ...tooMany(id, survivors.length, mutants.length),
  ]
  const mistakes = [
    ...unlisted.map(survivor => ({ ...notListed(id, survivor), survivor })),
    ...others.map(mistake => ({ ...mistake, survivor: null })),
  ]
  return { mutants, survivors, mistakes }
}

export const REMEDY = `ask for it in a check, simplify the solution, or list it in ${SURVIVORS_FILE} with a reason`

const notListed = (id: string, { path, line, before, after }: Survivor): Mistake => ({
  file: `${id}/solution/${path}:${line}`,
  because: `passes every check with "${after}" in place of "${before}"`,
  remedy: REMEDY,
})

const noSurvivor = (id: string, listed: ListedSurvivor, mutants: readonly TriedMutant[]): readonly Mistake[] => {
  const same = mutants.filter(mutant => isListedAs(mutant, listed))
  if (same.some(({ trial }) => trial.kind === 'passes')) return []
  const because = same.length > 0 ? 'is caught now' : 'is no mutant of the solution'
  return [
    {
      file: `${id}/${SURVIVORS_FILE}`,
      because: `lists "${listed.after}" in place of "${listed.before}", which ${because}`,
      remedy: 'take it off',
    },
  ]
}

const tooMany = (id: string, survivors: number, mutants: number): readonly Mistake[] => {
  const { leastCaughtShare, mostSurvivors } = RULES
  const file = `${id}/solution`
  const remedy = 'ask for more in the checks, or simplify the solution'
  if (survivors > mostSurvivors)
    return [{ file, because: `has ${survivors} mutants that survive, and may have ${mostSurvivors}`, remedy }]
  if (mutants - survivors >= leastCaughtShare * mutants) return []
  const share = `${mutants - survivors} of ${mutants} mutants caught`
  return [{ file, because: `has ${share}, and needs ${leastCaughtShare * 100} %`, remedy }]
}
