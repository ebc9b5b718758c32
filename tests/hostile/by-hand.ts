/**
 * What needs a page of its own, in the words of the table: each is held by a test of the same name in this folder.
 * @module
 */

import { type HostileProgram, notRun, ours } from './program.ts'

const frameCrash = 'Takes the engine with it, out of memory, in a browser that gives its frame a process of its own.'
const tabCrash = 'Takes the tab with it, out of memory, in a browser that does not.'
const wholeRun = 'Hangs in every request of every check.'
const deflateBomb = 'A share link that is 200 MB when it is unpacked.'
const manyFiles = 'A share link with ten thousand files.'
const strangePaths = 'A share link with files named __proto__ and ../x.'
const pagesOwn = 'A share link whose code hangs while it is imported.'

export const names = { frameCrash, tabCrash, wholeRun, deflateBomb, manyFiles, strangePaths, pagesOwn } as const

export const sentences = {
  frameCrash:
    'could not finish: because the engine stopped answering while the program ran; it was restarted, run again',
  tabCrash: ['The tab stopped during the last run.', 'Your code is as you left it.'],
  wholeRun: 'Not run to its end, because all checks together took longer than 10 seconds.',
  tooLarge: 'This link holds more than a link of Rendition can: ask for the files themselves.',
  strange: 'This link holds something that is not code of an exercise: ask for a new one.',
  paused: "Somebody else's code: nothing runs until you press Run.",
} as const

export const byHand: readonly Pick<HostileProgram, 'tries' | 'sees'>[] = [
  { tries: frameCrash, sees: ours(sentences.frameCrash) },
  { tries: tabCrash, sees: ours(sentences.tabCrash.join(' ')) },
  { tries: wholeRun, sees: notRun(sentences.wholeRun) },
  { tries: deflateBomb, sees: ours(sentences.tooLarge) },
  { tries: manyFiles, sees: ours(sentences.tooLarge) },
  { tries: strangePaths, sees: ours(sentences.strange) },
  { tries: pagesOwn, sees: ours(sentences.paused) },
]
