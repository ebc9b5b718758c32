/**
 * What real kernels were reported to do, and what goes wrong on the way to one, as switches of the emulated one.
 * Numbers with `#` are issues of stackblitz/webcontainer-core. All are off in `noChaos`.
 * @module
 */

export interface Chaos {
  /**
   * Output comes in pieces of one to this many bytes, and a character of several bytes may be cut; `null`: as it is read
   * from the terminal. Chunks of a real kernel have no promised size. Where is decided by `seed`, so a failure can be
   * repeated.
   */
  chunks: number | null
  /** Of the lengths of chunks; each process of an emulator has its own sequence. */
  seed: number
  /**
   * Whether a process gets its terminal out of the mode in which it echoes, waits for a whole line and cuts it at 4,095
   * bytes. Nobody has told what a real kernel does (#1341 tells of the cooked mode only).
   * - `false`: it does, as on Linux
   * - `'ignored'`: `setRawMode` is there and changes nothing
   * - `'absent'`: `stdin` does not look like a terminal: no `setRawMode`, no `isTTY`; it is one all the same
   *
   * Counts for processes that start from now on.
   */
  noRawMode: false | 'ignored' | 'absent'
  /**
   * `kill` waits for the event loop of the process: one in an endless loop lives until `teardown` (#1121). Counts for
   * processes that start from now on.
   */
  softKill: boolean
  /**
   * `output` is never closed, and what came in the last 50 ms before the end of a process comes after its exit code
   * (both told by StackBlitz' own @webcontainer/test).
   */
  outputNeverCloses: boolean
  /**
   * `AsyncLocalStorage` has no store after a native `await` (#1169). The emulation is a rough one: `getStore` has none
   * in what runs as the continuation of any promise, but for inside of `run`; what such a continuation starts, a timer
   * say, has it again. Counts for processes that start from now on.
   */
  loseAsyncContext: boolean
  /** This many of the requests for the host page are answered 503, counted from the first one that ever was. */
  unavailable: number
  /** The host page comes and never says `init`. Counts for pages that come from now on. */
  silent: boolean
  /** `'rejects'`: as a page that is not isolated sees it. `'stalls'`: there is never an answer. */
  build: 'works' | 'rejects' | 'stalls'
  /**
   * `'rejects'`: everything ends, and the answer is an error. `'hangs'`: nothing ends, and there is never an answer. With
   * both, the client rejects or hangs in every later `boot` of the page.
   */
  teardown: 'works' | 'rejects' | 'hangs'
  /** Each answer, event and piece of output is this many ms later. Their order is kept. */
  slow: number
}

export const noChaos: Readonly<Chaos> = {
  chunks: null,
  seed: 1,
  noRawMode: false,
  softKill: false,
  outputNeverCloses: false,
  loseAsyncContext: false,
  unavailable: 0,
  silent: false,
  build: 'works',
  teardown: 'works',
  slow: 0,
}
