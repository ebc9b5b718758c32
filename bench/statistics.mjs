/**
 * Medians and percentiles of repeated measurements, in milliseconds.
 * @module
 */

/** @typedef {{ median: number, p95: number, runs: number }} Summary */

/** @param {readonly number[]} values @returns {Summary} */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: round(quantile(sorted, 0.5)), p95: round(quantile(sorted, 0.95)), runs: sorted.length }
}

/** Nearest rank. @param {readonly number[]} sorted @param {number} share */
function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** @param {number} value */
export const round = value => Math.round(value * 10) / 10
