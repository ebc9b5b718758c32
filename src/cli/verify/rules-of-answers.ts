/**
 * What holds for the wrong answers and the alternatives, as files.
 * @module
 */

import { parseSpecifier } from '../../../build/package-exports.ts'
import { plural } from '../../check/text.ts'
import type { SourceFiles } from '../../compile/program.ts'
import { firstPath } from '../../exercise/given.ts'
import type { Answer, Mistake, Rule } from './verified.ts'

const FEWEST_WRONG = 10
const FEWEST_ALTERNATIVES = 2

/** The check that a wrong answer's first line names; null when it names none. */
export const caughtBy = ({ files }: Answer): string | null =>
  Object.values(files).flatMap(text => /^\/\/ caught by: (\S+)\r?\n/.exec(text)?.[1] ?? [])[0] ?? null

const withoutFirstLine = (text: string): string => text.slice(text.indexOf('\n') + 1)

const wrongNameChecks: Rule = {
  title: 'has wrong answers that name the check which catches them, at least one for every check',
  find({ id, checks, wrong }) {
    const caught = wrong.map(caughtBy)
    const mistakes: Mistake[] = wrong.flatMap((answer, index) => {
      const file = `${id}/wrong/${answer.name}`
      const check = caught[index] ?? null
      if (check === null)
        return [{ file, because: 'names no check', remedy: 'write "// caught by: <check id>" as its first line' }]
      if (checks.some(one => one.id === check)) return []
      return [{ file, because: `names "${check}", which is no check`, remedy: 'name a check of checks.ts' }]
    })
    const uncaught = checks.filter(check => !caught.includes(check.id))
    return [
      ...mistakes,
      ...uncaught.map(check => ({
        file: `${id}/wrong`,
        because: `has no answer that "${check.id}" catches`,
        remedy: 'add one',
      })),
      ...(wrong.length < FEWEST_WRONG
        ? [
            {
              file: `${id}/wrong`,
              because: `has ${plural(wrong.length, 'answer')}`,
              remedy: `write at least ${FEWEST_WRONG}`,
            },
          ]
        : []),
    ]
  },
}

const wrongDiffer: Rule = {
  title: 'has wrong answers of only such files as differ from the solution',
  find({ id, content, wrong }) {
    return wrong.flatMap(({ name, files }) =>
      Object.entries(files).flatMap(([path, text]) => {
        const file = `${id}/wrong/${name}/${path}`
        const right = content.solution[path]
        if (right === undefined) return [{ file, because: 'is no file of the solution', remedy: 'rename or remove it' }]
        const isSame = text === right || withoutFirstLine(text) === right
        return isSame
          ? [{ file, because: 'is as in the solution', remedy: 'make the mistake in it, or remove it' }]
          : []
      }),
    )
  },
}

const alternatives: Rule = {
  title: `has at least ${FEWEST_ALTERNATIVES} alternatives, each a whole program`,
  find({ id, content, alternatives }) {
    const few = alternatives.length < FEWEST_ALTERNATIVES
    const first = firstPath(content)
    const headless = alternatives.filter(({ files }) => files[first] === undefined)
    return [
      ...(few
        ? [
            {
              file: `${id}/alt`,
              because: `has ${plural(alternatives.length, 'answer')}`,
              remedy: `write at least ${FEWEST_ALTERNATIVES}, each right and of another shape`,
            },
          ]
        : []),
      ...headless.map(({ name }) => ({ file: `${id}/alt/${name}`, because: `has no ${first}`, remedy: 'add it' })),
    ]
  },
}

/** Names of the packages beside hono that these files import. */
const importedBy = (files: SourceFiles): readonly string[] =>
  Object.values(files)
    .flatMap(text => [...text.matchAll(/\bfrom '([^'.][^']*)'/g)])
    .flatMap(([, specifier = '']) => parseSpecifier(specifier)?.name ?? [])
    .filter(name => name !== 'hono')

const packages: Rule = {
  title: 'names the packages that its programs import, and no others',
  find({ id, content, alternatives }) {
    const programs = [content.given, content.start, content.solution, ...alternatives.map(({ files }) => files)]
    const imported = new Set(programs.flatMap(importedBy))
    const file = `${id}/brief.md`
    const unnamed = [...imported].filter(name => !content.packages.includes(name))
    const unused = content.packages.filter(name => !imported.has(name))
    return [
      ...unnamed.map(name => ({
        file,
        because: `does not name ${name}, which a program imports`,
        remedy: 'name it under packages',
      })),
      ...unused.map(name => ({
        file,
        because: `names ${name}, which no program imports`,
        remedy: 'take it off packages',
      })),
    ]
  },
}

export const rulesOfAnswers: readonly Rule[] = [wrongNameChecks, wrongDiffer, alternatives, packages]
