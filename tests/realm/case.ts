/**
 * A case: something a program does, run in the realm and in Node, with the same outcome expected in both.
 * @module
 */

/** What a case may ask of where it runs. */
export interface Surroundings {
  /** The console's lines since the last call. */
  readonly written: () => readonly string[]
}

/** Returns something JSON can hold. */
export type Case = (surroundings: Surroundings) => unknown
export type Cases = Readonly<Record<string, Case>>

/** The value as JSON, or the name of what was thrown: texts of errors are each platform's own. */
export type Outcome = { readonly value: string } | { readonly threw: string }

export const runCase = async (run: Case, surroundings: Surroundings): Promise<Outcome> => {
  try {
    return { value: JSON.stringify(await run(surroundings)) ?? 'undefined' }
  } catch (error) {
    return { threw: error instanceof Error ? error.name : String(error) }
  }
}
