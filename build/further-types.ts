/**
 * The type declarations of packages that most programs do without. They are heavy, so the editor loads them in groups,
 * each when a file imports one of its packages.
 * @module
 */

import { join, relative } from 'node:path'
import { closure, uriOf } from './declarations.ts'
import type { PackageTypes } from './hono-types.ts'

interface TypeGroup {
  /**
   * Specifier → its declarations, below `node_modules`. Those that no program may import are needed by those that it may.
   */
  readonly entries: Readonly<Record<string, string>>
  /** Groups whose declarations these import. */
  readonly needs: readonly string[]
  /** What a file says instead of its text. @param path below `node_modules`, with slashes */
  readonly edit: (path: string, text: string) => string
}

/** Zod speaks English as in its bundle (bundle-packages.ts), and nothing here is written as YAML. */
const shortenZod: TypeGroup['edit'] = (path, text) =>
  path === 'zod/v4/locales/index.d.ts'
    ? 'export { default as en } from "./en.js";\n'
    : text.replace("import * as yaml from 'yaml';\n", '')

/** Of Emscripten's settings, whose own declarations bring globals of a browser, those that SQLite may be given. */
const SQL_JS_CONFIG = 'type SqlJsConfig = { locateFile?: (file: string) => string; wasmBinary?: ArrayBuffer };'

const shortenSqlJs: TypeGroup['edit'] = (_path, text) =>
  text
    .replace('/// <reference types="emscripten" />\n', '')
    .replace('type SqlJsConfig = Partial<EmscriptenModule>;', SQL_JS_CONFIG)

/** Drizzle's columns of SQLite name those of every other database, which are two thirds of all declarations. */
const shortenDrizzle: TypeGroup['edit'] = (path, text) =>
  path === 'drizzle-orm/column-builder.d.ts'
    ? text.replace(
        /^import type \{ ([^}]+) \} from "\.\/(?:gel|mysql|pg|singlestore)-core\/index\.js";$/gm,
        (_, names: string) =>
          names
            .split(', ')
            .map(name => `type ${name}<A = never, B = never, C = never> = never;`)
            .join('\n'),
      )
    : text

const unchanged: TypeGroup['edit'] = (_path, text) => text

const drizzleEntry = (subpath: string): readonly [string, string] => [
  `drizzle-orm/${subpath}`,
  `drizzle-orm/${subpath}/index.d.ts`,
]

export const typeGroups: Readonly<Record<string, TypeGroup>> = {
  zod: {
    entries: {
      zod: 'zod/index.d.ts',
      'zod/v4': 'zod/v4/index.d.ts',
      'zod/v4/core': 'zod/v4/core/index.d.ts',
      'zod/v3': 'zod/v3/index.d.ts',
      '@hono/zod-validator': '@hono/zod-validator/dist/index.d.mts',
      '@hono/zod-openapi': '@hono/zod-openapi/dist/index.d.mts',
      '@asteasolutions/zod-to-openapi': '@asteasolutions/zod-to-openapi/dist/index.d.ts',
      'openapi3-ts/oas30': 'openapi3-ts/dist/oas30.d.ts',
      'openapi3-ts/oas31': 'openapi3-ts/dist/oas31.d.ts',
      'openapi3-ts/oas32': 'openapi3-ts/dist/oas32.d.ts',
    },
    needs: [],
    edit: shortenZod,
  },
  'sql-js': { entries: { 'sql.js': '@types/sql.js/index.d.ts' }, needs: [], edit: shortenSqlJs },
  drizzle: {
    entries: {
      'drizzle-orm': 'drizzle-orm/index.d.ts',
      'drizzle-orm/relations': 'drizzle-orm/relations.d.ts',
      ...Object.fromEntries(['sql', 'sql-js', 'sqlite-core', 'sqlite-proxy'].map(drizzleEntry)),
    },
    needs: ['sql-js'],
    edit: shortenDrizzle,
  },
  graphql: {
    entries: { graphql: 'graphql/index.d.ts', '@hono/graphql-server': '@hono/graphql-server/dist/index.d.ts' },
    needs: [],
    edit: unchanged,
  },
}

const entriesOf = (group: string): TypeGroup['entries'] => typeGroups[group]?.entries ?? {}

/** Names of the packages whose import needs a group: `drizzle-orm`. */
export const packagesOf = (group: string): readonly string[] => [
  ...new Set(Object.keys(entriesOf(group)).map(specifier => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)),
]

/** The groups that are loaded together with one, itself among them. */
export const togetherWith = (group: string): readonly string[] => [...(typeGroups[group]?.needs ?? []), group]

/**
 * @param group its name
 * @throws {Error} when a declaration imports something that is not here
 */
export const collectFurtherTypes = (root: string, group: string): PackageTypes => {
  const modules = join(root, 'node_modules')
  const offered = togetherWith(group).flatMap(name => Object.keys(entriesOf(name)))
  const isOffered = (specifier: string) => /^hono(\/|$)/.test(specifier) || offered.includes(specifier)
  const edit = (file: string, text: string): string =>
    (typeGroups[group]?.edit ?? unchanged)(relative(modules, file).replaceAll('\\', '/'), text)
  const files: Record<string, string> = {}
  const paths: Record<string, readonly string[]> = {}
  for (const [specifier, path] of Object.entries(entriesOf(group))) {
    const entry = join(modules, path)
    const found = closure(entry, isOffered, edit)
    if (found === null) {
      throw new Error(
        `could not collect the types of ${specifier}: because they import what is not in build/further-types.ts`,
      )
    }
    for (const [file, text] of found) files[uriOf(root, file)] = text
    paths[specifier] = [uriOf(root, entry)]
  }
  return { files, paths }
}
