/** Kept in a file of its own: new with every start, shared by all requests. */
export const items: string[] = []
export let count = 0

export const add = (item: string) => {
  items.push(item)
  count += 1
  return { item, count }
}
