import { describe, expect, it } from 'vitest'
import type { Stop } from '../../workspace/route.ts'
import { type Filters, isFiltered, matches, NO_FILTERS, readFilters, topicsOf, writeFilters } from './filters.ts'

const stop: Stop = {
  number: 8,
  address: '/',
  summary: {
    id: '08-status-codes',
    title: 'Status codes and custom responses',
    summary: 'Answer 201, 204, 404 and 422 where they belong. Café.',
    difficulty: 'easy',
    topics: ['status codes', 'response headers'],
    minutes: 25,
  },
}
const filter = (changes: Partial<Filters>) => ({ ...NO_FILTERS, ...changes })
const topics = ['status codes', 'C#, or so']

describe('matches', () => {
  it.each<readonly [boolean, Partial<Filters>]>([
    [true, {}],
    [true, { query: '  STATUS   custom ' }],
    [true, { query: 'cafe headers' }],
    [false, { query: 'status cookies' }],
    [true, { query: '8' }],
    [true, { query: '08 codes' }],
    [true, { query: '404' }],
    [false, { query: '40x' }],
    [false, { query: '18' }],
    [true, { topic: 'status codes' }],
    [false, { topic: 'status' }],
    [true, { difficulties: ['easy', 'hard'] }],
    [false, { difficulties: ['hard'] }],
    [true, { states: ['new', 'started'] }],
    [false, { states: ['solved'] }],
    [false, { query: 'status', states: ['solved'] }],
  ])('is %s of a new exercise with %j', (expected, changes) => {
    expect(matches(stop, 'started', filter({ ...changes }))).toBe(expected)
  })
})

describe('an address', () => {
  it.each<readonly [string, Partial<Filters>]>([
    ['', {}],
    ['?q=cookie', { query: 'cookie' }],
    ['?q=a+%26+b&topic=C%23,+or+so', { query: 'a & b', topic: 'C#, or so' }],
    ['?difficulty=easy,hard&state=new', { difficulties: ['easy', 'hard'], states: ['new'] }],
  ])('%s is read and written alike', (search, changes) => {
    expect(readFilters(search, topics)).toEqual(filter(changes))
    expect(writeFilters(filter(changes))).toBe(search)
    expect(isFiltered(filter(changes))).toBe(search !== '')
  })

  it('loses what there is not, and nothing else', () => {
    expect(readFilters('?topic=gone&difficulty=hard,odd,easy&state=&seed=1', topics)).toEqual(
      filter({ difficulties: ['easy', 'hard'] }),
    )
    expect(writeFilters(filter({ query: '  ' }))).toBe('')
  })
})

it('topics are counted, from A to Z', () => {
  const { summary } = stop
  expect(topicsOf([summary, { ...summary, topics: ['cookies', 'status codes'] }])).toEqual([
    ['cookies', 1],
    ['response headers', 1],
    ['status codes', 2],
  ])
})
