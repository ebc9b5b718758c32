/**
 * Names of values in texts: `/items/{{id}}`. A name is `[a-z][a-z\d-]*` between two pairs of braces with nothing else
 * between them; every other brace stands for itself.
 * @module
 */

import type { Json } from './expectation.ts'

export const NAMES = /\{\{([a-z][a-z\d-]*)\}\}/gu
const ONLY_NAME = /^\{\{([a-z][a-z\d-]*)\}\}$/u
export const VALUE_NAME = /^[a-z][a-z\d-]*$/u

/** Every name in the texts of a JSON value, keys included; names come as often as they are used. */
export const namesInJson = (json: Json): readonly string[] => {
  if (!mayHoldNames(json)) return []
  if (typeof json === 'string') return [...json.matchAll(NAMES)].map(([, name = '']) => name)
  return Object.entries(json ?? {}).flatMap(([key, value]) => [...namesInJson(key), ...namesInJson(value)])
}

/** A quick look, without making anything: most texts hold none. */
export const mayHoldNames = (json: Json): boolean => {
  if (typeof json === 'string') return json.includes('{{')
  if (typeof json !== 'object' || json === null) return false
  if (Array.isArray(json)) return json.some(mayHoldNames)
  for (const [key, value] of Object.entries(json)) if (key.includes('{{') || mayHoldNames(value)) return true
  return false
}

/** The name that a text is nothing but, or null. */
export const onlyNameIn = (text: string): string | null => ONLY_NAME.exec(text)?.[1] ?? null
