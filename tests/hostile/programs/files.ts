/**
 * Source files that are hostile before they run: for the compiler, for paths, by their number and size.
 * @module
 */

import type { SourceFiles } from '../../../src/compile/program.ts'
import { type Area, app, honestAfter, notRun, ours, passed, program, tookTooLong } from '../program.ts'

const chain = (length: number): SourceFiles => ({
  ...Object.fromEntries(
    Array.from({ length }, (_, index) => [`f${index}.ts`, `import './f${index + 1}.ts'\nexport const a = 1`]),
  ),
  [`f${length}.ts`]: 'export const a = 1',
  ...honestAfter("import './f0.ts'"),
})
/** As JSON, because an object literal would take `__proto__` for its prototype. */
const named = (path: string, specifier: string): SourceFiles =>
  JSON.parse(
    JSON.stringify({
      ...honestAfter(`import { value } from ${JSON.stringify(specifier)}\nvalue`),
      placeholder: '',
    }).replace('"placeholder":""', `${JSON.stringify(path)}:"export const value = 1"`),
  )

export const hostileFiles: Area = {
  name: 'Hostile source files',
  programs: [
    program(
      'Type parameters that the compiler takes a year to read.',
      { 'app.ts': `export default ${'<T>('.repeat(40)}1${')'.repeat(40)}` },
      ours('could not compile: because it took longer than 5 s; make the files smaller, or report it'),
    ),
    program(
      'Brackets nested fifty thousand times.',
      { 'app.ts': `export default ${'['.repeat(50_000)}${']'.repeat(50_000)}` },
      notRun('The code does not compile: could not read this file: its brackets are nested too deeply'),
    ),
    program(
      'A file of 5 MB.',
      honestAfter(`const text = ${JSON.stringify('x'.repeat(5 * 1024 * 1024))}`),
      passed('answered'),
    ),
    program('Ten thousand files, each of which imports the next.', chain(10_000), tookTooLong),
    program(
      'Ten thousand files that nothing imports.',
      {
        ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}.ts`, 'while (true) {}'])),
        ...app("return c.text('answered')"),
      },
      passed('answered'),
    ),
    program('A file named __proto__.', named('__proto__', './__proto__'), passed('answered')),
    program('A file named __proto__.ts.', named('__proto__.ts', './__proto__.ts'), passed('answered')),
    program(
      'A file above the exercise.',
      named('../x.ts', '../x.ts'),
      notRun('The code does not compile: could not find "../x.ts": it does not exist; …'),
    ),
    program(
      'A file whose name ends a line of the program it becomes.',
      named('x\nglobalThis.outside = 1\n.ts', './x\nglobalThis.outside = 1\n.ts'),
      passed('answered'),
    ),
    program(
      'An import whose name is a million letters long.',
      { 'app.ts': `import { a } from '${'hono'.repeat(250_000)}'\nexport default a` },
      notRun('The code does not compile: could not import "hono…'),
    ),
    program(
      'Characters that are no text: zero bytes, halves of pairs, other line ends.',
      honestAfter("const text = '\\u0000\\ud800'\u2028const other = `\u0000\ud800\r\r\n`"),
      passed('answered'),
    ),
  ],
}
