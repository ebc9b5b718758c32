/**
 * The client's own copy of Comlink 4.3.0, as the host page imports it.
 * @module
 */

declare module 'comlink-of-the-client' {
  export const Comlink: {
    /** Marks an object whose members are called from afar. */
    proxy<T extends object>(value: T): T
    expose(value: object, port: MessagePort): void
    transfer<T extends object>(value: T, transferred: readonly Transferable[]): T
  }
}
