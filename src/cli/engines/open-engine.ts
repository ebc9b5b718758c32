/**
 * Opens an engine by its name; what it is made of is loaded only then.
 * @module
 */

import type { CliEngine, OpenEngine, Tell } from './engine.ts'

export interface EngineOptions {
  /** The folder that package.json is in. */
  readonly root: string
  readonly tell: Tell
}

/** @throws {Error} when it could not be made ready */
export const openEngine = async (name: CliEngine, { root, tell }: EngineOptions): Promise<OpenEngine> => {
  switch (name) {
    case 'node':
      return (await import('./node.ts')).openNode(root, tell)
    case 'embedded':
      return (await import('./embedded.ts')).openEmbedded(tell)
  }
}
