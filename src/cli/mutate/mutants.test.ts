import { describe, expect, it } from 'vitest'
import { mutantsOf, withoutTypes } from './mutants.ts'

const mutate = (source: string) => mutantsOf('app.ts', source)
/** What the operator made of a program of one line. */
const made = (operator: string, source: string) =>
  mutate(source)
    .filter(mutant => mutant.operator === operator)
    .map(({ code }) => code)

describe('mutantsOf', () => {
  it.each<readonly [operator: string, source: string, mutants: readonly string[]]>([
    ['branch removed', 'if (a) b\nelse c', ['if (true) b\nelse c', 'if (false) b\nelse c']],
    ['branch removed', 'x = a ? b : c', ['x = true ? b : c', 'x = false ? b : c']],
    ['branch removed', 'while (a) b', ['while (false) b']],
    ['branch removed', 'for (;a;) b', ['for (;false;) b']],
    ['branch removed', 'for (;;) b', []],
    ['side removed', 'x = a && b', ['x = (a)', 'x = (b)']],
    ['side removed', 'x = (a ?? b) || c', ['x = (a ?? b)', 'x = (c)', 'x = ((a)) || c', 'x = ((b)) || c']],
    ['statement removed', 'items.delete(id)', [';']],
    ['statement removed', "if (a) c.header('x', 'y')", ['if (a) ;']],
    ['statement removed', "'use strict'", []],
    ['statement removed', 'const a = b()', []],
    ['await removed', 'x = await next()', ['x = next()']],
    ['comparison turned', 'x = a < b', ['x = a <= b', 'x = a >= b']],
    ['comparison turned', 'x = a <= b', ['x = a < b', 'x = a > b']],
    ['comparison turned', 'x = a > b', ['x = a >= b', 'x = a <= b']],
    ['comparison turned', 'x = a >= b', ['x = a > b', 'x = a < b']],
    ['comparison turned', 'x = a === b', ['x = a !== b']],
    ['comparison turned', 'x = a != b', ['x = a == b']],
    ['comparison turned', 'x = (a /* < */) < b', ['x = (a /* < */) <= b', 'x = (a /* < */) >= b']],
    ['arithmetic turned', 'x = a + b', ['x = a - b']],
    ['arithmetic turned', 'x = a * b / c', ['x = a / b / c', 'x = a * b * c']],
    ['arithmetic turned', 'x += a', ['x -= a']],
    ['arithmetic turned', 'x = a++ + --b', ['x = a-- + --b', 'x = a++ - --b', 'x = a++ + ++b']],
    ['negation removed', 'x = !a', ['x = a']],
    ['negation removed', 'x = -a + typeof b', ['x = a + typeof b']],
    ['status changed', 'c.body(null, 204)', ['c.body(null, 200)']],
    [
      'status changed',
      'x = [200, 201, 302, 400, 404, 422, 500, 503, 199, 600]',
      [
        'x = [201, 201, 302, 400, 404, 422, 500, 503, 199, 600]',
        'x = [200, 200, 302, 400, 404, 422, 500, 503, 199, 600]',
        'x = [200, 201, 307, 400, 404, 422, 500, 503, 199, 600]',
        'x = [200, 201, 302, 404, 404, 422, 500, 503, 199, 600]',
        'x = [200, 201, 302, 400, 400, 422, 500, 503, 199, 600]',
        'x = [200, 201, 302, 400, 404, 400, 500, 503, 199, 600]',
        'x = [200, 201, 302, 400, 404, 422, 503, 503, 199, 600]',
        'x = [200, 201, 302, 400, 404, 422, 500, 500, 199, 600]',
      ],
    ],
    [
      'field dropped',
      "c.json({ a, 'X-B': b, ...d }, e)",
      ["c.json({  'X-B': b, ...d }, e)", 'c.json({ a,  ...d }, e)', "c.json({ a, 'X-B': b,  }, e)"],
    ],
    ['field dropped', 'x = { a: 1, }', ['x = {  }']],
    ['field dropped', 'const { a, b } = c', []],
    ['number changed', 'x = 3', ['x = 4', 'x = 2']],
    ['number changed', 'x = a-0', ['x = a-1', 'x = a-(-1)']],
    ['number changed', 'x = { 3: 201 }', []],
    ['string changed', "x = 'a'", ["x = ''", "x = 'mutant'"]],
    ['string changed', "x = ''", ["x = 'mutant'"]],
    ['string changed', `x = \`a \${b}\``, ["x = ''", "x = 'mutant'"]],
    ['string changed', `x = \`\${b}\``, []],
    ['string changed', 'x = sql`a`', []],
    ['string changed', "import a from 'b'\nexport { a } from 'b'\nexport * from 'c'\nimport('d')", []],
    ['string changed', "x = { 'a': b }", []],
    ['string changed', "it('a', b)\ntest(`c`, e)\ndescribe('f', g)", []],
    ['string changed', "it(a, 'b')", ["it(a, '')", "it(a, 'mutant')"]],
    ['boolean changed', 'x = true', ['x = false']],
    ['anchor dropped', 'x = /^a$/', ['x = /a$/', 'x = /^a/']],
    ['anchor dropped', 'x = /a\\$/', []],
  ])('%s: %s', (operator, source, mutants) => {
    expect(made(operator, source)).toEqual(mutants)
  })

  it('leaves types alone, and tells of each mutant where it is and what became of the line', () => {
    const source = `interface Item { status: 404 }
const find = (id: 'a' | 'b'): Item | null =>
  items.get(id)  ?? null
`
    expect(mutate(source).map(({ line, before, after }) => ({ line, before, after }))).toEqual([
      { line: 3, before: 'items.get(id) ?? null', after: '(items.get(id))' },
      { line: 3, before: 'items.get(id) ?? null', after: '(null)' },
    ])
  })

  it('shows the first line of what is several lines long', () => {
    expect(mutate("app.get('/', c => {\n  return c.text(x)\n})\n")[0]).toMatchObject({
      line: 1,
      before: "app.get('/', c => { …",
      after: ';',
    })
    expect(mutate('x = {\n  a: 1,\n  b: {\n    c,\n  },\n}').map(({ line, before }) => [line, before])).toContainEqual([
      3,
      'b: { …',
    ])
  })

  it('gives one mutant of what two operators come to, and none that is the program itself', () => {
    expect(mutate('const x = true ? 1 : y').map(({ code }) => code)).toEqual([
      'const x = false ? 1 : y',
      'const x = true ? 2 : y',
      'const x = true ? 0 : y',
    ])
  })

  it('gives the same mutants in the same order, in the order of the text', () => {
    const source = "const a = !b\nconst c = d < 3 ? await e : { f: 'g', h: /^i$/ }\nj()\n"
    expect(mutate(source)).toEqual(mutate(source))
    expect(mutate(source).map(({ line, operator }) => `${line} ${operator}`)).toEqual([
      '1 negation removed',
      '2 branch removed',
      '2 branch removed',
      '2 comparison turned',
      '2 comparison turned',
      '2 number changed',
      '2 number changed',
      '2 await removed',
      '2 field dropped',
      '2 string changed',
      '2 string changed',
      '2 field dropped',
      '2 anchor dropped',
      '2 anchor dropped',
      '3 statement removed',
    ])
  })

  it('keeps every line of a program without its types', () => {
    const source = 'type A = {\n  a: 1\n}\nconst b: A = { a: 1 } satisfies A\n'
    expect(
      withoutTypes(source)
        .split('\n')
        .map(line => line.trim()),
    ).toEqual(['', '', '', 'const b = { a: 1 }', ''])
  })
})
