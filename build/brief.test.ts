import { describe, expect, it } from 'vitest'
import { renderBrief } from './brief.ts'

const END = `
## Hints

1. Look at *this*.
2. Then at that:

   - a list
   - inside

## Quiz

### Is \`200\` the default?

- [ ] No

  It is.

- [x] Yes, for \`GET\`

  And for the others.
`

const render = (body: string) => renderBrief(body + END, '01-x/brief.md', code => `<pre>${code.length}</pre>`)

describe('renderBrief', () => {
  it('takes hints and quiz out of the brief', () => {
    const { html, hintsHtml, quiz } = render('# Title\n\nText')
    expect(html).toBe('<h1>Title</h1>\n<p>Text</p>')
    expect(hintsHtml).toEqual([
      '<p>Look at <em>this</em>.</p>',
      '<p>Then at that:</p>\n<ul>\n<li>a list</li>\n<li>inside</li>\n</ul>',
    ])
    expect(quiz).toEqual([
      {
        html: 'Is <code>200</code> the default?',
        options: [
          { html: 'No', right: false, whyHtml: '<p>It is.</p>' },
          { html: 'Yes, for <code>GET</code>', right: true, whyHtml: '<p>And for the others.</p>' },
        ],
      },
    ])
  })

  it('opens links to elsewhere elsewhere, and other links here', () => {
    expect(render('[a](https://hono.dev) [b](#task)').html).toBe(
      '<p><a href="https://hono.dev" target="_blank" rel="noreferrer">a</a> <a href="#task">b</a></p>',
    )
  })

  it('lets code be broken where a reader would, and nowhere else', () => {
    const { html } = render(
      '`{"a":1,"b":[2,3],"c":4}` `title=Sea&year=2001` `/files/a.csv?count=3` `c.req.query("count")` `start(env)` `1.5, c => { return c }`',
    )
    expect(html.replaceAll('&quot;', '"')).toContain(
      [
        '<code>{<wbr>"a":1,<wbr>"b":[2,<wbr>3],<wbr>"c":4}</code>',
        '<code>title=<wbr>Sea&amp;<wbr>year=<wbr>2001</code>',
        '<code>/files/a.csv<wbr>?count=<wbr>3</code>',
        '<code>c<wbr>.req<wbr>.query(<wbr>"count")</code>',
        '<code>start(env)</code>',
        '<code>1.5, c =&gt; { return c }</code>',
      ].join(' '),
    )
  })

  it('lets a table scroll by itself, reachable by keyboard and named after its heading', () => {
    const { html } = render('## A & B\n\n| x |\n| - |\n| 1 |\n')
    expect(html).toContain('<div class="table-scroll" role="region" aria-label="Table: A &amp; B" tabindex="0"><table>')
    expect(html).toContain('</table></div>')
  })

  it('shows HTML as text', () => {
    expect(render('<img src=x onerror=alert(1)>').html).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
  })

  it.each([
    ['no hints', '## Hints', '## Tips', 'has no section "## Hints"'],
    ['an empty list of hints', /1\. Look[\s\S]*inside/, '', 'has no hints'],
    ['a quiz without questions', '###', '####', 'has no quiz'],
    ['something after the quiz', /$/, '\n## More\n', 'does not end with "## Hints" and "## Quiz"'],
    ['two right options', '[ ]', '[x]', 'has 2 options, 2 of them right, under "Is `200` the default?"'],
    ['no right option', '[x]', '[ ]', 'has 2 options, 0 of them right, under "Is `200` the default?"'],
    ['an option without a box', '[ ] No', 'No', 'has an option under "Is `200` the default?" without a box'],
    ['an option without a reason', 'It is.', '', 'does not say why "No" is right or wrong'],
    ['code in a language that is not offered', '## Hints', '```cobol\n```\n\n## Hints', 'has code in "cobol"'],
  ])('refuses %s', (_problem, from, to, message) => {
    const highlight = (code: string, language: string) => (language === 'cobol' ? null : code)
    expect(() => renderBrief(END.replace(from, to), '01-x/brief.md', highlight)).toThrow(
      `could not read exercise 01-x: because 01-x/brief.md ${message}`,
    )
  })
})
