/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { is, json } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'

/** The message of a test that failed matches this pattern. */
const someMessage = (pattern: string): Expectation =>
  json('failed').some(is.matchesSchema({ type: 'object', properties: { message: { pattern } } }))

export const noTests: Advice[] = [
  {
    when: [json('passed').equals(0), json('failed').equals([])],
    say: "There is no test. Inside of the suite, write one: it('a name', async () => { … }).",
  },
]

export const wrongOnRight: Advice[] = [
  {
    when: [someMessage('Promise|^expected undefined to be [2-5]\\d\\d$')],
    say: 'A test looked at something before it was there. app.request and response.json answer a Promise: await it, and put brackets around when you go on at once: (await app.request(…)).status.',
  },
  {
    when: [someMessage('^expected 401 to be (?:2|404)')],
    say: 'The app refused a request, because it came without the token. Adding and deleting need headers: staff.',
  },
  {
    when: [someMessage('^expected 422 to be 2')],
    say: "The app could not read what was sent. A product needs name, price and cost, as body: JSON.stringify({ … }), with 'Content-Type': 'application/json' among the headers.",
  },
]

export const tooStrict: Advice[] = [
  {
    when: [someMessage('Stool')],
    say: 'This app begins with a product, a stool. Look only at what your test has added: find it in the list by its id.',
  },
  {
    when: [someMessage('Please log in|Too cheap')],
    say: 'The wording of a 401 and of a 422 is not promised, only the status and where the error is. Compare the status.',
  },
  {
    when: [someMessage('\\b(?:10\\d\\d|1[1-9]\\d\\d)\\b')],
    say: 'The app chooses the ids, and this one begins with 1001. Take the id out of the answer to POST.',
  },
]

export const dependent: Advice[] = [
  {
    when: [json('failed').hasAtLeast(1)],
    say: 'This test needs, or does not bear, what another has done. Make the app inside of each test, const app = createApp(), and let no test use a variable that another one sets.',
  },
]

/** Of an app with a defect, when the suite passes. */
export const notNoticed = (remedy: string): Advice[] => [
  {
    when: [json('failed').equals([])],
    say: remedy,
  },
  {
    when: [json('failed').equals([]), json('ignored').hasAtLeast(1)],
    say: 'What fails on the right app as well does not count here. It is listed in ignored: mend it first.',
  },
]
