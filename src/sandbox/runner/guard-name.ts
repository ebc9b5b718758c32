/**
 * What guarded loops call (../webcontainer/guard-loops.ts) and the runner installs (guard.ts).
 * @module
 */

/** `globalThis[Symbol.for(GUARD)]` is a function without arguments, which does not return from a loop that never ends. */
export const GUARD = 'rendition.guard'
