/**
 * docs/containment.md, made from the programs: what each tries, and what the learner sees.
 * @module
 */

import { byHand } from './by-hand.ts'
import type { Area, HostileProgram, Seen } from './program.ts'

const introduction = `# Containment

<!-- Made from tests/hostile/ by \`UPDATE_DOCS=1 npx vitest run --project unit tests/hostile\`; change it there. -->

The code that runs in the page may be anybody's: a share link brings a stranger's. So the sandbox takes every program to be
hostile.

A program runs in a worker of its own, without an origin, inside a sandboxed frame. The frame's policy lets nothing be
loaded or asked from anywhere, and the worker has no page, no storage, no network and no way to start other workers. A
supervisor between the program and the page keeps the clock, counts messages, cuts off what is too long and ends the worker;
what the worker says is read as a stranger's letter, for its shape alone. Compiling and judging happen in another worker,
with a clock of their own. The page's thread only paints, and shows whatever a program says as text.

The tests run each program below on the built page in Chromium. For every one of them, besides what is written here:

- no task of the page's own thread takes longer than 200 ms;
- no byte reaches the network, and a port that the program names hears nothing;
- storage, cookies, address and frames of the page are as before, and no markup became an element;
- the next honest run passes, with cryptography, timers, streams and cookies.

What is not promised:

- A program may lie about itself: it could as well answer rightly. It cannot speak for another run, the page or the person.
- A program that replaces built-ins can break itself, and is told so in the words of its own error.
- A program that takes memory faster than its time runs out can take the tab with it. The next visit shows the draft, says
  what happened, and runs nothing by itself.
- The clock is the machine's: where a processor is busy elsewhere, an honest program can take too long as well.
`

const OUTCOMES: Readonly<Record<Seen['outcome'], string>> = {
  passed: 'Passed',
  failed: 'Failed',
  broke: 'Broke',
  'not-run': 'Not run',
  ours: 'The page',
}

/** As text inside a cell: nothing of it is markup, for the document is read as HTML too. */
const cell = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[|\\`*_[\]]/g, character => `\\${character}`)
    .replaceAll(/\s+/g, ' ')

const row = ({ tries, sees: { outcome, sentence } }: Pick<HostileProgram, 'tries' | 'sees'>): string => {
  const words = sentence === '' || sentence === '…' ? OUTCOMES[outcome] : `${OUTCOMES[outcome]}: ${cell(sentence)}`
  return `| ${cell(tries)} | ${words} |`
}

const section = (name: string, programs: Area['programs'] | typeof byHand): string =>
  [`## ${name}`, '', '| The program | The learner sees |', '| --- | --- |', ...programs.map(row), ''].join('\n')

export const containmentDocument = (areas: readonly Area[]): string => {
  const count = areas.reduce((sum, { programs }) => sum + programs.length, byHand.length)
  return [
    introduction,
    `${count} programs, by what they go for. A sentence after "Passed" is what the program answered.`,
    '',
    ...areas.map(({ name, programs }) => section(name, programs)),
    section('The tab, links and limits', byHand),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
