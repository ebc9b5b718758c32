import { expect, test } from 'vitest'
import type { LogLine } from '../../http/http.ts'
import { withoutTracebacks } from './traceback.ts'

const written = (text: string): LogLine[] => text.split('\n').map(line => ({ level: 'error', text: line }))
const texts = (lines: readonly LogLine[]): string[] => lines.map(({ text }) => text)

const FAILED = `ERROR:    Traceback (most recent call last):
  File "lib/starlette/routing.py", line 693, in lifespan
    async with self.lifespan_context(app) as maybe_state:
  File "lib/original.py", line 12, in lifespan
    raise RuntimeError("WORDS is unknown")
RuntimeError: WORDS is unknown

ERROR:    Application startup failed. Exiting.`

test('of a traceback, what was raised is kept and no frame', () => {
  expect(texts(withoutTracebacks(written(FAILED)))).toEqual([
    'RuntimeError: WORDS is unknown',
    'ERROR:    Application startup failed. Exiting.',
  ])
})

test('an error of several lines is kept whole', () => {
  const error = `Traceback (most recent call last):
  File "<string>", line 1, in <module>
ValidationError: 1 validation error for Settings
port
  Input should be a valid integer`
  expect(texts(withoutTracebacks(written(error)))).toEqual([
    'ValidationError: 1 validation error for Settings',
    'port',
    '  Input should be a valid integer',
  ])
})

test('of one error that came of another, both are kept', () => {
  const chained = `Traceback (most recent call last):
  File "a.py", line 1
KeyError: 'a'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "a.py", line 3
RuntimeError: no a`
  expect(texts(withoutTracebacks(written(chained)))).toEqual([
    "KeyError: 'a'",
    'During handling of the above exception, another exception occurred:',
    'RuntimeError: no a',
  ])
})

test('warnings before it, which name files, are left out, and what was printed comes first', () => {
  const printed: LogLine = { level: 'log', text: 'opened' }
  const lines = [...written('lib/original.py:3: DeprecationWarning: on_event'), ...written(FAILED), printed]
  expect(texts(withoutTracebacks(lines))).toEqual([
    'opened',
    'RuntimeError: WORDS is unknown',
    'ERROR:    Application startup failed. Exiting.',
  ])
})
