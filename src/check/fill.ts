/**
 * Values in the place of their names. Values are never looked into for names, so a text that must hold `{{x}}` itself is
 * a value: a `choice` of one.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import type { Json, Template } from './expectation.ts'
import { mayHoldNames, NAMES, onlyNameIn } from './names.ts'

/** The values of a check: generated ones, and those that were saved so far. */
export type Values = Readonly<Record<string, Json>>

/**
 * A text with values in the place of their names: a string as it is, anything else as JSON.
 * @throws {AuthoringError} when a name has no value
 */
export const fillText = (text: Template, values: Values): string => fillWith(text, values, value => value)

const fillWith = (text: string, values: Values, write: (value: string) => string): string =>
  text.includes('{{') ? text.replace(NAMES, (_, name: string) => write(textOf(knownValue(name, values)))) : text

/** A value inside a text. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

const knownValue = (name: string, values: Values): Json => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value !== undefined) return value
  throw new AuthoringError(
    `could not fill in {{${name}}}: because the check has no value of this name; list it under values, or save it in an earlier step`,
  )
}

/**
 * A JSON value whose texts and keys are filled; a string that is nothing but a name becomes the value with its type.
 * What holds no name is returned as it is, not copied.
 * @throws {AuthoringError} when a name has no value
 */
export const fillJson = (json: Json, values: Values): Json => {
  if (typeof json === 'string') {
    const name = onlyNameIn(json)
    return name === null ? fillText(json, values) : knownValue(name, values)
  }
  if (typeof json !== 'object' || json === null || !mayHoldNames(json)) return json
  if (Array.isArray(json)) return json.map(item => fillJson(item, values))
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [fillText(key, values), fillJson(value, values)]),
  )
}

/**
 * A pattern, in which a value stands for its own characters and nothing else. Between brackets a hyphen would make a
 * range; outside of them it may not be written with a backslash.
 */
export const fillPattern = (pattern: Template, values: Values): string =>
  fillWith(pattern, values, value =>
    value.replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`).replaceAll('-', String.raw`\x2d`),
  )

/**
 * A request's path, with values percent-encoded. A path that is nothing but a name is a whole address, as a Location
 * header holds it: it is resolved like one, and its path and query are taken. Of what has neither (`mailto:a@b.c`), and
 * of what is no address, the text itself is the path.
 */
export const fillPath = (path: Template, values: Values): string => {
  const name = onlyNameIn(path)
  if (name === null) return fillWith(path, values, encoded)
  const address = textOf(knownValue(name, values))
  const base = 'http://app'
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  return url?.pathname.startsWith('/') ? url.pathname + url.search : `/${encoded(address)}`
}

/** Half of a surrogate pair, which JSON can hold and UTF-8 cannot, goes as the replacement character, as in a URL. */
const encoded = (text: string): string => encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text)))
