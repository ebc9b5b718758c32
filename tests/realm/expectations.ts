/**
 * What comes of the cases that only the realm has.
 * @module
 */

export const expectations = {
  'fetch says that there is no network':
    'TypeError: could not fetch http://example.org/a: because programs here run without a network; keep the data in the program, or call your own app with app.request()',
  'ways out and ways to end the realm are gone': [],
  'crypto and performance can be stubbed and restored': [
    [true, true, true],
    [true, true, true],
  ],
  'patched ports and events never show a port of the realm': [0, 'secret'],
  'patched prototypes change no answer of the classes': [
    '{"a":1}',
    [
      ['content-type', 'application/json'],
      ['set-cookie', 'a=1'],
    ],
  ],
  'large values are logged in bounded time and length': Array.from({ length: 12 }, () => true),
  'the length that is not shown is counted': ['xx… 2000 more characters'],
  'hostile values are logged and throw nothing': Array.from({ length: 6 }, () => true),
  'a value that logs itself while it is shown comes to an end': true,
  'a getter is not run by logging it': [['{ price: [Getter] }'], 0],
  "the place of an error is found in the learner's file": { path: 'app.ts', line: 2, column: 9 },
  "a logged error shows the learner's frames and no others": ['Error: seen\n    at default (routes/items.ts:1:34)'],
  'a run may keep only so many keys': [true, 'QuotaExceededError'],
  'a key that the realm made itself counts as well': 'QuotaExceededError',
  'nothing is formatted once the log is full': 1_000,
} as const
