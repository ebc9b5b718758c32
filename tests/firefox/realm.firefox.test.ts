import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compareRealm } from '../realm/compare.ts'
import { bundleRealm, openRealm, outcomesFrom } from '../realm/scripts.ts'
import { openTab } from './page.ts'

compareRealm(async () => {
  const scripts = await bundleRealm('program.ts')
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html>')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const ends: (() => Promise<void>)[] = []
  try {
    const page = await openTab(end => ends.push(end))
    const { port } = server.address() as AddressInfo
    await page.goto(`http://localhost:${port}/`)
    return outcomesFrom(await page.evaluate(openRealm, scripts))
  } finally {
    for (const end of ends) await end()
    server.close()
  }
})
