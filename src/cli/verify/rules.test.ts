import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/commands.mjs'
import { send, status, wait } from '../../check/authoring.ts'
import { chosenExercise } from '../exercise-folders.ts'
import { rules } from './rules.ts'
import { mistakeText, readVerified, type VerifiedExercise } from './verified.ts'

const folder = `${root}/exercises`
const exercise = await readVerified(folder, await chosenExercise(folder, '08-status-codes'))
const { content, checks } = exercise
const [first, second] = checks
if (!first || !second) throw new Error('could not test the rules: because there are no checks; choose another exercise')

const mistakesOf = (changed: VerifiedExercise): readonly string[] =>
  rules.flatMap(rule => rule.find(changed)).map(mistakeText)

const change = (changes: Partial<VerifiedExercise>): VerifiedExercise => ({ ...exercise, ...changes })
const changeContent = (changes: Partial<typeof content>) => change({ content: { ...content, ...changes } })
const changeCheck = (changes: Partial<typeof first>) =>
  change({ checks: [{ ...first, ...changes }, ...checks.slice(1)] })
const addWrong = (files: Readonly<Record<string, string>>) =>
  change({ wrong: [...exercise.wrong, { name: 'x', files }] })

const undefinedInside = { ...first.steps[0], kind: 'wait', ms: 1, advice: undefined } as const

describe('rules', () => {
  it('find nothing in an exercise that is as it should be', () => {
    expect(mistakesOf(exercise)).toEqual([])
  })

  it.each<readonly [string, VerifiedExercise, RegExp]>([
    [
      'a number of another',
      change({ others: [{ id: '08-x', title: '' }] }),
      /^08-status-codes has the number of 08-x; give/,
    ],
    [
      'a title of another',
      change({ others: [{ id: '09-x', title: content.title }] }),
      /brief\.md has the title of 09-x; give/,
    ],
    [
      'a question that is not there',
      change({ id: '39-x' }),
      /^39-x is about question 39, which there is not; number it/,
    ],
    ['no question before it', changeContent({ related: [] }), /has none as its previous question; name question 7/],
    ['no link', changeContent({ briefHtml: '' }), /brief\.md has no link to https:\/\/hono\.dev; link to/],
    ['a part left out', changeContent({ briefHtml: '' }), /brief\.md has no section "## Your task"; write it/],
    ['two questions', changeContent({ quiz: content.quiz.slice(1) }), /has 2 questions in its quiz; write at least 3/],
    [
      'a link over http',
      changeContent({ briefHtml: '<a href="http://a.example">' }),
      /does not lead to an https address/,
    ],
    ['two hints', changeContent({ hintsHtml: ['', ''] }), /has 2 hints; write three/],
    ['no options', changeContent({ quiz: [{ html: 'Q', options: [] }] }), /has 0 options under "Q"; write four/],
    ['a placeholder', changeContent({ original: '# WRITE: it' }), /original\.py says "WRITE:"; write what it asks/],
    ['a single check', change({ checks: [first] }), /checks\.ts has 1 check; write 5 to 20/],
    ['a check without steps', changeCheck({ steps: [] }), /has a check that is not valid \(.*no steps/],
    ['an id twice', changeCheck({ id: second.id }), /has the id "create-name" twice; give each check its own/],
    ['a title twice', changeCheck({ title: second.title }), /has the title ".+" twice; give each check its own/],
    ['an odd id', changeCheck({ id: 'Odd_Id' }), /has the id "Odd_Id"; write it in lower case/],
    ['no title', changeCheck({ title: '' }), /has a title of 0 characters for "create-status"/],
    ['no reason', changeCheck({ why: ' ' }), /does not say why "create-status" is demanded; say it/],
    ['no expectation', changeCheck({ steps: [wait(1)] }), /expects nothing in "create-status"/],
    ['what JSON cannot hold', changeCheck({ steps: [undefinedInside] }), /in "create-status" what JSON cannot hold/],
    [
      'three waits',
      change({ checks: checks.map(check => ({ ...check, steps: [...check.steps, wait(1)] })) }),
      /waits 13 times; wait 2 times at most/,
    ],
    [
      'an unknown check at the start',
      changeContent({ passingAtStart: ['x'] }),
      /lists "x" under passingAtStart, which is no/,
    ],
    ['a wrong answer of no check', addWrong({ 'app.ts': 'x' }), /wrong\/x names no check; write "\/\/ caught by/],
    [
      'a wrong answer of an unknown check',
      addWrong({ 'app.ts': '// caught by: y\n' }),
      /wrong\/x names "y", which is no check/,
    ],
    [
      'a wrong answer that is right',
      addWrong(content.solution),
      /wrong\/x\/app\.ts is as in the solution; make the mistake/,
    ],
    ['a wrong answer in another file', addWrong({ 'b.ts': 'x' }), /wrong\/x\/b\.ts is no file of the solution; rename/],
    ['few wrong answers', change({ wrong: [] }), /wrong has 0 answers; write at least 10/],
    [
      'a check that catches nothing',
      change({ wrong: [] }),
      /wrong has no answer that "create-status" catches; add one/,
    ],
    ['few alternatives', change({ alternatives: [] }), /alt has 0 answers; write at least 2/],
    [
      'FastAPI passing what it is said not to pass',
      changeCheck({ unlikeFastapi: 'a reason' }),
      /says that FastAPI does not pass "create-status", which it does; take unlikeFastapi off it/,
    ],
    [
      'a placeholder in a given file',
      changeContent({ given: { 'shop.ts': '// WRITE: it' } }),
      /given\/shop\.ts says "WRITE:"/,
    ],
    [
      'an alternative without an app',
      change({ alternatives: [{ name: 'x', files: {} }] }),
      /alt\/x has no app\.ts; add it/,
    ],
    [
      'a package that is not named',
      changeContent({ solution: { 'app.ts': "import { z } from 'zod/v4'" } }),
      /brief\.md does not name zod, which a program imports; name it under packages/,
    ],
    [
      'a package that nothing imports',
      changeContent({ packages: ['sql.js'] }),
      /brief\.md names sql\.js, which no program imports; take it off packages/,
    ],
    [
      'no recording',
      change({ recording: null }),
      /recording\.json is missing; run "npm run rendition -- record 08-status-codes"/,
    ],
    ['other requests', changeCheck({ steps: second.steps }), /has not what the check "create-status" sends now; run/],
    [
      'generated values',
      changeCheck({ values: { a: { kind: 'word' } } }),
      /has not what the check "create-status" sends now/,
    ],
    ['an answer to no check', change({ checks: checks.slice(1) }), /has answers to "create-status", which is no check/],
    [
      'a demand that FastAPI does not meet',
      changeCheck({ steps: [send({ method: 'POST', path: '/items?name=Lamp', headers: [] }, [status(500)])] }),
      /does not pass, "create-status" \(The status should be 500 Internal Server Error, but it is 201 Created\.\)/,
    ],
  ])('find %s', (_, changed, sentence) => {
    const found = mistakesOf(changed)
    expect(
      found.filter(text => sentence.test(text)),
      found.join('\n'),
    ).not.toEqual([])
  })
})
