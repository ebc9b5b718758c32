/**
 * Writes what it is asked for, in the way that it is asked for: `write.mjs long 100000`. Then it stays, so that nothing is
 * lost by its end, unless its end is what is asked for.
 * @module
 */

import { writeSync } from 'node:fs'

const [, , what, count] = process.argv
const alphabet = length => Array.from({ length }, (_, index) => String.fromCharCode(97 + (index % 26))).join('')

const ways = {
  /** One line of so many characters, in one piece. */
  long: length => process.stdout.write(`[${alphabet(length)}]\n`),
  /** So many lines of a hundred characters, each written by itself. */
  lines: times => {
    for (let line = 0; line < times; line += 1) process.stdout.write(`${alphabet(99)}\n`)
    console.log('@@{"done":true}')
  },
  newlines: () => process.stdout.write('[one\ntwo\nthree]\n'),
  /** By the file descriptor, as the runner does: nothing that the program replaced is in the way. */
  descriptor: length => {
    const bytes = Buffer.from(`[${alphabet(length)}]\n`)
    for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written)
  },
  /** The process ends itself before the text can have been taken. */
  leave: length => {
    process.stdout.write(`[${alphabet(length)}]\n`)
    process.exit(0)
  },
}
ways[what](Number(count))
setInterval(() => undefined, 1_000)
