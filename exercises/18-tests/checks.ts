/**
 * What the tests of question 18 have to notice. Each check runs the suite against one app: the right one passes, one
 * with a defect does not.
 * @module
 */

import { json, post, send, status } from '../../src/check/authoring.ts'
import type { Advice, Check } from '../../src/check/check.ts'
import { dependent, noTests, notNoticed, tooStrict, wrongOnRight } from './advice.ts'

/** There is a suite, and it passes. */
const passes = (query: string, advice: Advice[]) =>
  send(
    post(`/run?${query}`),
    // These two say by themselves which test failed, and why.
    [status(200), json('failed[0].test').absent(), json('failed[0].message').absent(), json('passed').moreThan(0)],
    { advice: [...noTests, ...advice] },
  )

/** A test that passes on the right app fails on this one. */
const notices = (defect: string, remedy: string) =>
  send(post(`/run?app=${defect}`), [status(200), json('failed').hasAtLeast(1)], { advice: notNoticed(remedy) })

export default [
  {
    id: 'right-app',
    title: 'The suite has tests, and all of them pass on the right app',
    why: 'A test that fails on an app without a defect is an alarm that is always on: soon nobody listens to any.',
    steps: [passes('app=right', wrongOnRight)],
  },
  {
    id: 'rewritten-app',
    title: 'All tests pass on a rewritten app that keeps the same promises',
    why: 'Tests are there so that code can be rewritten without fear. Those that hold on to what was never promised (an id, a wording, an empty stock) fail with every change, and then they are changed along with it, unread.',
    steps: [passes('app=rewritten', tooStrict)],
  },
  {
    id: 'any-order',
    title: 'All tests pass when the last one runs first',
    why: 'A test that needs what another has done cannot be run alone, fails together with the other, and breaks when somebody sorts or splits the file.',
    steps: [passes('app=right&order=reversed', dependent)],
  },
  {
    id: 'created-status',
    title: 'A test fails when POST /products answers 200 instead of 201',
    why: 'The status is a promise to programs: 201 says that something new exists. "It worked" is not precise enough.',
    steps: [
      notices(
        'created-as-200',
        'Here, adding answers 200. Expect exactly 201: expect(response.status).toBe(201). response.ok is true for 200 too.',
      ),
    ],
  },
  {
    id: 'location',
    title: 'A test fails when POST /products sends no Location header',
    why: 'Headers are part of an answer. A client follows Location to what it has made, and no body tells you that it is missing.',
    steps: [
      notices(
        'no-location',
        "Here, the answer to adding has no Location. Look at it: response.headers.get('Location'), which is null when it is missing.",
      ),
    ],
  },
  {
    id: 'boundary',
    title: 'A test fails when a price of 0 is accepted',
    why: 'Mistakes live at the edges: > instead of >=. A test with -5 passes either way, a test with the first forbidden value does not.',
    steps: [
      notices(
        'free-product',
        'Here, a price of 0 is accepted, and what is below is refused. Send the very first value that is forbidden, 0, and expect 422.',
      ),
    ],
  },
  {
    id: 'secret',
    title: 'A test fails when the list shows what a product costs the shop',
    why: 'A field too much breaks no client, so nobody complains about a leak. Only a test that says what may be there, or what may not, finds it, and each route can leak by itself.',
    steps: [
      notices(
        'cost-in-list',
        "Here, the products of GET /products have their cost in them. Add one, take it out of the list, and compare all of it with toEqual, or say expect(product).not.toHaveProperty('cost').",
      ),
    ],
  },
  {
    id: 'order',
    title: 'A test fails when the list is not sorted by price',
    why: 'Data that happens to be in order cannot show whether anything sorts it.',
    steps: [
      notices(
        'unsorted',
        'Here, the list is in the order in which products were added. Add them in another order than that of their prices, and compare the prices of the list.',
      ),
    ],
  },
  {
    id: 'limit',
    title: 'A test fails when limit is ignored',
    why: 'A limit shows only when there is more than it lets through. With one product, limit=1 and no limit look alike.',
    steps: [
      notices(
        'limit-ignored',
        'Here, GET /products?limit=1 answers with all products. Add more products than the limit, and expect exactly as many as the limit.',
      ),
    ],
  },
  {
    id: 'error-body',
    title: 'A test fails when the 404 does not name the product',
    why: 'The body of an error is read by people and shown by clients. It is as much a promise as the body of a success.',
    steps: [
      notices(
        'unnamed-404',
        'Here, an unknown product is a 404 with { "detail": "Not Found" }. Compare the body too: { "detail": "Product 987654 not found" } for the id that you asked for.',
      ),
    ],
  },
  {
    id: 'delete-effect',
    title: 'A test fails when DELETE answers 204 and removes nothing',
    why: 'A status is a claim about what happened. Only the next request shows whether it is so.',
    steps: [
      notices(
        'delete-nothing',
        'Here, DELETE answers 204 and the product stays. Ask for it afterwards, and expect 404, or that the list is without it.',
      ),
    ],
  },
  {
    id: 'delete-guard',
    title: 'A test fails when anyone may delete',
    why: 'A forgotten guard changes nothing for those who may: every other test stays green. Each guarded route needs a test that is refused.',
    steps: [
      notices(
        'delete-for-anyone',
        'Here, adding needs the token and deleting does not. Send DELETE without the Authorization header, and expect 401.',
      ),
    ],
  },
  {
    id: 'shared-state',
    title: 'A test fails when one login lets everybody add afterwards',
    why: 'What one request leaves behind in a variable is there for all others. A test that sends a single request cannot see it.',
    steps: [
      notices(
        'login-stays',
        'Here, adding without a token is refused until the staff has added something, and allowed from then on. In one test, add with the token, then without, and expect 401 of the second.',
      ),
    ],
  },
  {
    id: 'clock-moved',
    title: 'A test fails when a product stays new for ever',
    why: 'No test waits for a week. The clock is a dependency of the app, so the test brings its own and moves it.',
    steps: [
      notices(
        'new-for-ever',
        'Here, is_new is always true. Make the app with a clock of your own, createApp({ now: () => now }), add a product, let now be a week later, and expect is_new to be false.',
      ),
    ],
  },
  {
    id: 'clock-per-product',
    title: 'A test fails when the week is counted from the first request of the app',
    why: 'With a clock that stands still, everything happens at once, and no test can tell two moments apart. It has to move between them.',
    steps: [
      notices(
        'age-from-start',
        'Here, the age of a product is counted from the first request that the app got. Send a request, let your clock be a week later, add a product then, and expect is_new to be true.',
      ),
    ],
  },
] satisfies Check[]
