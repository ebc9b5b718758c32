/**
 * The type declarations of zod and of the packages around it. They are heavy, so the editor loads them when a file
 * imports one of the packages.
 * @module
 */

import { join } from 'node:path'
import { closure, uriOf } from './declarations.ts'
import type { PackageTypes } from './hono-types.ts'

/** Specifier → its declarations. Those that no program may import are needed by those that it may. */
const ENTRIES: Readonly<Record<string, string>> = {
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
}

/** Zod speaks English as in its bundle (bundle-packages.ts), and nothing here is written as YAML. */
const shortened = (file: string, text: string): string =>
  file.endsWith(join('zod', 'v4', 'locales', 'index.d.ts'))
    ? 'export { default as en } from "./en.js";\n'
    : text.replace("import * as yaml from 'yaml';\n", '')

/** @throws {Error} when a declaration imports something that is not here */
export const collectZodTypes = (root: string): PackageTypes => {
  const files: Record<string, string> = {}
  const paths: Record<string, readonly string[]> = {}
  const isOffered = (specifier: string) => /^hono(\/|$)/.test(specifier) || Object.hasOwn(ENTRIES, specifier)
  for (const [specifier, path] of Object.entries(ENTRIES)) {
    const entry = join(root, 'node_modules', path)
    const found = closure(entry, isOffered, shortened)
    if (found === null) {
      throw new Error(
        `could not collect the types of ${specifier}: because they import what is not in build/zod-types.ts`,
      )
    }
    for (const [file, text] of found) files[uriOf(root, file)] = text
    paths[specifier] = [uriOf(root, entry)]
  }
  return { files, paths }
}
