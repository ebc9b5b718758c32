/**
 * `process.exit` in a realm, which cannot end itself: the supervisor is told, and ends it.
 * @module
 */

/** Programs may redefine it afterwards. */
const PlatformError = Error

export class Ending {
  /** Tells the supervisor, with an error that was made where the program called; set before any program runs. */
  onExit: (exited: Error) => void = () => undefined

  /** Whatever the program does from now on is not heard any more; it throws, so that it is as little as can be. */
  readonly exit = (code?: unknown): never => {
    const exited = new PlatformError(`process.exit(${code ?? ''})`)
    this.onExit(exited)
    throw exited
  }
}
