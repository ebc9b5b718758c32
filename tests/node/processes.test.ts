import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildRunner } from '../../build/runner.ts'
import { LIMITS } from '../../src/sandbox/limits.ts'
import { NodeSandbox } from '../../src/sandbox/node/node-sandbox.ts'
import { OPTIONS } from '../../src/sandbox/runner/protocol.ts'
import { encodeFrame, FrameReader, markFromRunner, markToRunner, type Read } from '../../src/sandbox/wire.ts'
import { bodyText, openSandbox, programOf, startApp } from './node-app.ts'

const PID = 'export default { fetch: () => new Response(String(process.pid)) }'

/** Whether it runs: one that ended and was not waited for is still in the system's list. */
const isAlive = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return /^[^Z\s]/.test(stdout)
}

/** A killed process is gone a moment after it was killed. */
const gone = (pid: number): Promise<void> => expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)

describe('a process of the node engine', () => {
  it('is one for each program, and ends with stop()', async () => {
    const first = await startApp(PID)
    const second = await startApp(PID)
    const pids = [Number(bodyText(await first.get('/'))), Number(bodyText(await second.get('/')))]
    expect(new Set(pids).size).toBe(2)
    await first.app.stop()
    await gone(pids[0] ?? 0)
    expect(isAlive(pids[1] ?? 0)).toBe(true)
    expect((await first.get('/')).failure).toEqual({ kind: 'exited', message: 'stopped', at: null })
  })

  it('runs another program after stop() where processes are used again, which finds nothing of the first', async () => {
    const sandbox = await openSandbox({}, { reuse: true })
    const first = await startApp(
      `globalThis.left = 'left'
process.env.LEFT = 'left'
setInterval(() => console.log('left'), 1)
${PID}`,
      { sandbox },
    )
    const pid = Number(bodyText(await first.get('/')))
    await first.app.stop()
    expect((await first.get('/')).failure).toEqual({ kind: 'exited', message: 'stopped', at: null })
    const second = await startApp(
      `await new Promise(resolve => setTimeout(resolve, 20))
export default { fetch: () => Response.json([process.pid, typeof left, process.env.LEFT ?? null]) }`,
      { sandbox },
    )
    const { response, log } = await second.get('/')
    expect(response?.body).toEqual({ text: JSON.stringify([pid, 'undefined', null]) })
    expect([...second.started.log, ...log]).toEqual([])
  })

  it('is not used again when its program has changed what cannot be put back', async () => {
    const sandbox = await openSandbox({}, { reuse: true })
    const first = await startApp(`Array.prototype.mine = 1\nObject.freeze(Array.prototype)\n${PID}`, { sandbox })
    const pid = bodyText(await first.get('/'))
    await first.app.stop()
    const second = await startApp(PID, { sandbox })
    expect(second.started.failure).toBe(null)
    expect(bodyText(await second.get('/'))).not.toBe(pid)
    await gone(Number(pid))
  })

  it('is not used again when its program is not done, or has ended it', async () => {
    const sandbox = await openSandbox({}, { reuse: true })
    const busy = await startApp(
      `export default { fetch: (request: Request) =>
  request.url.endsWith('/pid') ? new Response(String(process.pid)) : new Promise(() => undefined) }`,
      { sandbox },
    )
    const pid = Number(bodyText(await busy.get('/pid')))
    const waiting = busy.get('/')
    // Every promise that holds it back is settled by then, so the process has been asked.
    await setImmediate()
    await busy.app.stop()
    expect((await waiting).failure?.message).toBe('stopped')
    await gone(pid)
    const exiting = await startApp('export default { fetch: () => process.exit(1) }', { sandbox })
    expect((await exiting.get('/')).failure?.kind).toBe('exited')
    await exiting.app.stop()
    expect(bodyText(await (await startApp(PID, { sandbox })).get('/'))).toMatch(/^\d+$/)
  })

  it('ends at once when the run is aborted, and what waits rejects', async () => {
    const run = new AbortController()
    const { app, get } = await startApp(
      `export default { fetch: (request: Request) => {
        if (request.url.endsWith('/pid')) return new Response(String(process.pid))
        for (;;);
      } }`,
      { signal: run.signal },
    )
    const pid = Number(bodyText(await get('/pid')))
    const waiting = [get('/'), app.settle()].map(call => expect(call).rejects.toMatchObject({ code: 'aborted' }))
    run.abort()
    await Promise.all(waiting)
    await gone(pid)
    await expect(app.fresh({ env: {} })).rejects.toMatchObject({ code: 'aborted' })
  })

  it('ends when the sandbox is disposed of, and there is no other', async () => {
    const sandbox = await openSandbox()
    const { get } = await startApp(PID, { sandbox })
    const pid = Number(bodyText(await get('/')))
    sandbox.dispose()
    await gone(pid)
    await expect(sandbox.boot(() => undefined)).rejects.toMatchObject({ code: 'boot-failed' })
  })

  it('that cannot be started is our fault', async () => {
    const sandbox = new NodeSandbox({ runner: 'no-such-runner.mjs', limits: LIMITS })
    await expect(sandbox.boot(() => undefined)).rejects.toMatchObject({ name: 'SandboxError', code: 'boot-failed' })
    const app = await sandbox.start(await programOf(PID), { signal: new AbortController().signal })
    await expect(app.fresh({ env: {} })).rejects.toMatchObject({ code: 'start-failed' })
    sandbox.dispose()
  })

  it.each([
    ['waits', `console.log('here')\nawait new Promise(() => undefined)`],
    ['is in an endless loop', `console.log('here')\nfor (;;);`],
  ])('ends when the one that started it is killed, while its program %s', async (_name, source) => {
    const runner = await buildRunner(fileURLToPath(new URL('../..', import.meta.url)))
    const frames = [
      { type: 'load', program: await programOf(source), id: 1 },
      { type: 'fresh', env: {}, id: 2 },
    ].map(frame => encodeFrame(markToRunner('n'), frame))
    // Starts the runner, gives it the program, and passes on what it says.
    const script = `
      const { spawn } = require('node:child_process')
      const [runner, frames] = process.argv.slice(1)
      const options = { nonce: 'n', parent: process.pid, limits: ${JSON.stringify(LIMITS)} }
      const env = { ${OPTIONS}: JSON.stringify(options) }
      const child = spawn(process.execPath, [runner], { env, stdio: ['pipe', 'inherit', 'inherit'] })
      console.log('pid ' + child.pid)
      child.stdin.write(frames)`
    const parent = spawn(process.execPath, ['-e', script, runner, frames.join('')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const reader = new FrameReader(markFromRunner('n'))
    const read: Read[] = []
    // Listened to until the end: a runner whose words go nowhere ends for that reason.
    parent.stdout.setEncoding('utf8').on('data', (piece: string) => read.push(...reader.push(piece)))
    await expect.poll(() => JSON.stringify(read), { timeout: 20_000 }).toContain('here')
    const [first] = read
    const pid = first?.kind === 'raw' ? Number(first.text.replace('pid ', '')) : 0
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await once(parent, 'exit').catch(() => undefined)
    await gone(pid)
  })
})
