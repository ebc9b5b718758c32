/**
 * Subjects that are no places in JSON, with what was seen of them on sockets, in parallel steps, in the console and in
 * the learner's files.
 * @module
 */

import { flagCases, listCases, numberCases, presenceCases, textCases } from './families.ts'
import type { PairCase } from './pair.ts'
import { seenBinary, seenClose, seenEvent, seenLog, seenMessage, seenSource, seenStart, seenTogether } from './seen.ts'

const UUID = '0f9c2a4e-7b31-4d58-9e06-3c1d2b4a5f60'
const NOTHING = seenEvent(null)

const statuses = listCases({
  subject: { kind: 'statuses' },
  sample: { value: [200, 409], seen: seenTogether([200, 409]) },
  other: { value: [200, 200, 201], seen: seenTogether([200, 200, 201]) },
  without: [],
  item: 409,
  empty: [],
})

const finished = listCases({
  subject: { kind: 'finished' },
  sample: { value: [1, 0], seen: seenTogether([200, 200], [1, 0]) },
  other: { value: [0], seen: seenTogether([200], [0]) },
  without: [],
  item: 1,
  empty: [],
})

const message = textCases({
  subject: { kind: 'message' },
  sample: { value: 'hello room', seen: seenMessage('hello room') },
  other: { value: 'bye', seen: seenMessage('bye') },
  without: [NOTHING, seenClose(1008, 'not allowed'), seenClose(1006)],
  format: { name: 'uuid', value: UUID, seen: seenMessage(UUID) },
})

const messageType = textCases({
  subject: { kind: 'message-type' },
  sample: { value: 'text', seen: seenMessage('a') },
  other: { value: 'binary', seen: seenBinary('AAE=') },
  without: [NOTHING, seenClose(1000)],
  format: { name: 'base64', value: 'text', seen: seenMessage('a') },
})

const closeCode = numberCases({
  subject: { kind: 'close-code' },
  sample: { value: 1000, seen: seenClose(1000) },
  other: { value: 4001, seen: seenClose(4001) },
  without: [NOTHING, seenMessage('still here'), seenBinary('AAE=')],
})

const closeReason = textCases({
  subject: { kind: 'close-reason' },
  sample: { value: 'room is full', seen: seenClose(4001, 'room is full') },
  other: { value: '', seen: seenClose(4001, '') },
  without: [NOTHING, seenMessage('still here')],
  format: { name: 'uuid', value: UUID, seen: seenClose(4001, UUID) },
})

const started = flagCases({
  subject: { kind: 'started' },
  sample: { value: false, seen: seenStart(false) },
  other: { value: true, seen: seenStart(true) },
  without: [],
})

const log = listCases({
  subject: { kind: 'log' },
  sample: { value: ['saved 1', 'sent'], seen: seenLog('saved 1', 'sent') },
  other: { value: ['a', 'a', 'b'], seen: seenLog('a', 'a', 'b') },
  without: [],
  item: 'sent',
  empty: [seenLog()],
})

const source = [
  ...textCases({
    subject: { kind: 'source', path: 'app.ts' },
    sample: { value: 'app.get()', seen: seenSource({ 'app.ts': 'app.get()' }) },
    other: { value: 'x', seen: seenSource({ 'app.ts': 'x' }) },
    without: [seenSource({ 'b.ts': '' }), seenSource(null)],
    format: { name: 'uuid', value: UUID, seen: seenSource({ 'app.ts': UUID }) },
  }),
  ...presenceCases({ kind: 'source', path: 'app.ts' }, seenSource({ 'app.ts': 'x' }), seenSource({ 'b.ts': '' }), [
    seenSource(null),
  ]),
]

export const STEP_CASES: readonly PairCase[] = [
  ...statuses,
  ...finished,
  ...message,
  ...messageType,
  ...closeCode,
  ...closeReason,
  ...started,
  ...log,
  ...source,
]
