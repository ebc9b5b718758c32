/**
 * Serves an exercise's `original.py` with uvicorn.
 * @module
 */

import type { LogLine } from '../../http/http.ts'
import { SERVER_LIMITS, type ServerProcess, StartError, startServer } from '../server/server-process.ts'
import type { Python } from './python.ts'
import { withoutTracebacks } from './traceback.ts'

/** Importing FastAPI takes a second or two, on a busy machine more; ms. */
const LIMITS = { ...SERVER_LIMITS, start: 60_000 }

/** They keep out of a recording what is uvicorn's own and what is never twice the same. */
const OPTIONS = [
  '--host',
  '127.0.0.1',
  '--no-use-colors',
  '--no-access-log',
  '--no-date-header',
  '--log-level',
  'warning',
]

export interface OriginalOptions {
  readonly python: Python
  /** Where `original.py` is. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** Called with every line on stderr: tracebacks, which hold this machine's paths and so are not recorded. */
  readonly tell: (line: string) => void
}

/**
 * Starts a new process, so that nothing of an earlier one is left in its memory. What the app prints on stdout is its
 * console.
 * @throws {StartError} when it does not listen within a minute, with what it wrote but for tracebacks
 */
export const serveOriginal = async ({ python, folder, env, tell }: OriginalOptions): Promise<ServerProcess> => {
  const tellErrors = (lines: readonly LogLine[]): void => {
    for (const { level, text } of lines) if (level === 'error') tell(text)
  }
  const server = await startServer(
    {
      command: {
        file: python.command,
        args: port => [...python.args, '-m', 'uvicorn', 'original:app', ...OPTIONS, '--port', String(port)],
      },
      folder,
      env: { ...process.env, ...env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' },
    },
    LIMITS,
  ).catch((error: unknown): never => {
    if (!(error instanceof StartError)) throw error
    tellErrors(error.lines)
    throw new StartError(error.why, withoutTracebacks(error.lines), error.timedOut)
  })
  const take = async () => {
    const lines = await server.lines.take()
    tellErrors(lines)
    return lines.filter(({ level }) => level === 'log')
  }
  return { ...server, lines: { take } }
}
