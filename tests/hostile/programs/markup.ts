/**
 * Programs whose words are markup and script, wherever a program has words: nothing of them may become an element.
 * @module
 */

import { type Area, app, broke, failed, program } from '../program.ts'

/** As it stands inside a text in single quotes. */
const markup =
  '<img src=hostile onerror="window.hostile=1"><script>window.hostile=2</script><hostile-element></hostile-element>'

const shown = { checks: null }
const isOk = failed('The status should be 201 Created, but it is 200 OK.')

export const markups: Area = {
  name: 'Markup and script in what is shown',
  programs: [
    program('Answers with a page of HTML and scripts.', app(`return c.html('${markup}')`), isOk, shown),
    program(
      'Puts markup into the names and values of headers and cookies.',
      app(
        `const response = c.text('x')\nObject.defineProperty(response, 'headers', { value: [['${markup}', '${markup}'], ['set-cookie', '${markup}=1'], ['content-type', 'text/html']] })\nreturn response`,
      ),
      isOk,
      shown,
    ),
    program(
      'Puts markup, terminal codes and links into console lines.',
      app(
        `console.log('${markup}')\nconsole.error('%c${markup}', 'background: url(http://NETWORK/hostile.png)')\nconsole.table([{ '${markup}': '${markup}' }])\nconsole.log('\\u001b]8;;http://NETWORK/\\u0007link\\u001b[31m javascript:window.hostile=1')\nreturn c.text('x')`,
      ),
      isOk,
      shown,
    ),
    program(
      'Throws an error whose name and message are markup.',
      { 'app.ts': `export default { fetch() { throw Object.assign(new Error('${markup}'), { name: '${markup}' }) } }` },
      broke(`The app threw an error instead of answering: ${markup}: ${markup} (app.ts, line 1).`),
      shown,
    ),
    program(
      'Answers with an object whose keys are markup.',
      { 'app.ts': `export default { fetch: () => ({ '${markup}': 1 }) }` },
      broke(`What the app answered is not a Response: an object with the keys ${markup}.`),
      shown,
    ),
    program(
      'Sends JSON whose keys and values are markup, in place of what was expected.',
      app(
        `return c.json({ '${markup}': ['${markup}'], __proto__: { name: '${markup}' }, constructor: '${markup}' }, 201)`,
      ),
      failed('The JSON body is not as expected: name is missing, it should be "Jörg Müller"; more places differ.'),
      shown,
    ),
    program(
      'Turns the text around, hides it, and overflows it with marks.',
      app(
        "const text = '\\u202e\\u2066\\u200b' + 'e' + '\\u0301'.repeat(100) + '\\u0000\\ufeff\\ud800'\nconsole.log(text)\nreturn c.json({ name: text }, 201, { 'x-custom': 'a' })",
      ),
      failed('…'),
      shown,
    ),
    program(
      'Imports a package and a file whose names are markup.',
      {
        'app.ts': `import a from '${markup.replaceAll('"', '')}'\nimport b from './${markup.replaceAll('"', '')}'\nexport default new a(b)`,
      },
      {
        outcome: 'not-run',
        sentence: 'The code does not compile: could not import "<img src=hostile …": this exercise runs without it; …',
      },
      shown,
    ),
  ],
}
