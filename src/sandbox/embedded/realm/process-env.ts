/**
 * `process.env`: an object whose values are text, whatever is assigned to it (Node, `process.env`).
 * @module
 */

const { set } = Reflect

// A template refuses symbols, as Node does; `String()` would not.
export const makeEnv = (): object => new Proxy({}, { set: (env, name, value) => set(env, name, `${value}`) })
