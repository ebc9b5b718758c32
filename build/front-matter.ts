/**
 * The front matter of a brief: YAML between two lines of `---`.
 * @module
 */

import { parse } from 'yaml'
import type { AllowedDifference, Difficulty, ExerciseSummary, RelatedQuestion } from '../src/exercise/exercise.ts'
import { ExerciseError } from './exercise-error.ts'

export interface FrontMatter extends Omit<ExerciseSummary, 'id'> {
  readonly packages: readonly string[]
  readonly passingAtStart: readonly string[]
  readonly allowedDifferences: readonly AllowedDifference[]
  readonly related: readonly Omit<RelatedQuestion, 'id'>[]
}

type Fields = Readonly<Record<string, unknown>>

const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard']
const RELATIONS: readonly RelatedQuestion['relation'][] = ['previous', 'next', 'related']

/** Takes the fields of one mapping, each with its type; `rest()` refuses what nobody took. */
class Reader {
  readonly #taken = new Set<string>()
  constructor(
    readonly file: string,
    readonly place: string,
    readonly fields: Fields,
  ) {}

  text(name: string): string {
    const value = this.#take(name)
    return typeof value === 'string' && value.trim() !== '' ? value : this.#refuse(name, 'is not a text')
  }

  count(name: string): number {
    const value = this.#take(name)
    return typeof value === 'number' && Number.isInteger(value) && value > 0
      ? value
      : this.#refuse(name, 'is not a whole number above 0')
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#take(name)
    return choices.find(choice => choice === value) ?? this.#refuse(name, `is none of ${choices.join(', ')}`)
  }

  /** @param forms what it may be, in words */
  matching(name: string, pattern: RegExp, forms: string): string {
    const value = this.text(name)
    return pattern.test(value) ? value : this.#refuse(name, `is none of ${forms}`)
  }

  texts(name: string): readonly string[] {
    const value = this.#take(name)
    const isTexts = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every(item => typeof item === 'string')
    return isTexts(value) ? value : this.#refuse(name, 'is not a list of texts')
  }

  list<Item>(name: string, read: (item: Reader) => Item): readonly Item[] {
    const value: unknown = this.#take(name)
    if (!Array.isArray(value)) return this.#refuse(name, 'is not a list')
    return value.map((item: unknown, index) => {
      const place = `${name}[${index}]`
      const reader = new Reader(this.file, `${place}.`, isFields(item) ? item : this.#refuse(place, 'is not a mapping'))
      const made = read(reader)
      reader.rest()
      return made
    })
  }

  rest(): void {
    const unknown = Object.keys(this.fields).find(name => !this.#taken.has(name))
    if (unknown !== undefined) this.#refuse(unknown, 'is unknown', `use ${[...this.#taken].join(', ')}`)
  }

  #take(name: string): unknown {
    this.#taken.add(name)
    return this.fields[name] ?? this.#refuse(name, 'is missing')
  }

  #refuse(name: string, why: string, remedy = 'correct it as docs/authoring.md shows'): never {
    throw new ExerciseError(this.file, `has front matter in which "${this.place}${name}" ${why}`, remedy)
  }
}

const SUBJECT =
  /^(?:status|media-type|body|message|close-code|close-reason|header [a-z\d-]+|cookie [\w!#$%&'*+.^`|~-]+(?: [a-z-]+)?)$/

/** A place of JSON, or another part of the answer in some checks. */
const readAllowed = (item: Reader): AllowedDifference =>
  'path' in item.fields
    ? { path: item.text('path'), reason: item.text('reason') }
    : {
        subject: item.matching(
          'subject',
          SUBJECT,
          'status, media-type, body, message, close-code, close-reason, header …, cookie …',
        ),
        checks: item.texts('checks'),
        reason: item.text('reason'),
      }

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parseYaml = (yaml: string, file: string): Fields => {
  try {
    const value: unknown = parse(yaml)
    if (isFields(value)) return value
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new ExerciseError(file, `has front matter that is not YAML (${message.trim()})`, 'correct it', { cause })
  }
  throw new ExerciseError(file, 'has front matter that is not a mapping', 'write one "name: value" per line')
}

/**
 * @param text the whole file
 * @param file path below exercises/, for errors
 * @returns the front matter, and the Markdown after it
 * @throws {ExerciseError} when a field is missing, unknown or of another type
 */
export const splitFrontMatter = (text: string, file: string): { frontMatter: FrontMatter; markdown: string } => {
  const match = /^---\r?\n(?<yaml>[\s\S]*?)\r?\n---\r?\n/.exec(text)
  if (!match?.groups)
    throw new ExerciseError(file, 'does not begin with front matter', 'begin it with YAML between two lines of ---')
  const reader = new Reader(file, '', parseYaml(match.groups.yaml ?? '', file))
  const frontMatter: FrontMatter = {
    title: reader.text('title'),
    summary: reader.text('summary'),
    difficulty: reader.choice('difficulty', DIFFICULTIES),
    topics: reader.texts('topics'),
    packages: reader.texts('packages'),
    minutes: reader.count('minutes'),
    passingAtStart: reader.texts('passingAtStart'),
    allowedDifferences: reader.list('allowedDifferences', readAllowed),
    related: reader.list('related', item => ({
      relation: item.choice('relation', RELATIONS),
      number: item.count('number'),
      title: item.text('title'),
    })),
  }
  reader.rest()
  return { frontMatter, markdown: text.slice(match[0].length) }
}
