/**
 * Statuses that cannot be sent.
 * @module
 */

/** Why there is no answer with this status; null when there is one (Node, `response.writeHead`: 100 to 999). */
export const faultOfStatus = (status: unknown): string | null => {
  if (typeof status !== 'number') return 'its status is not a number'
  return status >= 100 && status <= 999 ? null : `its status is ${status}, which cannot be sent`
}
