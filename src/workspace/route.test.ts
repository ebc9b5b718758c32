import { describe, expect, it } from 'vitest'
import type { ProgressState } from './drafts.ts'
import { createStages, neighboursOf, nextUnsolved, offerOf, stopsOf } from './route.ts'

const ids = ['03-a', '08-b', '09-c', '37-d']
const stages = createStages(
  ids.map(id => ({ id, title: id, summary: '', difficulty: 'easy', topics: [], minutes: 10 })),
  id => `/exercises/${id}/`,
)
// In the order of the path: 3, 8, 37, and 9 in the stage after.
const stops = stopsOf(stages)
const idOf = (stop: (typeof stops)[number] | null) => stop?.summary.id ?? null
const states = (entries: Record<string, ProgressState>) => new Map(Object.entries(entries))

describe('createStages', () => {
  it('gives every exercise its number and address, in the stages of the path', () => {
    expect(stops.map(idOf)).toEqual(['03-a', '08-b', '37-d', '09-c'])
    expect(stages.map(({ exercises }) => exercises.length)).toEqual([3, 1])
    expect(stops[1]).toMatchObject({ number: 8, address: '/exercises/08-b/' })
  })
})

describe('neighboursOf', () => {
  it.each([
    ['03-a', null, '08-b'],
    ['37-d', '08-b', '09-c'],
    ['09-c', '37-d', null],
    ['99-none', null, null],
  ])('of %s are %s and %s', (id, previous, next) => {
    const neighbours = neighboursOf(stops, id)
    expect([idOf(neighbours.previous), idOf(neighbours.next)]).toEqual([previous, next])
  })
})

describe('nextUnsolved', () => {
  it.each<readonly [string | null, Record<string, ProgressState>, string | null]>([
    [null, {}, '03-a'],
    ['03-a', {}, '08-b'],
    ['03-a', { '08-b': 'solved', '37-d': 'started' }, '37-d'],
    ['09-c', { '03-a': 'solved' }, '08-b'],
    ['09-c', { '03-a': 'solved', '08-b': 'solved', '37-d': 'solved' }, null],
    ['99-gone', { '03-a': 'solved' }, '08-b'],
  ])('after %s with %j is %s', (id, progress, next) => {
    expect(idOf(nextUnsolved(stops, id, states(progress)))).toBe(next)
  })
})

describe('offerOf', () => {
  const offer = (progress: Record<string, ProgressState>, last: string | null) => {
    const offered = offerOf(stops, { progress: states(progress), last })
    return offered.kind === 'done' ? 'done' : `${offered.kind} ${idOf(offered.stop)}`
  }

  it('begins with the first', () => expect(offer({}, null)).toBe('begin 03-a'))

  it('goes on with what was open last, edited or not, while it is not solved', () => {
    expect(offer({ '03-a': 'started', '37-d': 'started' }, '37-d')).toBe('go-on 37-d')
    expect(offer({ '03-a': 'solved' }, '09-c')).toBe('go-on 09-c')
  })

  it('goes on with what was started when what was open last is solved or gone', () => {
    expect(offer({ '03-a': 'started', '08-b': 'solved' }, '08-b')).toBe('go-on 03-a')
    expect(offer({ '37-d': 'started' }, '99-gone')).toBe('go-on 37-d')
  })

  it('goes to the next on the path when nothing is begun', () => {
    expect(offer({ '08-b': 'solved' }, '08-b')).toBe('next 37-d')
    expect(offer({ '09-c': 'solved' }, '09-c')).toBe('next 03-a')
  })

  it('has nothing to offer when all are solved', () => {
    expect(offer({ '03-a': 'solved', '08-b': 'solved', '09-c': 'solved', '37-d': 'solved' }, '03-a')).toBe('done')
  })
})
