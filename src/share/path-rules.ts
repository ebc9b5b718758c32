/**
 * Which paths a learner's file may have: those that every engine, every file system and a downloaded project take.
 * @module
 */

/** Characters of a whole path. */
const longest = 100

/** Reads as part of a sentence about the file: `it has to end in .ts`. */
type Reason = string

/**
 * Why a learner's file cannot have this path, as a sentence; null when it can.
 *
 * @param path relative to the exercise: `app.ts`, `routes/items.ts`
 */
export function whyNotAPath(path: string): string | null {
  const reason = findReason(path)
  return reason === null ? null : `A file cannot be named "${shorten(path)}": ${reason}.`
}

function findReason(path: string): Reason | null {
  if (path === '') return 'it needs a name, such as routes/items.ts'
  if (path.length > longest) return `it may have ${longest} characters at most`
  if (path.startsWith('/')) return 'it has to be relative to the exercise, without a slash at the front'
  const segments = path.split('/')
  if (segments.includes('')) return 'there has to be a name on both sides of a slash'
  if (segments.some(segment => segment.startsWith('.'))) return 'no part of it may begin with a dot'
  if (!segments.every(segment => /^[A-Za-z0-9._-]+$/.test(segment))) {
    return 'only the letters A to Z, digits, dots, hyphens and underscores can be used'
  }
  if (segments.includes('__proto__')) return 'JavaScript has reserved __proto__'
  if (!/[^.]\.ts$/.test(path)) return 'it has to end in .ts'
  return null
}

function shorten(path: string): string {
  return path.length > longest ? `${path.slice(0, longest)}…` : path
}
