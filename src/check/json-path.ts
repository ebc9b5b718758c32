/**
 * Places in a JSON value: `$` is all of it, else keys and indices, `detail[0].loc`, `headers["odd key"]`, `[2].id`.
 * A leading `$` may stand before any of them. Patterns may also use `[*]`, which stands for every index.
 * @module
 */

import { AuthoringError } from './authoring-error.ts'
import type { Json } from './expectation.ts'
import { isArray, isObject } from './json.ts'
import { remember } from './remember.ts'

/** A string is a key of an object, a number is an index of an array. */
export type PathSegment = string | number
const ANY_INDEX = Symbol('any index')
type PatternSegment = PathSegment | typeof ANY_INDEX

/** What was found, or the deepest place on the way that is there. */
export type Found =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'missing'; readonly nearest: { readonly path: string; readonly value: Json } }

const PLAIN_KEY = /^[^\s.[\]"'$*]+/u
const BRACKET = /^\[(?:(?<any>\*)|(?<index>0|[1-9]\d*)|(?<key>"(?:[^"\\]|\\.)*"))\]/u

const malformed = (path: string, rest: string): AuthoringError =>
  new AuthoringError(
    `could not read the JSON path ${JSON.stringify(path)}: because ${rest === '' ? 'it ends too early' : `${JSON.stringify(rest)} is neither a key nor an index`}; write $ for the whole body, or keys and indices such as detail[0].loc or ["odd key"]`,
  )

const parsePattern = (pattern: string): PatternSegment[] => {
  const segments: PatternSegment[] = []
  let rest = pattern.startsWith('$') ? pattern.slice(1) : pattern
  const rooted = rest !== pattern
  if (pattern === '') throw malformed(pattern, '')
  while (rest !== '') {
    const bracket = BRACKET.exec(rest)
    if (bracket?.groups) {
      const { any, index, key } = bracket.groups
      if (any !== undefined) segments.push(ANY_INDEX)
      else if (index !== undefined) segments.push(Number(index))
      else segments.push(parseKey(pattern, key ?? ''))
      rest = rest.slice(bracket[0].length)
      continue
    }
    const dotted = rest.startsWith('.')
    const needsDot = rooted || segments.length > 0
    const key = PLAIN_KEY.exec(dotted ? rest.slice(1) : rest)
    if (!key || dotted !== needsDot) throw malformed(pattern, dotted && !key ? rest.slice(1) : rest)
    segments.push(key[0])
    rest = rest.slice(key[0].length + (dotted ? 1 : 0))
  }
  return segments
}

const parseKey = (path: string, quoted: string): string => {
  try {
    return String(JSON.parse(quoted))
  } catch {
    throw malformed(path, quoted)
  }
}

/**
 * The segments of a path, outermost first; `$` has none.
 * @throws {AuthoringError} when the path is malformed, or is a pattern
 */
export const parsePath: (path: string) => readonly PathSegment[] = remember(path =>
  parsePattern(path).map(segment => {
    if (segment === ANY_INDEX) throw malformed(path, '[*]')
    return segment
  }),
)

/** The shortest way to write a path; the whole value is `$`. */
export const formatPath = (segments: readonly PathSegment[]): string => {
  const text = segments.map(segment => {
    if (typeof segment === 'number') return `[${segment}]`
    return PLAIN_KEY.exec(segment)?.[0] === segment ? `.${segment}` : `[${JSON.stringify(segment)}]`
  })
  return text.join('').replace(/^\./u, '') || '$'
}

/**
 * The value at a path.
 * @throws {AuthoringError} when the path is malformed
 */
export const readPath = (value: Json, path: string): Found => readSegments(value, parsePath(path))

/** A key is looked up in objects only and an index in arrays only; inherited keys do not count. */
export const readSegments = (value: Json, segments: readonly PathSegment[]): Found => {
  let here = value
  for (const [depth, segment] of segments.entries()) {
    const next = child(here, segment)
    if (next === undefined) {
      return { kind: 'missing', nearest: { path: formatPath(segments.slice(0, depth)), value: here } }
    }
    here = next
  }
  return { kind: 'value', value: here }
}

const child = (value: Json, segment: PathSegment): Json | undefined => {
  if (typeof segment === 'number') return isArray(value) ? value[segment] : undefined
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
}

/**
 * Whether a path is one that a pattern stands for: `detail[1].msg` and `detail[*].msg`.
 * @throws {AuthoringError} when either is malformed
 */
export const matchesPath = (path: string, pattern: string): boolean => {
  const segments = parsePath(path)
  const wanted = parsePattern(pattern)
  return (
    segments.length === wanted.length &&
    wanted.every((want, index) => (want === ANY_INDEX ? typeof segments[index] === 'number' : want === segments[index]))
  )
}
