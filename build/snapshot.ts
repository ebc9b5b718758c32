/**
 * Files as one binary that a WebContainer can mount: the format of `@webcontainer/snapshot`, whose own order of files is
 * the one in which they happened to be read. The same files give the same bytes here.
 * @module
 */

import { encode } from '@msgpack/msgpack'

type Entry = { readonly f: { readonly c: Uint8Array } } | Folder
interface Folder {
  readonly d: Record<string, Entry>
}

/** @param files path, with slashes → content; folders and files are encoded in order of their first path */
export const encodeSnapshot = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const root: Folder = { d: {} }
  for (const [path, content] of files) {
    const names = path.split('/')
    const name = names.pop() ?? ''
    const folder = names.reduce(folderIn, root)
    folder.d[name] = { f: { c: content } }
  }
  return encode(root)
}

const folderIn = (parent: Folder, name: string): Folder => {
  const known = parent.d[name]
  if (known && 'd' in known) return known
  const made: Folder = { d: {} }
  parent.d[name] = made
  return made
}
