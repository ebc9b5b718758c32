/**
 * Turns a worker's global scope into that of a server, before any code of the program runs.
 * @module
 */

import { installConsole, type WriteLine } from './console.ts'
import { installCrypto } from './crypto/install.ts'
import { installFetchClasses } from './fetch-classes/install.ts'
import { installGlobals, removeGlobals } from './globals.ts'
import type { RealmScope } from './primordials.ts'
import type { Exit } from './process.ts'
import { installStackFormat } from './stack-format.ts'

export interface RealmParts {
  /** The other end is the frame's `serveCrypto`. */
  readonly cryptoPort: MessagePort
  readonly write: WriteLine
  /** `process.exit`. */
  readonly exit: Exit
}

/**
 * Call it once. `Request` and `Response` that were taken from the scope before are the platform's: take them after.
 * Globals that are gone afterwards are in `removeGlobals`.
 */
export const installRealm = (scope: RealmScope, { cryptoPort, write, exit }: RealmParts): void => {
  installStackFormat(scope)
  installFetchClasses(scope)
  installCrypto(scope, cryptoPort)
  installGlobals(scope, exit)
  installConsole(scope, write)
  removeGlobals(scope)
}
