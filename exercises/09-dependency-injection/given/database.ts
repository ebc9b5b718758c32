/**
 * The library's database: a stand-in that you read and use, and need
 * not change. It is read and written through sessions.
 */

export type Table = 'books' | 'members' | 'loans'

const tables: Record<Table, readonly string[]> = {
  books: [
    'Cranford',
    'Emma',
    'Evelina',
    'Middlemarch',
    'Persuasion',
    'Romola',
    'Shirley',
    'Silas Marner',
    'The Professor',
    'Villette',
    'Walden',
    'Waverley',
  ],
  members: ['Ada', 'Alan', 'Barbara', 'Edsger', 'Grace'],
  loans: ['Emma', 'Villette'],
}

/** What the sessions did, in order: "open 1", "close 1". */
export const events: string[] = []

let opened = 0

export class Session {
  readonly #number: number
  #isOpen = true
  /** The loans as they will be after the commit. */
  #changed: readonly string[] = []

  constructor() {
    opened += 1
    this.#number = opened
    this.#log('open')
  }

  async read(table: Table): Promise<readonly string[]> {
    await this.#query()
    return tables[table]
  }

  /** Writes a line for the auditors, at once. */
  async note(text: string): Promise<void> {
    await this.#query()
    this.#log('note', text)
  }

  /** The loans are changed between this and commit(). */
  begin(): void {
    this.#changed = tables.loans
    this.#log('begin')
  }

  giveBack(title: string): void {
    this.#changed = this.#changed.filter(one => one !== title)
  }

  /** False when the book is lent already. */
  async lend(title: string): Promise<boolean> {
    await this.#query()
    if (this.#changed.includes(title)) return false
    this.#changed = [...this.#changed, title].sort()
    return true
  }

  /** Before it, nobody else sees the changes. */
  async commit(): Promise<void> {
    await this.#query()
    tables.loans = this.#changed
    this.#log('commit')
  }

  /** The changes are forgotten. */
  rollback(): void {
    this.#log('rollback')
  }

  close(): void {
    this.#isOpen = false
    this.#log('close')
  }

  /** Every question to a database takes a moment. */
  async #query(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, 5))
    if (!this.#isOpen) throw new Error(`session ${this.#number} is closed`)
  }

  #log(event: string, ...more: string[]): void {
    events.push([event, this.#number, ...more].join(' '))
  }
}
