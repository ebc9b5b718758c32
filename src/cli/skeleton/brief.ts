/**
 * The brief of a new exercise.
 * @module
 */

import { LAST_QUESTION, PLACEHOLDER } from '../verify/rules-of-brief.ts'

const relatedLines = (number: number): string => {
  const line = (relation: string, other: number): string =>
    `  - { relation: ${relation}, number: ${other}, title: "${PLACEHOLDER} the title of question ${other}" }`
  const lines = [
    ...(number > 1 ? [line('previous', number - 1)] : []),
    ...(number < LAST_QUESTION ? [line('next', number + 1)] : []),
  ]
  return lines.join('\n')
}

const quizText = (number: number): string => `### ${PLACEHOLDER} question ${number} about the subject

- [x] ${PLACEHOLDER} the right answer

  ${PLACEHOLDER} why it is right.

- [ ] ${PLACEHOLDER} a wrong answer

  ${PLACEHOLDER} why it is wrong.

- [ ] ${PLACEHOLDER} another wrong answer

  ${PLACEHOLDER} why it is wrong.

- [ ] ${PLACEHOLDER} a third wrong answer

  ${PLACEHOLDER} why it is wrong.
`

export const briefText = (id: string, number: number): string => `---
title: "${PLACEHOLDER} the title of ${id}"
summary: "${PLACEHOLDER} one or two sentences for the catalogue"
difficulty: medium
topics: [query parameters]
packages: []
minutes: 30
passingAtStart: []
allowedDifferences:
  - { path: "detail[*].msg", reason: "${PLACEHOLDER} why a right answer may differ here, or take it off the list" }
  - { path: "detail[*].type", reason: It is Pydantic's name for the rule that was broken. }
  - { path: "detail[*].input", reason: Pydantic repeats the value that was sent. }
related:
${relatedLines(number)}
---

> ${PLACEHOLDER} the question, in words of your own

**In short:** ${PLACEHOLDER} the answer in two sentences.

## Your task

${PLACEHOLDER} what the Hono rendition has to answer, one row per kind of request.

| Request             | Answer                     |
| ------------------- | -------------------------- |
| \`GET /hello?name=Ada\` | 200 \`{"hello":"Ada"}\`      |

## The answer in depth

### ${PLACEHOLDER} what it is

${PLACEHOLDER} the answer of a strong candidate: what it does, why it is so, and the traps.

## From FastAPI to Hono

| FastAPI     | Hono                                         |
| ----------- | -------------------------------------------- |
| \`name: str\` | \`c.req.query('name')\` ${PLACEHOLDER} the rest |

## Where the two differ by default

${PLACEHOLDER} what FastAPI and Hono do differently unless told, and no check looks at.

## What an interviewer asks next

**${PLACEHOLDER} a question?** ${PLACEHOLDER} its answer. Five to seven of them.

## Read on

- FastAPI: [query parameters](https://fastapi.tiangolo.com/tutorial/query-params/)
- Hono: [the request](https://hono.dev/docs/api/request)

## Hints

1. ${PLACEHOLDER} a nudge: where to look.

2. ${PLACEHOLDER} the way: which call it is.

3. ${PLACEHOLDER} nearly the answer, with code:

   \`\`\`ts
   app.get('/hello', c => c.json({ hello: c.req.query('name') }))
   \`\`\`

## Quiz

${[1, 2, 3].map(quizText).join('\n')}`
