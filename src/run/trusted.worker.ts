/**
 * Entry of the trusted worker: compiles and judges away from the page's thread. It never runs a learner's code.
 * @module
 */

// First: what is imported below looks for its address as it loads.
import './no-location.ts'
import packages from 'virtual:package-exports'
import { AuthoringError } from '../check/authoring-error.ts'
import { judgeCheck } from '../check/judge.ts'
import { compile } from '../compile/compile.ts'
import type { TrustedReply, TrustedRequest } from './trusted-protocol.ts'

const reply = (request: TrustedRequest): TrustedReply => {
  try {
    return request.type === 'compile'
      ? { type: 'compiled', compilation: compile(request.files, { entry: 'app.ts', packages }) }
      : { type: 'judged', result: judgeCheck(request.check, request.transcript) }
  } catch (error) {
    return error instanceof AuthoringError
      ? { type: 'wrong-check', message: error.message }
      : { type: 'failed', message: String(error) }
  }
}

addEventListener('message', ({ data }: MessageEvent<TrustedRequest>) => postMessage(reply(data)))
postMessage({ type: 'ready' } satisfies TrustedReply)
