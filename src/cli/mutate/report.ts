/**
 * What came of an exercise's mutants, for people and for machines.
 * @module
 */

import type { Terminal } from '../terminal.ts'
import { mistakeText } from '../verify/verified.ts'
import { type Mutated, REMEDY, type Survivor } from './rules.ts'

type Paint = Terminal['paint']

const survivorText = ({ path, line, operator, before, after, why }: Survivor, paint: Paint): string => {
  const reason = why === null ? paint('red', 'no check notices') : `listed: ${why.replace(/\s+/g, ' ').trim()}`
  return [
    `    solution/${path}:${line}  ${operator}; ${reason}`,
    paint('red', `      - ${before}`),
    paint('green', `      + ${after}`),
  ].join('\n')
}

/** The lines of the whole report on one exercise. */
export const mutatedText = (id: string, { mutants, survivors, mistakes }: Mutated, paint: Paint): string => {
  const isFine = mistakes.length === 0
  const caught = mutants.length - survivors.length
  const share = mutants.length === 0 ? '' : ` (${Math.floor((100 * caught) / mutants.length)} %)`
  const head = `${isFine ? '✓' : '✗'} ${id}: ${caught} of ${mutants.length} mutants caught${share}`
  const isUnlisted = survivors.some(({ why }) => why === null)
  return [
    paint(isFine ? 'green' : 'red', head),
    ...survivors.map(survivor => survivorText(survivor, paint)),
    ...(isUnlisted ? [`    ${paint('yellow', '→')} Of each that no check notices: ${REMEDY}.`] : []),
    ...mistakes.filter(({ survivor }) => survivor === null).map(mistake => `    ${mistakeText(mistake)}`),
  ].join('\n')
}

/** The same, with every mutant. */
export const mutatedJson = (id: string, { mutants, survivors, mistakes }: Mutated) => ({
  exercise: id,
  passed: mistakes.length === 0,
  caught: mutants.length - survivors.length,
  mistakes: mistakes.map(mistakeText),
  mutants: mutants.map(({ path, line, operator, before, after, trial }) => ({
    file: path,
    line,
    operator,
    before,
    after,
    caughtBy: trial.kind === 'caught' ? trial.by : null,
  })),
})
