/**
 * `record`: asks real FastAPI what the checks ask, and writes the answers to the exercise's `recording.json`.
 * @module
 */

import { writeFile } from 'node:fs/promises'
import type { Check } from '../check/check.ts'
import type { Recording } from '../exercise/exercise.ts'
import type { Exchange } from '../http/http.ts'
import { sendHttp } from '../sandbox/node/http-client.ts'
import { serveOriginal } from './original-server.ts'
import { findPython, type Python } from './python.ts'

const LIMITS = { timeLimit: 30_000, bodyLimit: 8 * 1024 * 1024 }

/** Times are kept to a tenth of a second: enough to see that a stream is slow, and the same at the next recording. */
const coarse = (ms: number): number => Math.round(ms / 100) * 100

const withCoarseTimes = (exchange: Exchange): Exchange => ({
  ...exchange,
  ms: coarse(exchange.ms),
  response: exchange.response && {
    ...exchange.response,
    chunks: exchange.response.chunks.map(({ at, size }) => ({ at: coarse(at), size })),
  },
})

const answers = async (python: Python, folder: string, check: Check): Promise<readonly Exchange[]> => {
  const server = await serveOriginal(python, folder)
  try {
    const exchanges: Exchange[] = []
    for (const { request } of check.steps) {
      const exchange = await sendHttp(server.baseUrl, request, LIMITS)
      if (exchange.failure) {
        throw new Error(
          `could not record "${check.id}": because ${request.method} ${request.path} got no whole answer (${exchange.failure.message}); look at what the original wrote above`,
        )
      }
      exchanges.push(withCoarseTimes(exchange))
    }
    return exchanges
  } finally {
    await server.stop()
  }
}

export interface RecordedExercise {
  readonly id: string
  /** Where its files are. */
  readonly folder: string
  readonly checks: readonly Check[]
}

/**
 * Records one exercise. The original is started once per check, as the checks are: each has a server without a past.
 * @throws {Error} when there is no Python with FastAPI, or the original does not start or answer
 */
export const record = async (
  { id, folder, checks }: RecordedExercise,
  report: (line: string) => void,
): Promise<void> => {
  const python = await findPython(process.env)
  report(`${id}: FastAPI ${python.versions.fastapi}, Python ${python.versions.python}`)
  const recorded: Record<string, readonly Exchange[]> = {}
  for (const check of checks) {
    recorded[check.id] = await answers(python, folder, check)
    report(`  ${check.id}: ${recorded[check.id]?.map(({ response }) => response?.status).join(', ')}`)
  }
  const recording: Recording = { exercise: id, versions: python.versions, checks: recorded }
  await writeFile(`${folder}/recording.json`, `${JSON.stringify(recording, null, 2)}\n`)
}
