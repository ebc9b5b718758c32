/**
 * Type declarations on disk, followed from file to file.
 * @module
 */

import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const SPECIFIER = /(?<!["'])\b(?:from|import|module)\s*\(?\s*["']([^"']+)["']/g

/** Where the editor keeps a file: `file:///node_modules/hono/dist/types/index.d.ts`. */
export const uriOf = (root: string, file: string): string => `file:///${relative(root, file).replaceAll('\\', '/')}`

const specifiersIn = (text: string): string[] =>
  [...text.replace(COMMENT, '').matchAll(SPECIFIER)].flatMap(match => match[1] ?? [])

function readDeclaration(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** `x.js` → `x.d.ts`, `x.mjs` → `x.d.mts`; `x` may be a file or a folder. */
const candidatesFor = (target: string): readonly string[] => [
  target.replace(/(?:\.([mc]?)js)?$/, '.d.$1ts'),
  join(target, 'index.d.ts'),
]

/** The file a relative specifier means, with its text. */
function resolveRelative(from: string, specifier: string): readonly [file: string, text: string] | null {
  for (const file of candidatesFor(join(dirname(from), specifier))) {
    const text = readDeclaration(file)
    if (text !== null) return [file, text]
  }
  return null
}

/**
 * Everything an entry's declarations need, file → text, or null when something of it is in no package that is offered.
 * @param edit what a file says instead of its text
 */
export function closure(
  entry: string,
  isOffered: (specifier: string) => boolean,
  edit: (file: string, text: string) => string = (_, text) => text,
): Map<string, string> | null {
  const first = readDeclaration(entry)
  if (first === null) return null
  const found = new Map([[entry, edit(entry, first)]])
  for (const [file, text] of found) {
    for (const specifier of specifiersIn(text)) {
      if (!specifier.startsWith('.')) {
        if (!isOffered(specifier)) return null
        continue
      }
      const resolved = resolveRelative(file, specifier)
      if (resolved === null) return null
      const [target, contents] = resolved
      if (!found.has(target)) found.set(target, edit(target, contents))
    }
  }
  return found
}
