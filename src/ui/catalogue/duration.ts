/**
 * How long something takes, as people say it.
 * @module
 */

/** `25 min`, `2 h`, `3 h 20 min`: from an hour on to five minutes, because it is an estimate. */
export const durationText = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`
  const rounded = Math.round(minutes / 5) * 5
  const rest = rounded % 60
  return `${Math.floor(rounded / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}
