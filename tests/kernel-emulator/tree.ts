/**
 * Trees of files as the client sends and gets them (`mount`, `export`): JSON or MessagePack of the same shape.
 * @module
 */

import { mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'

export interface Folder {
  /** Name → what it is. */
  readonly d: Readonly<Record<string, Entry>>
}
/** `c`: contents, `b`: they are bytes written as latin1, `l`: where a link leads. */
type Entry = Folder | { readonly f: { readonly c: string | Uint8Array; readonly b?: true } | { readonly l: string } }

/** A snapshot is a map of MessagePack, whose first byte is never the `{` of JSON. */
export const decodeTree = (payload: Uint8Array): Folder => {
  const isJson = payload[0] === '{'.charCodeAt(0)
  const tree = isJson ? JSON.parse(new TextDecoder().decode(payload)) : decode(payload)
  if (typeof tree === 'object' && tree !== null && 'd' in tree) return tree
  throw new Error('could not mount: because this is no tree of files')
}

/** @param format `json` makes text of bytes, since that is how the client reads it */
export const encodeTree = (tree: Folder, format: string): Uint8Array => {
  if (format === 'json') return Buffer.from(JSON.stringify(withText(tree)))
  if (format === 'binary') return encode(tree)
  throw new Error(`could not export: because the kernel emulator does not know the format ${format}`)
}

const withText = ({ d }: Folder): Folder => ({
  d: Object.fromEntries(
    Object.entries(d).map(([name, entry]): [string, Entry] => {
      if ('d' in entry) return [name, withText(entry)]
      if ('l' in entry.f || typeof entry.f.c === 'string') return [name, entry]
      return [name, { f: { c: Buffer.from(entry.f.c).toString('latin1'), b: true } }]
    }),
  ),
})

/** Adds the tree to what is there; files of the same name are replaced, nothing else is. */
export const writeTree = async (folder: string, { d }: Folder): Promise<void> => {
  await Promise.all(Object.entries(d).map(([name, entry]) => writeEntry(join(folder, checked(name)), entry)))
}

const checked = (name: string): string => {
  if (!/^\.{0,2}$|\//.test(name)) return name
  throw new Error(`could not mount: because ${JSON.stringify(name)} is not the name of a file`)
}

const writeEntry = async (path: string, entry: Entry): Promise<void> => {
  if ('d' in entry) {
    await mkdir(path, { recursive: true })
    await writeTree(path, entry)
  } else if ('l' in entry.f) {
    await rm(path, { force: true })
    await symlink(entry.f.l, path)
  } else await writeFile(path, entry.f.c, entry.f.b ? 'latin1' : 'utf8')
}

export const readTree = async (folder: string): Promise<Folder> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const read = entries.map(async (entry): Promise<[string, Entry]> => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return [entry.name, await readTree(path)]
    if (entry.isSymbolicLink()) return [entry.name, { f: { l: await readlink(path) } }]
    return [entry.name, { f: { c: await readFile(path) } }]
  })
  return { d: Object.fromEntries(await Promise.all(read)) }
}
