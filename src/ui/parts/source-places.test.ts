import { describe, expect, it } from 'vitest'
import { splitAtPlaces } from './source-places.ts'

const files = { 'app.ts': '', 'routes/items.ts': '' }

describe('splitAtPlaces', () => {
  it('finds the places of a stack trace', () => {
    const text = 'Error: no\n    at get (routes/items.ts:6:67)\n    at app.ts:1:2'
    const parts = splitAtPlaces(text, files)
    expect(parts.flatMap(({ place }) => place ?? [])).toEqual([
      { path: 'routes/items.ts', line: 6, column: 67 },
      { path: 'app.ts', line: 1, column: 2 },
    ])
    expect(parts.map(part => part.text).join('')).toBe(text)
  })

  it('leaves places alone that are in none of the files', () => {
    expect(splitAtPlaces('at x (other.ts:1:2)', files)).toEqual([{ text: 'at x (other.ts:1:2)', place: null }])
    expect(splitAtPlaces('at __proto__.ts:1:1', files)).toHaveLength(1)
  })

  it('gives nothing for nothing', () => {
    expect(splitAtPlaces('', files)).toEqual([])
  })
})
