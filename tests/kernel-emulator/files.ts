/**
 * The file system of a kernel: a folder of this machine, outside of which nothing is reached by a path.
 * @module
 */

import { type FSWatcher, watch } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { decodeTree, encodeTree, readTree, writeTree } from './tree.ts'

/** What the client takes for a directory entry (its `DirEntImpl`). */
interface WireEntry {
  readonly name: string
  readonly 'Symbol(type)': 1 | 2
}
type Options<T> = T | BufferEncoding | null

export class Files {
  readonly #root: string
  readonly #watchers = new Map<number, FSWatcher>()

  /** @param root an absolute path without links in it */
  constructor(root: string) {
    this.#root = root
  }

  /** `/x`, `x` and `../x` are all the x of the root. */
  resolve(path: string): string {
    return join(this.#root, posix.join('/', path))
  }

  /** An error as the program inside would see it, which knows no folder above the root. */
  hideRoot(message: string): string {
    return message.replaceAll(`${this.#root}/`, '').replaceAll(this.#root, '.')
  }

  readFile = (path: string, encoding: BufferEncoding | null): Promise<Uint8Array | string> =>
    readFile(this.resolve(path), encoding)

  writeFile = (path: string, data: string | Uint8Array, options: Options<{ encoding?: BufferEncoding }>) =>
    writeFile(this.resolve(path), data, options)

  readdir = async (path: string, options: Options<{ withFileTypes?: boolean; encoding?: BufferEncoding }>) => {
    const withTypes = typeof options === 'object' && options?.withFileTypes === true
    const entries = await readdir(this.resolve(path), { withFileTypes: true })
    if (!withTypes) return entries.map(({ name }) => name)
    return entries.map((entry): WireEntry => ({ name: entry.name, 'Symbol(type)': entry.isDirectory() ? 2 : 1 }))
  }

  mkdir = async (path: string, options: { recursive?: boolean } | null): Promise<string | undefined> => {
    const made = await mkdir(this.resolve(path), { recursive: options?.recursive === true })
    return made === undefined ? undefined : this.hideRoot(made)
  }

  rm = (path: string, options: { force?: boolean; recursive?: boolean } | null): Promise<void> =>
    rm(this.resolve(path), options ?? {})

  rename = (from: string, to: string): Promise<void> => rename(this.resolve(from), this.resolve(to))

  /** @param id under which `unwatch` knows it */
  watch(id: number, path: string, options: Options<{ recursive?: boolean }>, onEvent: (...args: unknown[]) => void) {
    const recursive = typeof options === 'object' && options?.recursive === true
    this.#watchers.set(id, watch(this.resolve(path), { recursive }, onEvent))
  }

  unwatch = (id: number): void => {
    this.#watchers.get(id)?.close()
    this.#watchers.delete(id)
  }

  /** @param mountPoint a folder that must be there */
  mount = async (payload: Uint8Array, mountPoint: string): Promise<void> => {
    const folder = await this.folder(mountPoint)
    await writeTree(folder, decodeTree(payload))
  }

  export = async (path: string, format: string): Promise<Uint8Array> =>
    encodeTree(await readTree(this.resolve(path)), format)

  /** @throws {Error} when there is none at this path */
  async folder(path: string): Promise<string> {
    const folder = this.resolve(path)
    if ((await stat(folder)).isDirectory()) return folder
    throw new Error(`ENOTDIR: not a directory, '${path}'`)
  }

  close(): void {
    for (const id of [...this.#watchers.keys()]) this.unwatch(id)
  }
}
