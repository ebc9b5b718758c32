/**
 * Finds a Python that has FastAPI and uvicorn.
 * @module
 */

import { spawn } from 'node:child_process'
import { resolve as resolvePath } from 'node:path'

/** How to start it: `command ...args -m uvicorn …`. */
export interface Python {
  readonly command: string
  readonly args: readonly string[]
  /** `fastapi`, `starlette`, `pydantic`, `uvicorn`, `python` → version. */
  readonly versions: Readonly<Record<string, string>>
}

const PRINT_VERSIONS = `
import json, platform
from importlib.metadata import version
import fastapi, uvicorn
names = ["fastapi", "starlette", "pydantic", "uvicorn"]
print(json.dumps({name: version(name) for name in names} | {"python": platform.python_version()}))
`

type Candidate = Omit<Python, 'versions'>

/** What the originals import, and what those need that they import; uvicorn speaks WebSocket only with websockets. */
const PACKAGES = [
  'fastapi',
  'uvicorn',
  'websockets',
  'python-multipart',
  'pyjwt',
  'pydantic-settings',
  'sqlalchemy[asyncio]',
  'aiosqlite',
  'pytest',
  'httpx',
]

const candidates = (env: NodeJS.ProcessEnv): readonly Candidate[] => {
  const named = env.FASTAPI_PYTHON
  // A relative path is relative to where the command was given, not to where the server will be started.
  if (named) return [{ command: /[\\/]/.test(named) ? resolvePath(named) : named, args: [] }]
  return [
    {
      command: 'uv',
      args: ['run', '--no-project', ...PACKAGES.flatMap(name => ['--with', name]), 'python'],
    },
    { command: 'python3', args: [] },
  ]
}

/** Runs a command to its end. */
const outputOf = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    child.on('error', reject)
    child.on('close', code => {
      if (code === 0) resolve(output)
      else reject(new Error(errors.trim().split('\n').at(-1) ?? `it ended with code ${code}`))
    })
  })

const isVersions = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(version => typeof version === 'string')

const tried = async (candidate: Candidate): Promise<Python | string> => {
  try {
    const versions: unknown = JSON.parse(await outputOf(candidate.command, [...candidate.args, '-c', PRINT_VERSIONS]))
    return isVersions(versions) ? { ...candidate, versions } : `${candidate.command}: it printed no versions`
  } catch (error) {
    return `${candidate.command}: ${error instanceof Error ? error.message : String(error)}`
  }
}

/**
 * The Python named by `FASTAPI_PYTHON`; else one that `uv` makes for the occasion; else `python3`.
 * @throws {Error} when none of them has FastAPI and uvicorn
 */
export const findPython = async (env: NodeJS.ProcessEnv): Promise<Python> => {
  const reasons: string[] = []
  for (const candidate of candidates(env)) {
    const found = await tried(candidate)
    if (typeof found !== 'string') return found
    reasons.push(found)
  }
  throw new Error(
    `could not find a Python with FastAPI and uvicorn: because ${reasons.join('; ')}; install uv, or run "python3 -m pip install fastapi uvicorn", or set FASTAPI_PYTHON to a Python that has them`,
  )
}
