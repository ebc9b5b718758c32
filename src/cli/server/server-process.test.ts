import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVER_LIMITS, startServer } from './server-process.ts'

const SERVER = `
import { createServer } from 'node:http'
console.log('loading')
if (process.env.STUBBORN) process.on('SIGTERM', () => console.log('no'))
const server = createServer((request, response) => {
  console.error('asked')
  if (request.url === '/crash') process.exit(4)
  response.end(process.env.WORD)
})
if (process.env.PORT && !process.env.SILENT) server.listen(process.env.PORT, '127.0.0.1')
setInterval(() => undefined, 1000)
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rendition-server-'))
  await writeFile(join(folder, 'server.mjs'), SERVER)
})
afterAll(() => rm(folder, { recursive: true }))

const start = (env: NodeJS.ProcessEnv = {}, limits = {}, command = `"${process.execPath}" server.mjs`) =>
  startServer({ command, folder, env: { ...process.env, ...env } }, { ...SERVER_LIMITS, ...limits })

describe('startServer', { timeout: 30_000 }, () => {
  it('gives the command PORT and the environment, and waits until it listens', async () => {
    const server = await start({ WORD: 'hello' })
    expect(await server.lines.take()).toEqual([{ level: 'log', text: 'loading' }])
    expect(await (await fetch(server.baseUrl)).text()).toBe('hello')
    expect(await server.lines.take()).toEqual([{ level: 'error', text: 'asked' }])
    expect(server.ended()).toBeNull()
    await server.stop()
    expect(server.ended()).toBeNull()
    await expect(fetch(server.baseUrl)).rejects.toThrow()
  })

  it('takes a port that no system gives to whoever asks for any', async () => {
    const server = await start()
    const port = Number(new URL(server.baseUrl).port)
    expect(port).toBeGreaterThan(1_023)
    expect(port).toBeLessThan(32_768)
    await server.stop()
  })

  it('ends what the shell started, even what does not want to end', async () => {
    // Two commands keep a shell from becoming the server itself.
    const command = `"${process.execPath}" server.mjs; echo over`
    const server = await start({ STUBBORN: '1' }, { stop: 200 }, command)
    expect((await fetch(server.baseUrl)).status).toBe(200)
    await server.stop()
    await expect(fetch(server.baseUrl)).rejects.toThrow()
  })

  it('tells how a server ended by itself', async () => {
    const server = await start()
    await expect(fetch(`${server.baseUrl}/crash`)).rejects.toThrow()
    await expect.poll(() => server.ended()).toBe('it ended with code 4')
    await server.stop()
  })

  it('refuses a command that ends, with what it wrote', async () => {
    const failing = start({}, {}, 'echo out of luck && exit 3')
    await expect(failing).rejects.toThrow('it ended with code 3; it wrote:\nout of luck')
    await expect(failing).rejects.toMatchObject({ timedOut: false })
  })

  it('refuses a server that does not listen in time', async () => {
    const failing = start({ SILENT: '1' }, { start: 1_500 })
    await expect(failing).rejects.toThrow(
      /^nothing listened on 127\.0\.0\.1:\d+ \(PORT\) within 1\.5 s; it wrote:\nloading$/,
    )
    await expect(failing).rejects.toMatchObject({ timedOut: true })
  })
})
