/**
 * What stands in the place of something that is not there, in words.
 * @module
 */

import { jsonPlace } from './describe-subject.ts'
import { sizeText, typeOfText, valueText } from './describe-value.ts'
import type { Subject } from './expectation.ts'
import { isArray, isObject } from './json.ts'
import { parsePath } from './json-path.ts'
import type { Actual } from './result.ts'

type Missing = Extract<Actual, { kind: 'missing' }>

/** `the answer has no such header`, `there is no key "id": the body is {}`, `detail is an empty array`. */
export const describeMissing = (subject: Subject, actual: Missing): string => {
  const place = jsonPlace(subject)
  if (place) {
    const whole = subject.kind === 'json' ? 'body' : place.whole
    // What is around it is too large to be kept (run/keep.ts).
    return actual.nearest ? missingPlace(place, actual.nearest, whole) : `there is no such place in the ${whole}`
  }
  switch (subject.kind) {
    case 'media-type':
      return 'the answer has no Content-Type header'
    case 'cookie':
      return actual.nearest ? `it has none: ${valueText(actual.nearest.value)}` : 'the answer sets no such cookie'
    case 'source':
      return 'there is no such file'
    default:
      return 'the answer has no such header'
  }
}

const missingPlace = (
  { segments }: NonNullable<ReturnType<typeof jsonPlace>>,
  { path, value }: NonNullable<Missing['nearest']>,
  whole: string,
): string => {
  const where = path === '$' ? `the ${whole}` : path
  const next = segments[parsePath(path).length]
  if (typeof next === 'number') {
    if (!isArray(value)) return `${where} is ${valueText(value)}, ${typeOfText(value)} and not an array`
    return value.length === 0
      ? `${where} is an empty array`
      : `${where} has only ${sizeText(value)}: ${valueText(value)}`
  }
  if (!isObject(value)) return `${where} is ${valueText(value)}, ${typeOfText(value)} and not an object`
  return `there is no key ${JSON.stringify(next)}: ${where} is ${valueText(value)}`
}
