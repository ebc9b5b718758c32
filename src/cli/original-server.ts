/**
 * Serves an exercise's `original.py` with uvicorn.
 * @module
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Python } from './python.ts'

/** Importing FastAPI takes a second or two, on a busy machine more; ms. */
const START_LIMIT = 60_000
/** From asking the server to stop to ending it, ms. */
const STOP_LIMIT = 5_000

export interface OriginalServer {
  readonly baseUrl: string
  stop(): Promise<void>
}

/** uvicorn says this once it listens, and so after the app's own startup. */
const LISTENING = /Uvicorn running on (?<url>http:\/\/127\.0\.0\.1:\d+)/

/**
 * Starts a new process, so that nothing of an earlier one is left in its memory. The system picks the port: a port
 * found free beforehand could be taken by then.
 * @param folder where `original.py` is
 * @throws {Error} when it does not start within a minute, with what it wrote
 */
export const serveOriginal = async (python: Python, folder: string): Promise<OriginalServer> => {
  const options = ['--host', '127.0.0.1', '--port', '0', '--no-use-colors', '--no-access-log', '--no-date-header']
  const child = spawn(python.command, [...python.args, '-m', 'uvicorn', 'original:app', ...options], {
    cwd: folder,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const stop = () => stopped(child)
  try {
    return { baseUrl: await listening(child, folder), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const listening = (child: ChildProcess, folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let written = ''
    const fail = (why: string) => {
      clearTimeout(timer)
      reject(new Error(`could not start ${folder}/original.py: because ${why}; it wrote:\n${written.trim()}`))
    }
    const timer = setTimeout(() => fail(`it did not listen within ${START_LIMIT} ms`), START_LIMIT)
    child.on('error', error => fail(error.message))
    child.on('exit', code => fail(`it ended with code ${code}`))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      written += text
      const url = LISTENING.exec(written)?.groups?.url
      if (url === undefined) return
      clearTimeout(timer)
      resolve(url)
    })
  })

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT)
  await exited
  clearTimeout(timer)
}
