/**
 * Messages as frames in a stream of text that other things are written to as well: between a sandbox and the runner in
 * its process, over pipes or a terminal. A frame is one line of ASCII, because a terminal may cut a character in two,
 *
 *     <MARK>LENGTH:JSON
 *
 * where LENGTH counts the characters of JSON, so that half a frame is not taken for a whole one. It begins anywhere in
 * a line, after whatever was written there before. Everything else in the stream is raw output.
 * @module
 */

/** Begins a frame. The nonce is random for each process, so that nothing is taken for a frame by accident. */
export type Mark = string

/** Of frames to the runner, and of its own. They differ because a terminal echoes what is written to it. */
export const markToRunner = (nonce: string): Mark => `>${nonce}>`
export const markFromRunner = (nonce: string): Mark => `<${nonce}<`

/**
 * Characters. A terminal that was not made raw cuts lines at 4,095 (Linux), and hands a long text over in many pieces,
 * each of which is a crossing between threads in a WebContainer.
 */
export const longestLine = { toRunner: 1_500, fromRunner: 8_192 } as const

/** Characters: a body at its limit of 8 MB, as base64, and some. */
const longestFrame = 32 * 1024 * 1024

/** The path in a frame that stands for what is in a file; null when the value is no such frame. */
export const fileOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' ? value.file : null

// Taken before a program can replace them.
const { stringify, parse } = JSON

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The frame of a JSON-safe value, with the line break that separates it from output before it. */
export const encodeFrame = (mark: Mark, value: object): string => {
  const json = stringify(value).replace(/[\u007f-\uffff]/g, escaped)
  return `\n${mark}${json.length}:${json}\n`
}

export type Read = { readonly kind: 'frame'; readonly value: unknown } | { readonly kind: 'raw'; readonly text: string }

/** Reads a stream piece by piece, however it was cut. */
export class FrameReader {
  /** The line that is not whole yet, in pieces: to join and search it again with every piece takes too long. */
  #line: string[] = []
  #length = 0

  constructor(private readonly mark: Mark) {}

  /** What is whole now. Raw output comes line by line, without line breaks and without empty lines. */
  push(piece: string): Read[] {
    const [rest = '', ...starts] = piece.split('\n')
    if (starts.length === 0) {
      this.#keep(rest)
      return []
    }
    const lines = [this.#line.join('') + rest, ...starts.slice(0, -1)]
    this.#line = []
    this.#length = 0
    this.#keep(starts.at(-1) ?? '')
    return lines.flatMap(line => this.#read(line.replace(/\r+$/, '')))
  }

  /** A line that is longer than any frame is let go, and what follows of it is read as whatever it is. */
  #keep(piece: string): void {
    this.#length += piece.length
    if (this.#length > longestFrame) {
      this.#line = []
      this.#length = 0
    } else this.#line.push(piece)
  }

  #read(line: string): Read[] {
    const at = line.indexOf(this.mark)
    if (at < 0) return rawOf(line)
    const value = contentOf(line.slice(at + this.mark.length))
    return value === undefined ? rawOf(line) : [...rawOf(line.slice(0, at)), { kind: 'frame', value }]
  }
}

const rawOf = (text: string): Read[] => (text === '' ? [] : [{ kind: 'raw', text }])

/** `LENGTH:JSON`; undefined when it is not whole. */
const contentOf = (text: string): unknown => {
  const colon = text.indexOf(':')
  const json = text.slice(colon + 1)
  if (colon < 1 || !/^\d+$/.test(text.slice(0, colon)) || json.length !== Number(text.slice(0, colon))) return undefined
  try {
    return parse(json)
  } catch {
    return undefined
  }
}
