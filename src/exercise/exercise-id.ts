/**
 * What an exercise may be called.
 * @module
 */

/** The number of the interview question, a hyphen, a slug: `08-status-codes`. */
export const ID = /^(?<number>\d\d)-[a-z\d]+(?:-[a-z\d]+)*$/u

/** The number of the question that an exercise is about; NaN when it is not named like an exercise. */
export const numberOf = (id: string): number => Number(ID.exec(id)?.groups?.number)
