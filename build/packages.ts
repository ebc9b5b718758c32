/**
 * What a learner's program may import; `virtual:package-exports` tells the compiler the names.
 * @module
 */

import type { Plugin } from 'vite'
import type { PackageExports } from '../src/compile/program.ts'
import type { BundleNeeds } from '../src/sandbox/bundles.ts'

/** Hono's entry points that need nothing but Web standards: every realm of the embedded engine has them. */
const honoSpecifiers: readonly string[] = [
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
  'hono/conninfo',
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
  'hono/mount',
  'hono/powered-by',
  'hono/pretty-json',
  'hono/proxy',
  'hono/quick',
  'hono/request',
  'hono/request-id',
  'hono/route',
  'hono/router',
  'hono/router/linear-router',
  'hono/router/pattern-router',
  'hono/router/reg-exp-router',
  'hono/router/smart-router',
  'hono/router/trie-router',
  'hono/secure-headers',
  'hono/streaming',
  'hono/testing',
  'hono/timeout',
  'hono/timing',
  'hono/tiny',
  'hono/trailing-slash',
  'hono/utils/buffer',
  'hono/utils/cookie',
  'hono/utils/crypto',
  'hono/utils/encode',
  'hono/utils/html',
  'hono/utils/ipaddr',
  'hono/utils/jwt',
  'hono/utils/mime',
  'hono/utils/url',
  'hono/validator',
  'hono/ws',
]

/** Drizzle for SQLite: what is driven by sql.js or by a function, and needs no file. */
const drizzleSpecifiers: readonly string[] = [
  'drizzle-orm',
  'drizzle-orm/relations',
  'drizzle-orm/sql',
  'drizzle-orm/sql-js',
  'drizzle-orm/sqlite-core',
  'drizzle-orm/sqlite-proxy',
]

/** Entry points that are loaded together. Each bundle has one copy of what it holds, for the bundles that need it too. */
export interface Bundle {
  readonly specifiers: readonly string[]
  /** Names of the bundles that come before it. */
  readonly needs: readonly string[]
  /** The WebAssembly that its script runs, below `node_modules`; imports do not lead there. */
  readonly wasm: string | null
  /**
   * Whether it is kept for use without a network from the start, and given to every WebContainer. The others are large,
   * and most people never need them: they come with the first program that does.
   */
  readonly isCommon: boolean
}

/** The bundle that every realm has from its start. */
export const baseBundle: Bundle = { specifiers: honoSpecifiers, needs: [], wasm: null, isCommon: true }

/** The others, by name: fetched when a program first needs them. */
export const furtherBundles: Readonly<Record<string, Bundle>> = {
  zod: { specifiers: ['zod', 'zod/v4', '@hono/zod-validator'], needs: [], wasm: null, isCommon: true },
  'zod-openapi': { specifiers: ['@hono/zod-openapi'], needs: ['zod'], wasm: null, isCommon: true },
  'sql-js': { specifiers: ['sql.js'], needs: [], wasm: 'sql.js/dist/sql-wasm.wasm', isCommon: false },
  drizzle: { specifiers: drizzleSpecifiers, needs: [], wasm: null, isCommon: false },
  graphql: { specifiers: ['graphql', '@hono/graphql-server'], needs: [], wasm: null, isCommon: false },
}

/** Those that are not common, with their names. */
export const rareBundles = Object.entries(furtherBundles).filter(([, { isCommon }]) => !isCommon)

/** Specifier → the bundles it needs, in order. */
const needsOf = (bundles: readonly (readonly [name: string, bundle: Bundle])[]): BundleNeeds =>
  Object.fromEntries(
    bundles.flatMap(([name, { specifiers, needs }]) => specifiers.map(specifier => [specifier, [...needs, name]])),
  )

export const bundleNeeds = needsOf(Object.entries(furtherBundles))
/** Of those that are not common. */
export const rareBundleNeeds = needsOf(rareBundles)

/**
 * What the sandbox stands in for, with what it exports there (src/sandbox/embedded/realm/stand-ins.ts, and for sql.js
 * src/sandbox/program/sql-js.ts): all of it is exported by the package itself as well.
 */
const standIns: PackageExports = {
  '@hono/node-server': ['serve', 'createAdaptorServer', 'upgradeWebSocket'],
  '@hono/node-server/conninfo': ['getConnInfo'],
  'hono/context-storage': ['contextStorage', 'getContext', 'tryGetContext'],
  'sql.js': ['default'],
  ws: ['WebSocketServer', 'WebSocket', 'default'],
}

export const packageExports = async (): Promise<PackageExports> => {
  const specifiers = [baseBundle, ...Object.values(furtherBundles)].flatMap(bundle => bundle.specifiers)
  const found = specifiers.map(async specifier => [specifier, Object.keys(await import(specifier))] as const)
  return { ...Object.fromEntries(await Promise.all(found)), ...standIns }
}

const id = 'virtual:package-exports'

export const offeredPackages = (): Plugin => ({
  name: 'rendition:package-exports',
  resolveId: source => (source === id ? `\0${id}` : null),
  load: async source => (source === `\0${id}` ? `export default ${JSON.stringify(await packageExports())}` : null),
})
