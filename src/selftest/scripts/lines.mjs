/**
 * Says of every line that comes in how long it is and whether it is the alphabet over and over again. With `raw`, the
 * terminal is asked to hand everything on as it comes.
 * @module
 */

const canBeRaw = typeof process.stdin.setRawMode === 'function'
if (process.argv[2] === 'raw' && canBeRaw) process.stdin.setRawMode(true)

/** In a line of its own: the terminal may have written a line back without its end, where that line was cut. */
const answer = value => console.log(`\n@@${JSON.stringify(value)}`)
const isAlphabet = text => [...text].every((character, index) => character.charCodeAt(0) === 97 + (index % 26))

let text = ''
let pieces = 0
process.stdin.setEncoding('utf8').on('data', piece => {
  text += piece
  pieces += 1
  const end = text.search(/[\r\n]/)
  if (end === -1) return
  answer({ length: end, intact: isAlphabet(text.slice(0, end)), pieces })
  text = ''
  pieces = 0
})
answer({ isTerminal: process.stdin.isTTY === true, canBeRaw })
