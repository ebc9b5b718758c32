export * from './names'
export const ConstKind = { One: 'one' } as const

export class Box<T> {
  static made = 0
  readonly #secret = 'kept'
  readonly label: string
  constructor(readonly content: T) {
    Box.made += 1
    this.label = `box ${Box.made}`
  }
  toString(): string {
    return `${this.label} (${this.#secret})`
  }
}
