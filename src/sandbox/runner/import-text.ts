/**
 * Imports modules of which there is only the text. Node imports them from `data:` addresses; that a kernel which emulates
 * Node does so as well is not known, and then they are written to files.
 * @module
 */

import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LoadedModule } from '../evaluate.ts'

type Run = LoadedModule['run']

const importFrom = async (address: string): Promise<Run> => (await import(/* @vite-ignore */ address)).default

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** A folder of its own for each module: nothing beside it can be imported. */
export const importByFile = async (code: string): Promise<Run> => {
  const folder = join(tmpdir(), `rendition-${randomUUID()}`)
  mkdirSync(folder, { recursive: true })
  try {
    const file = join(folder, 'module.mjs')
    writeFileSync(file, code)
    return await importFrom(pathToFileURL(file).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let takesText: Promise<boolean> | null = null

/**
 * @returns the module's default export
 * @throws whatever the module throws, or a `SyntaxError`
 */
export const importText = async (code: string): Promise<Run> => {
  takesText ??= importFrom(dataUrl('export default 1')).then(
    () => true,
    () => false,
  )
  return (await takesText) ? importFrom(dataUrl(code)) : importByFile(code)
}
