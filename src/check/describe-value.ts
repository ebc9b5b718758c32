/**
 * JSON values and their types as short text for people.
 * @module
 */

import type { Json, JsonType } from './expectation.ts'
import { isArray, isObject, jsonTypeOf } from './json.ts'
import { characterCount, cutText, plural } from './text.ts'

/** In UTF-16 units: about a line and a half of a sentence. */
const LONGEST = 120

/** Compact JSON of a value. A long one is cut, with a note of how much there is in all. */
export const valueText = (value: Json, limit = LONGEST): string => {
  const text = print(value, limit)
  if (text.length <= limit) return text
  if (typeof value === 'string') return `${JSON.stringify(`${cutText(value, limit)}…`)} (${sizeText(value)} in all)`
  return `${cutText(text, limit)}… (${sizeText(value)} in all)`
}

/** How much a text, a list or an object holds: `3 characters`, `1 item`, `12 keys`. */
export const sizeText = (value: Json): string => {
  if (isArray(value)) return plural(value.length, 'item')
  if (isObject(value)) return plural(Object.keys(value).length, 'key')
  return plural(characterCount(String(value)), 'character')
}

/** Compact JSON that stops soon after `room` is used up, so that a huge value costs no more than a small one. */
const print = (value: Json, room: number): string => {
  if (typeof value === 'string') return JSON.stringify(cutText(value, room + 1))
  if (isArray(value)) {
    return list('[', ']', room, value.values(), (item, left) => print(item, left))
  }
  if (isObject(value)) {
    return list('{', '}', room, Object.keys(value).values(), (key, left) => {
      const name = `${print(key, left)}:`
      return name + print(value[key] ?? null, left - name.length)
    })
  }
  return JSON.stringify(value)
}

const list = <Item>(
  open: string,
  close: string,
  room: number,
  items: Iterable<Item>,
  show: (item: Item, left: number) => string,
): string => {
  let text = open
  for (const item of items) {
    if (text.length > room) return text
    if (text !== open) text += ','
    text += show(item, room - text.length)
  }
  return text + close
}

const TYPE_NAMES: Readonly<Record<JsonType, string>> = {
  null: 'null',
  boolean: 'a boolean',
  number: 'a number',
  integer: 'an integer',
  string: 'a string',
  array: 'an array',
  object: 'an object',
}

export const typeText = (type: JsonType): string => TYPE_NAMES[type]

/** The type of a value; a number is called a number whether or not it is whole. */
export const typeOfText = (value: Json): string =>
  typeof value === 'number' ? 'a number' : typeText(jsonTypeOf(value))
