/**
 * A database with lists of words: a stand-in that you use, and need not
 * change. What is opened and closed is written to the console, in
 * numbered lines.
 */

let lines = 0

/** Writes a line: "1 pool opened". */
export const note = (what: string): void => console.log(`${++lines} ${what}`)

/** As long as a network takes. */
export const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 2))

const stored: Record<string, readonly string[] | null> = {
  english: ['anchor', 'bridge', 'candle', 'lantern', 'meadow'],
  german: ['Anker', 'Brücke', 'Kerze', 'Laterne', 'Wiese'],
  // This one is damaged.
  latin: null,
}

/** Names of all lists. */
export const lists: readonly string[] = Object.keys(stored)

/** Connections to the database. Open one pool, and share it. */
export class Pool {
  /** Who needs it. Lists enter themselves here. */
  readonly users = new Set<string>()

  async close(): Promise<void> {
    const [user] = this.users
    await aMoment()
    note(user === undefined ? 'pool closed' : `pool closed, although ${user} needs it`)
  }
}

export const openPool = async (): Promise<Pool> => {
  await aMoment()
  note('pool opened')
  return new Pool()
}

export class WordList {
  /** Who needs it. The warm-up enters itself here. */
  readonly users = new Set<string>()
  readonly #words: Set<string>

  constructor(
    readonly name: string,
    words: readonly string[],
    private readonly pool: Pool,
  ) {
    this.#words = new Set(words)
    pool.users.add(name)
  }

  async has(word: string): Promise<boolean> {
    await aMoment()
    return this.#words.has(word)
  }

  add(word: string): void {
    this.#words.add(word)
  }

  async close(): Promise<void> {
    const [user] = this.users
    await aMoment()
    this.pool.users.delete(this.name)
    note(user === undefined ? `${this.name} closed` : `${this.name} closed, although ${user} needs it`)
  }
}

/** Throws when there is no list of this name, and when it is damaged. */
export const openList = async (pool: Pool, name: string): Promise<WordList> => {
  await aMoment()
  const words = stored[name]
  if (words === undefined) throw new Error(`there is no list ${name}`)
  if (words === null) throw new Error(`the list ${name} is damaged`)
  note(`${name} opened`)
  return new WordList(name, words, pool)
}
