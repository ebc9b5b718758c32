/**
 * Every case that runs in the realm and in Node.
 * @module
 */

import { bodyCases } from './bodies.ts'
import { consoleCases } from './console.ts'
import { cryptoCases } from './crypto.ts'
import { globalCases } from './globals.ts'
import { headerCases } from './headers.ts'
import { honoCases } from './hono.ts'
import { protectionCases } from './protection.ts'

export const cases = {
  headers: headerCases,
  bodies: bodyCases,
  crypto: cryptoCases,
  hono: honoCases,
  protection: protectionCases,
  console: consoleCases,
  globals: globalCases,
}
