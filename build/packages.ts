/**
 * What a learner's program may import; `virtual:package-exports` tells the compiler the names.
 * @module
 */

import type { Plugin } from 'vite'
import type { PackageExports } from '../src/compile/program.ts'

/** Hono's entry points that need nothing but Web standards. */
export const packageSpecifiers: readonly string[] = [
  'hono',
  'hono/accepts',
  'hono/adapter',
  'hono/basic-auth',
  'hono/bearer-auth',
  'hono/body-limit',
  'hono/cache',
  'hono/client',
  'hono/combine',
  'hono/compress',
  'hono/cookie',
  'hono/cors',
  'hono/csrf',
  'hono/dev',
  'hono/etag',
  'hono/factory',
  'hono/html',
  'hono/http-exception',
  'hono/ip-restriction',
  'hono/jwk',
  'hono/jwt',
  'hono/language',
  'hono/logger',
  'hono/method-not-allowed',
  'hono/method-override',
  'hono/powered-by',
  'hono/pretty-json',
  'hono/proxy',
  'hono/quick',
  'hono/request-id',
  'hono/route',
  'hono/secure-headers',
  'hono/streaming',
  'hono/testing',
  'hono/timeout',
  'hono/timing',
  'hono/tiny',
  'hono/trailing-slash',
  'hono/validator',
]

/** Packages that the sandbox stands in for, with what they export there. */
const platformPackages = { '@hono/node-server': ['serve'] } as const

const packageExports = async (): Promise<PackageExports> => {
  const found = packageSpecifiers.map(async specifier => [specifier, Object.keys(await import(specifier))] as const)
  return { ...Object.fromEntries(await Promise.all(found)), ...platformPackages }
}

const id = 'virtual:package-exports'

export const offeredPackages = (): Plugin => ({
  name: 'rendition:package-exports',
  resolveId: source => (source === id ? `\0${id}` : null),
  load: async source => (source === `\0${id}` ? `export default ${JSON.stringify(await packageExports())}` : null),
})
