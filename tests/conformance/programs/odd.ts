import { Hono } from 'hono'

// What a page cannot do as Node does it.
const app = new Hono()
const scope = globalThis as unknown as Record<string, unknown>
const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'thrown')

app.get('/buffer', c => c.text(typeof scope.Buffer))
app.get('/eval', c => {
  try {
    return c.text(String(new Function('return 1 + 1')()))
  } catch (error) {
    return c.text(nameOf(error))
  }
})
app.get('/timer', c => c.text(typeof setTimeout(() => undefined, 0)))
app.get('/shared-memory', c => c.text(typeof scope.SharedArrayBuffer))
app.get('/fetch-data', async c => {
  try {
    return c.text(await (await fetch('data:text/plain,words')).text())
  } catch (error) {
    return c.text(nameOf(error))
  }
})
app.get('/fetch-network', async c => {
  try {
    await fetch('http://127.0.0.1:9/')
    return c.text('fetched')
  } catch (error) {
    return c.text(nameOf(error))
  }
})
app.get('/clone-response', c => {
  try {
    return c.text(Object.keys(structuredClone(new Response('x')) as object).join())
  } catch (error) {
    return c.text(nameOf(error))
  }
})
app.get('/aes-192', async c => {
  try {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(24), 'AES-GCM', false, ['encrypt'])
    return c.text(key.type)
  } catch (error) {
    return c.text(nameOf(error))
  }
})
app.get('/get-builtin', c => c.text(typeof process.getBuiltinModule))
app.get('/platform-names', c => c.json([typeof process.version, typeof process.platform, typeof process.pid]))
app.get('/exit', () => {
  process.exit(1)
})
app.get('/stack', c => c.text(new Error('x').stack?.split('\n')[1]?.includes('app.ts:') ? 'app.ts' : 'elsewhere'))

export default app
