import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from './front-matter.ts'

const FRONT_MATTER = `---
title: A title
summary: A summary.
difficulty: easy
topics: [one, two]
packages: []
minutes: 10
passingAtStart: []
allowedDifferences:
  - path: detail
    reason: Why not.
  - { subject: header vary, checks: [preflight], reason: Why not. }
  - { subject: cookie sid max-age, checks: [preflight], reason: Why not. }
related:
  - { relation: next, number: 2, title: Another }
---
`

const split = (from: string | RegExp = '', to = '') =>
  splitFrontMatter(`${FRONT_MATTER.replace(from, to)}# Text\n`, '01-x/brief.md')

describe('splitFrontMatter', () => {
  it('gives the fields and the Markdown', () => {
    expect(split()).toEqual({
      frontMatter: {
        title: 'A title',
        summary: 'A summary.',
        difficulty: 'easy',
        topics: ['one', 'two'],
        packages: [],
        minutes: 10,
        passingAtStart: [],
        allowedDifferences: [
          { path: 'detail', reason: 'Why not.' },
          { subject: 'header vary', checks: ['preflight'], reason: 'Why not.' },
          { subject: 'cookie sid max-age', checks: ['preflight'], reason: 'Why not.' },
        ],
        related: [{ relation: 'next', number: 2, title: 'Another' }],
      },
      markdown: '# Text\n',
    })
  })

  it.each([
    ['a field that is missing', /summary: .*\n/, '', '"summary" is missing'],
    [
      'a field that is unknown',
      'minutes:',
      'author: me\nminutes:',
      '"author" is unknown; use title, summary, difficulty',
    ],
    ['a field of a list that is unknown', 'reason:', 'why:', '"allowedDifferences[0].reason" is missing'],
    [
      'another difficulty',
      'easy',
      'trivial',
      '"difficulty" is none of easy, medium, hard; correct it as docs/authoring.md shows',
    ],
    [
      'a subject that nothing is compared by',
      'header vary',
      'x-header',
      '"allowedDifferences[1].subject" is none of status, media-type, body,',
    ],
    ['minutes that are not a number', '10', 'a few', '"minutes" is not a whole number above 0'],
    ['an empty title', 'A title', "''", '"title" is not a text'],
    ['topics that are not texts', 'two', '2', '"topics" is not a list of texts'],
    [
      'a list with something else in it',
      '{ relation: next, number: 2, title: Another }',
      'next',
      '"related[0]" is not a mapping',
    ],
    ['what is not YAML', '[]', '[', 'has front matter that is not YAML'],
    ['what is not a mapping', /---\n[\s\S]*---\n/, '---\n- a\n---\n', 'has front matter that is not a mapping'],
    ['a file without front matter', '---\n', '', 'does not begin with front matter'],
  ])('refuses %s', (_problem, from, to, message) => {
    expect(() => split(from, to)).toThrow('could not read exercise 01-x: because 01-x/brief.md ')
    expect(() => split(from, to)).toThrow(message)
  })
})
