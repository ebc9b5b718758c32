/**
 * Ends, or does not, in the way that it is asked for: `end.mjs idle`.
 * @module
 */

const spinFor = ms => {
  for (const end = Date.now() + ms; Date.now() < end; );
}

const ways = {
  code: () => process.exit(3),
  /** Inside a loop that never gives way. */
  loop: () => {
    for (let turn = 0; ; turn += 1) if (turn === 1_000_000) process.exit(7)
  },
  idle: () => setInterval(() => undefined, 1_000),
  /** Nothing else can happen in this process meanwhile. By itself it ends after so many milliseconds. */
  spin: ms => setTimeout(() => spinFor(ms), 50),
}
console.log('@@{"ready":true}')
ways[process.argv[2]](Number(process.argv[3]))
