/**
 * What cannot be done in the time that a request has is refused before it is begun: cryptography that is under way
 * cannot be cancelled, and it would keep a processor busy long after its program is gone.
 * @module
 */

/** Rounds of PBKDF2: about a second. */
const MOST_ROUNDS = 2_000_000
/** Bits of an RSA modulus: finding the primes of 4,096 takes a second or two, those of 8,192 half a minute. */
const LARGEST_MODULUS = 4_096

/** As the platform will read it: also a text, or a list of one, is a number to it. */
const numberOf = (value: unknown): number => {
  try {
    return Number(value)
  } catch {
    return 0
  }
}

const count = new Intl.NumberFormat('en')

/**
 * @param values the arguments of a SubtleCrypto method
 * @throws {DOMException} `OperationError`
 */
export const refuseEndless = (values: readonly unknown[]): void => {
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue
    if (numberOf(Reflect.get(value, 'iterations')) > MOST_ROUNDS) {
      const why = `more than ${count.format(MOST_ROUNDS)} rounds take longer than a request may`
      throw new DOMException(`The key cannot be derived here: ${why}.`, 'OperationError')
    }
    if (numberOf(Reflect.get(value, 'modulusLength')) > LARGEST_MODULUS) {
      const why = `a modulus of more than ${count.format(LARGEST_MODULUS)} bits takes longer than a request may`
      throw new DOMException(`The key cannot be made here: ${why}.`, 'OperationError')
    }
  }
}
