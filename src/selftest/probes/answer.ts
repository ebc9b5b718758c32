/**
 * What a script answered, read field by field: it comes from a process that may be anything.
 * @module
 */

export class Answer {
  readonly #fields: Readonly<Record<string, unknown>>

  /** @throws {Error} when the text is not a JSON object: something was lost on the way */
  constructor(private readonly line: string) {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) throw this.#wrong('an object')
    this.#fields = { ...value }
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name)
  }

  number(name: string): number {
    const value = this.#fields[name]
    if (typeof value === 'number') return value
    throw this.#wrong(`a number "${name}"`)
  }

  string(name: string): string {
    const value = this.#fields[name]
    if (typeof value === 'string') return value
    throw this.#wrong(`a text "${name}"`)
  }

  flag(name: string): boolean {
    const value = this.#fields[name]
    if (typeof value === 'boolean') return value
    throw this.#wrong(`true or false as "${name}"`)
  }

  list(name: string): readonly unknown[] {
    const value = this.#fields[name]
    if (Array.isArray(value)) return value
    throw this.#wrong(`a list "${name}"`)
  }

  #wrong(expected: string): Error {
    return new Error(`the script answered ${this.line}, which has not ${expected} in it`)
  }
}
