/**
 * The real command, as a process.
 * @module
 */

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/commands.mjs'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RenditionOptions {
  /** Where the command is given. */
  readonly cwd?: string
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `rendition <args>` to its end. */
export const rendition = (args: readonly string[], { cwd = root, env = {} }: RenditionOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/cli.mjs'), ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const written = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      written.stderr += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, ...written }))
  })
