/**
 * Reads what the page wrote, and writes what the page will read: bytes of every value, over and over again.
 * `files.mjs read in.bin`, `files.mjs write out.bin 70000`, `files.mjs count folder`.
 * @module
 */

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , what, name, count] = process.argv
const path = join(import.meta.dirname, name)
const answer = value => console.log(`@@${JSON.stringify(value)}`)

const ways = {
  read: () => {
    const bytes = readFileSync(path)
    answer({ size: bytes.length, intact: bytes.every((byte, index) => byte === index % 256) })
  },
  write: () => {
    writeFileSync(
      path,
      Uint8Array.from({ length: Number(count) }, (_, index) => index % 256),
    )
    answer({ size: Number(count) })
  },
  count: () => {
    const files = readdirSync(path, { recursive: true })
      .map(file => statSync(join(path, file)))
      .filter(stats => stats.isFile())
    answer({ files: files.length, size: files.reduce((sum, { size }) => sum + size, 0) })
  },
}
ways[what]()
