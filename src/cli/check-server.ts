/**
 * Runs an exercise's checks on a server, in whatever language it is written.
 * @module
 */

import { judgeCheck } from '../check/judge.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { type Checked, checkApp, type Progress, type Target } from '../run/run.ts'
import { LIMITS, type Limits } from '../sandbox/limits.ts'
import { createClient } from '../sandbox/node/client.ts'
import type { App } from '../sandbox/sandbox.ts'
import { ServerApp } from './server/server-app.ts'
import { SERVER_LIMITS, type ServerCommand, startServer } from './server/server-process.ts'
import { createUrlApp, requireServer } from './server/url-app.ts'

/** A server of any kind is slower than a program in an engine, and may do slow work at its first request. */
const LIMITS_OF_SERVERS: Limits = {
  ...LIMITS,
  start: SERVER_LIMITS.start,
  request: 10_000,
  receive: 5_000,
  run: 600_000,
}

export interface ServerJob {
  readonly exercise: Pick<Exercise, 'id' | 'checks'>
  readonly seed: number
  readonly report: (progress: Progress) => void
}

const client = (baseUrl: string) => createClient(baseUrl, LIMITS_OF_SERVERS)

/**
 * Starts the server anew for every check.
 * @throws {SandboxError} when the server does not start the first time
 */
export const checkCommand = (command: ServerCommand, job: ServerJob): Promise<Checked> =>
  checkServer(
    signal =>
      new ServerApp({
        start: env => startServer({ ...command, env: { ...command.env, ...env } }, SERVER_LIMITS),
        createClient: client,
        signal,
      }),
    { source: null, unable: ['source'] },
    job,
  )

/**
 * Asks a server that runs already, as it is.
 * @throws {Error} when nothing listens at the address
 */
export const checkUrl = async (url: string, job: ServerJob): Promise<Checked> => {
  await requireServer(url)
  const target = { source: null, unable: ['fresh-start', 'log', 'source'] } as const
  return checkServer(signal => createUrlApp(client(url), signal), target, job)
}

const checkServer = async (
  open: (signal: AbortSignal) => App,
  target: Omit<Target, 'app'>,
  { report, ...job }: ServerJob,
): Promise<Checked> => {
  const end = new AbortController()
  const app = open(end.signal)
  const judge = async (...judged: Parameters<typeof judgeCheck>) => judgeCheck(...judged)
  try {
    return await checkApp({ ...target, app }, job, { judge, limits: LIMITS_OF_SERVERS }, { end, report })
  } finally {
    await app.stop()
  }
}
