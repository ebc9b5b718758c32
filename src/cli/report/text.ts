/**
 * A report for people.
 * @module
 */

import { describeOutcome, summarise } from '../../check/describe.ts'
import type { Outcome } from '../../check/result.ts'
import type { LogLine } from '../../http/http.ts'
import type { Colour, Terminal } from '../terminal.ts'
import { type CheckedExercise, hasGeneratedValues, notesOn, type RanOn } from './checked.ts'
import { type SaidOfCheck, type SaidOfStep, sayCheck } from './sentences.ts'

const LOOKS: Readonly<Record<Outcome, { readonly sign: string; readonly colour: Colour }>> = {
  passed: { sign: '✓', colour: 'green' },
  failed: { sign: '✗', colour: 'red' },
  broke: { sign: '✗', colour: 'red' },
  'not-run': { sign: '–', colour: 'yellow' },
}

/** Console lines of one place that are shown; a program that writes more is better watched by itself. */
const MOST_LINES = 20

export const ranOnText = (ranOn: RanOn): string => {
  switch (ranOn.kind) {
    case 'engine':
      return `${ranOn.folder} in ${ranOn.engine === 'node' ? 'Node' : 'the embedded engine'}`
    case 'command':
      return `"${ranOn.command}" in ${ranOn.folder}`
    case 'url':
      return `the server at ${ranOn.url}`
  }
}

type Paint = Terminal['paint']

const indent = (text: string, by: string): string => text.replace(/^/gm, by)

const consoleText = (log: readonly LogLine[], paint: Paint): string[] => {
  const shown = log.slice(0, MOST_LINES).map(({ level, text }) => paint('dim', indent(text, `${level} │ `)))
  return log.length > MOST_LINES ? [...shown, paint('dim', `… and ${log.length - MOST_LINES} more lines`)] : shown
}

const stepText = ({ title, outcome, sentences, advice, log }: SaidOfStep, paint: Paint): string[] => {
  const { sign, colour } = LOOKS[outcome]
  const below = [...sentences, ...advice.map(text => `${paint('yellow', '→')} ${text}`), ...consoleText(log, paint)]
  return [`  ${paint(colour, sign)} ${title}`, ...below.map(text => indent(text, '      '))]
}

const checkText = (said: SaidOfCheck, outcome: Outcome, paint: Paint): string[] => {
  const { sign, colour } = LOOKS[outcome]
  const head = `${paint(colour, `${sign} ${describeOutcome(outcome).padEnd(7)}`)}  ${said.title}`
  if (outcome === 'passed') return [head]
  const sentences = said.sentences.map(text => indent(text, '    '))
  const steps = said.steps.filter(one => outcome !== 'not-run' || one.log.length > 0)
  const last = consoleText(said.log, paint).map(text => indent(text, '    '))
  return [head, ...sentences, ...steps.flatMap(step => stepText(step, paint)), ...last, '']
}

/** The lines, and an empty one after them when there are any. */
const block = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [...lines, ''])

/** The lines of the whole report. */
export const reportText = (checked: CheckedExercise, paint: Paint): string => {
  const { exercise, ranOn, seed, diagnostics, results, checks, log } = checked
  const bodies = checks.flatMap((check, index) => {
    const result = results[index]
    return result ? checkText(sayCheck(check, result, result.values), result.outcome, paint) : []
  })
  const isPassed = results.every(({ outcome }) => outcome === 'passed')
  const summary = paint(isPassed ? 'green' : 'red', `${summarise(results)}.`)
  const replay = hasGeneratedValues(checked) ? ` The same values again: --seed ${seed}` : ''
  return [
    `${paint('bold', exercise)}  ${paint('dim', ranOnText(ranOn))}`,
    '',
    ...block(diagnostics.map(({ path, line, column, message }) => `${path}:${line}:${column}  ${message}`)),
    // What a server says when it starts is of interest only when something went wrong.
    ...block(isPassed ? [] : consoleText(log, paint)),
    ...bodies,
    ...(bodies.at(-1) === '' ? [] : ['']),
    ...notesOn(checked).map(note => `${paint('yellow', 'Note:')} ${note}`),
    `${summary}${replay}`,
  ].join('\n')
}
