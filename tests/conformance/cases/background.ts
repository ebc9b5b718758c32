/**
 * Work beside the answer, and requests at the same time.
 * @module
 */

import { body, json, status } from '../../../src/check/authoring.ts'
import type { ParallelStep } from '../../../src/check/check.ts'
import type { Expectation } from '../../../src/check/expectation.ts'
import { area } from '../case.ts'
import { ask, is, log, look } from '../words.ts'

const wait = (ms: number) => ({ kind: 'wait', ms }) as const
const together = (sends: readonly ReturnType<ReturnType<typeof look>>[], ...expect: Expectation[]): ParallelStep => ({
  kind: 'parallel',
  sends: sends.map(({ request, expect }) => ({ request, expect })),
  expect,
})
const statuses = (...values: number[]) => is({ kind: 'statuses' }).equal(values)
const buy = ask('POST', '/buy')()

export const background = area('background', 'Background work and parallel requests', 'background', [
  {
    name: 'waitUntil goes on after the answer',
    smoke: true,
    steps: [
      ask('POST', '/jobs/a')(status(202)),
      look('/jobs')(json().equals([])),
      wait(50),
      wait(50),
      look('/jobs')(json().equals(['a'])),
    ],
  },
  { name: 'what waitUntil waits for may end with the check', steps: [ask('POST', '/jobs/a')(status(202))] },
  { name: 'a job that fails', steps: [ask('POST', '/failing')(status(202)), wait(50), wait(50)], outcome: 'broke' },
  { name: 'a job that fails while the check ends', steps: [ask('POST', '/failing')(status(202))], outcome: 'broke' },
  { name: 'the context has both of its functions', steps: [look('/context')(json().equals(['function', 'function']))] },
  {
    name: 'a line after the answer belongs to what comes then',
    steps: [look('/log-later')(log()), wait(50), wait(50)],
  },
  {
    name: 'requests at once are answered as they are ready',
    smoke: true,
    steps: [
      together(
        [look('/slow/60')(body.equals('waited 60')), look('/slow/5')(body.equals('waited 5')), look('/slow/30')()],
        statuses(200, 200, 200),
        is({ kind: 'finished' }).equal([1, 2, 0]),
        log('began 60', 'began 5', 'began 30', 'ended 5', 'ended 30', 'ended 60'),
      ),
    ],
  },
  {
    name: 'requests at once are in the app at once',
    steps: [together([look('/busy')(), look('/busy')(), look('/busy')()]), look('/busy')(json().equals(3))],
  },
  {
    name: 'requests one after the other are not',
    steps: [look('/busy')(json().equals(1)), look('/busy')(json().equals(1))],
  },
  {
    name: 'two buy, the third is late',
    steps: [together([buy, buy, buy], is({ kind: 'statuses' }).be({ kind: 'unordered', values: [201, 201, 409] }))],
  },
  {
    name: 'work done once for many',
    steps: [
      together(
        [look('/once/a')(json().equals(1)), look('/once/a')(json().equals(1)), look('/once/b')(json().equals(2))],
        statuses(200, 200, 200),
      ),
    ],
  },
])
