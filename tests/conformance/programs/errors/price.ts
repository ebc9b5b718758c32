/** A price as people write it. */
export const parsePrice = (text: string): number => {
  const price = Number(text)
  if (Number.isNaN(price)) {
    throw new RangeError(`no price: ${text}`)
  }
  return price
}
