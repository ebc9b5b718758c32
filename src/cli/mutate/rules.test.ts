import { describe, expect, it } from 'vitest'
import { mistakeText } from '../verify/verified.ts'
import { judgeMutants, type TriedMutant } from './rules.ts'
import { parseSurvivors } from './survivors.ts'

const mutant = (line: number, by: string | null): TriedMutant => ({
  path: 'app.ts',
  operator: 'status changed',
  line,
  before: `return c.json(x, ${line})`,
  after: 'return c.json(x)',
  code: '',
  trial: by === null ? { kind: 'passes' } : { kind: 'caught', by },
})
const caught = Array.from({ length: 36 }, (_, index) => mutant(index + 1, 'a-check'))
const survive = (...lines: number[]) => lines.map(line => mutant(line, null))
const entry = (line: number) => ({
  file: 'app.ts',
  before: `return c.json(x, ${line})`,
  after: 'return c.json(x)',
  why: 'w',
})
const mistakes = (mutants: readonly TriedMutant[], listed: readonly ReturnType<typeof entry>[]) =>
  judgeMutants('08-x', mutants, listed).mistakes.map(mistakeText)

describe('judgeMutants', () => {
  it('is content when all are caught, or the few that survive are listed', () => {
    expect(mistakes(caught, [])).toEqual([])
    const three = [101, 102, 103]
    expect(mistakes([...caught, ...survive(...three)], three.map(entry))).toEqual([])
    expect(judgeMutants('08-x', survive(1), [entry(1)]).survivors[0]?.why).toBe('w')
  })

  it('asks for a reason for each that survives', () => {
    expect(mistakes([...caught, ...survive(101)], [])).toEqual([
      '08-x/solution/app.ts:101 passes every check with "return c.json(x)" in place of "return c.json(x, 101)"; ask for it in a check, simplify the solution, or list it in survivors.yaml with a reason',
    ])
  })

  it('takes off the list what is caught now, and what is no mutant any more', () => {
    expect(mistakes(caught, [entry(1), entry(404)])).toEqual([
      '08-x/survivors.yaml lists "return c.json(x)" in place of "return c.json(x, 1)", which is caught now; take it off',
      '08-x/survivors.yaml lists "return c.json(x)" in place of "return c.json(x, 404)", which is no mutant of the solution; take it off',
    ])
  })

  it('lets an entry stand for two lines that are alike', () => {
    expect(mistakes([...caught, mutant(101, null), mutant(101, 'a')], [entry(101)])).toEqual([])
  })

  it('allows three that survive, and one in ten', () => {
    const four = [101, 102, 103, 104]
    expect(mistakes([...caught, ...survive(...four)], four.map(entry))).toEqual([
      '08-x/solution has 4 mutants that survive, and may have 3; ask for more in the checks, or simplify the solution',
    ])
    const [first, ...others] = caught.slice(0, 10)
    expect(mistakes([...others, ...survive(101)], [entry(101)])).toEqual([])
    expect(mistakes([...others, ...(first ? [first] : []), ...survive(101, 102)], [entry(101), entry(102)])).toEqual([
      '08-x/solution has 10 of 12 mutants caught, and needs 90 %; ask for more in the checks, or simplify the solution',
    ])
  })
})

describe('parseSurvivors', () => {
  it('reads entries', () => {
    expect(parseSurvivors('a', '- file: app.ts\n  before: "a"\n  after: b\n  why: c\n')).toEqual([
      { file: 'app.ts', before: 'a', after: 'b', why: 'c' },
    ])
  })

  it.each([
    ['', /^could not read 08-x\/survivors\.yaml: because at \$: .+; correct it as docs\/authoring\.md shows$/],
    ['a: [', /because it is not YAML \(/],
    ['- file: app.ts\n  before: a\n  after: b\n', /because at \[0\]\.why: /],
    ['- file: app.ts\n  before: a\n  after: b\n  why: " "\n', /because at \[0\]\.why: /],
    ['- file: app.ts\n  before: a\n  after: b\n  why: c\n  line: 1\n', /"line"/],
  ])('refuses %j, and says where', (text, sentence) => {
    expect(() => parseSurvivors('08-x/survivors.yaml', text)).toThrow(sentence)
  })
})
