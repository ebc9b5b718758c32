/**
 * Looking things up in a header list.
 * @module
 */

import type { HeaderList } from './http.ts'

/**
 * All values of a header, in the order they were sent; empty when it is not there.
 * The name is matched without regard to case (RFC 9110 §5.1), values are left as they are.
 */
export const headerValues = (headers: HeaderList, name: string): string[] => {
  const wanted = name.toLowerCase()
  return headers.filter(([candidate]) => candidate.toLowerCase() === wanted).map(([, value]) => value)
}
