/**
 * Takes the address of this worker away from the modules that are loaded after this one. It was started from a blob,
 * and @cfworker/json-schema makes its base address of `origin` and `pathname` as it loads, which for a blob's address
 * is no address at all, and throws. With no origin it takes another base.
 * @module
 */

Object.defineProperty(globalThis, 'location', { value: { origin: 'null' } })
