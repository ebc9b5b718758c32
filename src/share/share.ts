/**
 * Share links of format 1: the fragment `#1.<payload>` carries the learner's files that differ from the exercise's
 * start, as JSON (path → text, or null for a start file that was removed), compressed. A link is a stranger's data:
 * reading one never throws, and never takes more memory or time than the limits below allow.
 * @module
 */

import type { SourceFiles } from '../compile/program.ts'
import { deflate, inflate, TooLargeError } from './deflate.ts'
import { whyNotAPath } from './path-rules.ts'

const version = 1

/** What links of this format may hold; both sides hold to it, so that a link that was made can be opened. */
const limits = {
  /** Characters of the payload; 48 kB compressed. */
  payload: 64 * 1024,
  /** Bytes of JSON. */
  json: 512 * 1024,
  files: 32,
} as const

/** The file that an exercise starts from; the page never removes it. */
const entry = 'app.ts'

/** Path → text; null for a start file that was removed. */
type Changes = Readonly<Record<string, string | null>>

/** What a fragment held. `why` is a whole sentence with what to do; `none` is any fragment that is not a share link. */
export type Shared =
  | { readonly kind: 'none' }
  | { readonly kind: 'files'; readonly files: SourceFiles }
  | { readonly kind: 'broken'; readonly why: string }

/** The files cannot be put into a link. The message is a whole sentence with what to do. */
export class ShareError extends Error {
  override readonly name = 'ShareError'
}

/**
 * The fragment of a share link, with its `#`.
 *
 * @param start the exercise's start files, which the reader has as well
 * @throws {ShareError} when the files are too many or too long for a link
 */
export async function encodeShare(files: SourceFiles, start: SourceFiles): Promise<string> {
  const paths = Object.keys(files)
  const refused = paths
    .filter(path => !Object.hasOwn(start, path))
    .map(whyNotAPath)
    .find(why => why !== null)
  if (refused) throw new ShareError(`${refused} Rename it, then share again.`)
  if (paths.length > limits.files) {
    throw new ShareError(
      `Could not make a link: because it can hold ${limits.files} files and there are ${paths.length}; remove some.`,
    )
  }
  const bytes = new TextEncoder().encode(JSON.stringify(differences(files, start)))
  const payload = bytes.length > limits.json ? null : await deflate(bytes)
  if (payload === null || payload.length > limits.payload) {
    throw new ShareError(
      'Could not make a link: because the code is too long for one; shorten the longest file, or send the files.',
    )
  }
  return `#${version}.${payload}`
}

/**
 * The files that a link carries, laid over the start files. Never throws.
 *
 * @param fragment of the page's address, with or without its `#`
 */
export async function decodeShare(fragment: string, start: SourceFiles): Promise<Shared> {
  const [, number, rest] = /^#?(\d+)(?:\.(.*))?$/s.exec(fragment) ?? []
  if (number === undefined) return { kind: 'none' }
  if (number !== String(version)) return broken(newer)
  // Chat programs take the full stop or bracket after a link for a part of it.
  const payload = (rest ?? '').replace(/[^\w-]+$/, '')
  if (payload === '') return broken(incomplete)
  if (payload.length > limits.payload) return broken(tooLarge)
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(await inflate(payload, limits.json))
    return apply(JSON.parse(json), start)
  } catch (error) {
    return broken(error instanceof TooLargeError ? tooLarge : incomplete)
  }
}

const newer = 'This link was made by a newer Rendition: reload the page to get it, then open the link again.'
const incomplete = 'This link is incomplete or was changed on its way: ask for it again, and copy the whole of it.'
const tooLarge = 'This link holds more than a link of Rendition can: ask for the files themselves.'
const strange = 'This link holds something that is not code of an exercise: ask for a new one.'

function broken(why: string): Shared {
  return { kind: 'broken', why }
}

function differences(files: SourceFiles, start: SourceFiles): Changes {
  const changed = Object.entries(files).filter(([path, text]) => !Object.hasOwn(start, path) || start[path] !== text)
  const removed = Object.keys(start).filter(path => !Object.hasOwn(files, path))
  return Object.fromEntries<string | null>([...changed, ...removed.map(path => [path, null] as const)])
}

function apply(changes: unknown, start: SourceFiles): Shared {
  if (!isChanges(changes)) return broken(strange)
  const files = new Map(Object.entries(start))
  for (const [path, text] of Object.entries(changes)) {
    if (!Object.hasOwn(start, path) && whyNotAPath(path) !== null) return broken(strange)
    if (text === null) files.delete(path)
    else files.set(path, text)
  }
  if (!files.has(entry)) return broken(strange)
  if (files.size > limits.files) return broken(tooLarge)
  return { kind: 'files', files: Object.fromEntries(files) }
}

function isChanges(value: unknown): value is Changes {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every(text => text === null || typeof text === 'string')
}
