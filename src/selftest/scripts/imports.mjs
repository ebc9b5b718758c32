/**
 * Imports what it is told to, line by line, and says what came of it: the default export, or where it was thrown.
 * `data app.ts` imports a module whose text is in its address, `file ./one.mjs` one that is a file.
 * @module
 */

import { createInterface } from 'node:readline'

const answer = value => console.log(`@@${JSON.stringify(value)}`)

/** Throws in its second line, and names itself after a file that there is not. */
const throwing = name => `export default 42
export const fail = () => { throw new Error('on purpose') }
//# sourceURL=${name}`

const stackOf = fail => {
  try {
    fail()
    return ''
  } catch (error) {
    return String(error.stack).split('\n').slice(0, 2).join(' ')
  }
}

const addressOf = (kind, what) =>
  kind === 'data' ? `data:text/javascript,${encodeURIComponent(throwing(what))}` : what

createInterface({ input: process.stdin }).on('line', async line => {
  const [kind, what] = line.trim().split(' ')
  try {
    const { default: value, fail } = await import(addressOf(kind, what))
    answer({ value, stack: fail ? stackOf(fail) : '' })
  } catch (error) {
    answer({ value: null, stack: `could not be imported: ${error.message}` })
  }
})
answer({ ready: true })
