/**
 * docs/conformance.md, made from the cases. That its numbers are so is what conformance.full.browser.test.ts proves.
 * @module
 */

import type { Area } from '../../src/selftest/conformance/case.ts'

const HEAD = `# Conformance

Rendition runs a program in the page itself or in real Node. A check must come to the same wherever it runs, so one suite of
small Hono programs (\`tests/conformance/\`) is put to real Node, over real HTTP, and to the engine of the page, in a real
Chromium. Compared is what both answer: status, every header, the body, console lines,
failures with their place in the code, and what a WebSocket hears.

Not compared is what a server or a connection adds by itself (\`date\`, \`connection\`, \`keep-alive\`, \`transfer-encoding\`, a
\`content-length\` that the program did not set), how a network cuts a body into chunks, how the bytes of a compressed body
were packed, times, stack frames outside the program, and the wording of errors that are the platform's own.

`

/** Text in a table's cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The whole file. */
export const conformanceTable = (areas: readonly Area[]): string => {
  const rows = areas.map(({ title, cases }) => {
    const different = cases.filter(({ difference }) => difference).length
    return [title, cases.length, cases.length, cases.length - different, different]
  })
  const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0)
  const lines = [...rows, ['**All**', sum(1), sum(2), sum(3), sum(4)]].map(row => `| ${row.join(' | ')} |`)
  const differences = areas.flatMap(({ title, cases }) =>
    cases.flatMap(({ name, difference }) =>
      difference ? [`| ${[title, name, difference.reason, difference.embedded].map(cell).join(' | ')} |`] : [],
    ),
  )
  return `${HEAD}## Cases

| Area | Cases | Real Node | The page, equal | The page, different |
| --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}

## Differences

Each of these is held to be a difference: a case that comes out equal after all fails the suite, and is then taken off
this list. "The adapter" is \`@hono/node-server\`: it puts a lighter class of its own in the place of Node's \`Response\`,
which checks less than the Fetch Standard asks for. The page has the platform's, which checks all of it.

| Area | Case | Reason | In the page |
| --- | --- | --- | --- |
${differences.join('\n')}

Without a case of their own, because Node would take too long over them: in the page PBKDF2 with more than 2,000,000
rounds and RSA keys of more than 4,096 bits are refused. In the page timers that set timers come 4 ms apart at least, as
browsers have it, and a request with a malformed Host is not sent, where the adapter answers 400.

In a WebContainer, whose kernel these tests cannot reach, every case comes to the same as in real Node as far as an emulated
kernel tells (\`tests/conformance/webcontainer.full.browser.test.ts\`). What the real one answers is told by the page
\`selftest/\`, in the browser that opens it.

In Firefox (\`tests/firefox/\`) a part of these cases is compared as well, and comes to the same.
`
}
