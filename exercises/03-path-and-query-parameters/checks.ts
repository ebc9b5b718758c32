/**
 * What the rendition of question 3 has to do. Numbers and words are made anew for every run wherever they may be.
 * @module
 */

import { get, json, make, mediaType, send, status } from '../../src/check/authoring.ts'
import type { Advice, Check, SendStep } from '../../src/check/check.ts'
import type { Json } from '../../src/check/expectation.ts'
import {
  aBoolean,
  aFilePath,
  aGenre,
  aNumber,
  currentUser,
  defaults,
  emptyNumber,
  emptyText,
  errorShape,
  notABoolean,
  notAGenre,
  notANumber,
  otherNotation,
  required,
  tags,
} from './advice.ts'

const isJson = mediaType('application/json')

/** 200 with this body and nothing else in it. */
const answers = (path: string, value: Json, advice: readonly Advice[]): SendStep =>
  send(get(path), [status(200), isJson, json().equals(value)], { advice })

/** 200 with these values in the body; others may be there, and belong to other checks. */
const answersWith = (path: string, values: Readonly<Record<string, Json>>, advice: readonly Advice[]): SendStep =>
  send(get(path), [status(200), ...Object.entries(values).map(([key, value]) => json(key).equals(value))], { advice })

/** A 422 as FastAPI sends it. Only `loc` is held to, and that there is a sentence: its words differ between releases. */
const refuses = (path: string, loc: readonly [source: 'path' | 'query', name: string], advice: readonly Advice[]) =>
  send(
    get(path),
    [
      status(422),
      isJson,
      json('detail').hasType('array'),
      json('detail[0].loc').equals(loc),
      json('detail[0].msg').hasAtLeast(1),
    ],
    { advice: [...advice, ...errorShape] },
  )

export default [
  {
    id: 'me-first',
    title: 'GET /users/me answers with the current user',
    why: 'Both /users/me and /users/{user_id} fit this path. In FastAPI as in Hono the route that was declared first answers, so the special case has to come before the general one.',
    steps: [answers('/users/me', { user_id: 1 }, currentUser)],
  },
  {
    id: 'path-number',
    title: 'GET /users/{user_id} answers with the id as a number',
    why: 'All of a path is text. user_id: int makes a number of it, which the handler and its answer then have. An int without further rules may be negative.',
    values: { id: make.int(2, 9_999) },
    steps: [
      answers('/users/{{id}}', { user_id: '{{id}}' }, aNumber),
      answers('/users/-7', { user_id: -7 }, aNumber),
      answersWith('/users/{{id}}/loans', { user_id: '{{id}}' }, aNumber),
    ],
  },
  {
    id: 'path-number-invalid',
    title: 'GET /users/{user_id} answers 422 when the id is not a number',
    why: 'FastAPI refuses the request before the handler runs, and loc says which value it was: first where it was looked for, then its name.',
    values: { word: make.word },
    steps: [
      refuses('/users/{{word}}', ['path', 'user_id'], notANumber),
      refuses('/users/{{word}}/loans?overdue=yes', ['path', 'user_id'], notANumber),
    ],
  },
  {
    id: 'number-notation',
    title: 'A whole number is written in digits: 0x1f, 1e3, 1.5, 7up and v7 are 422',
    why: 'The type of a parameter is a promise about the text in the URL. JavaScript reads numbers into far more texts than that, and then one thing has many addresses.',
    steps: [
      refuses('/users/0x1f', ['path', 'user_id'], otherNotation),
      refuses('/users/1e3', ['path', 'user_id'], otherNotation),
      refuses('/users/1.5', ['path', 'user_id'], otherNotation),
      refuses('/users/7up', ['path', 'user_id'], otherNotation),
      refuses('/users/v7', ['path', 'user_id'], otherNotation),
      refuses('/books?limit=0x1f', ['query', 'limit'], otherNotation),
    ],
  },
  {
    id: 'query-defaults',
    title: 'GET /books without a query answers with the defaults',
    why: 'A parameter with a default is optional: skip is 0, limit is 10, q is null and there are no tags. A query parameter that the function does not have is ignored.',
    steps: ['/books', '/books?page=3&sort=title'].map(path =>
      answers(path, { skip: 0, limit: 10, q: null, tags: [] }, defaults),
    ),
  },
  {
    id: 'query-numbers',
    title: 'GET /books takes skip and limit from the query, as numbers, and 0 is one of them',
    why: 'A default stands in for a value that is missing and for no other. 0 was sent, so it counts.',
    values: { skip: make.int(1, 500), limit: make.int(11, 100) },
    steps: [
      answersWith('/books?limit={{limit}}&skip={{skip}}', { skip: '{{skip}}', limit: '{{limit}}' }, aNumber),
      answersWith('/books?limit=0', { limit: 0 }, aNumber),
    ],
  },
  {
    id: 'query-numbers-invalid',
    title: 'GET /books answers 422 when skip or limit is a word, or empty',
    why: 'A default is for a parameter that is not there. One that is there has to be a whole number, and the empty text is none.',
    values: { word: make.word },
    steps: [
      refuses('/books?skip={{word}}', ['query', 'skip'], notANumber),
      refuses('/books?skip=5&limit={{word}}', ['query', 'limit'], notANumber),
      refuses('/books?skip=', ['query', 'skip'], emptyNumber),
      refuses('/books?limit=', ['query', 'limit'], emptyNumber),
    ],
  },
  {
    id: 'query-text',
    title: 'GET /books and GET /search answer with the text of q, and an empty one stays empty',
    why: 'In a URL a text is percent-encoded, and a plus stands for a space; the handler gets the text itself. ?q= sends a text of no characters, which is another thing than sending none.',
    values: { words: make.text(2), word: make.word },
    steps: [
      answers('/search?q={{words}}', { q: '{{words}}' }, emptyText),
      answersWith('/books?q=M%C3%BCller+%26+{{word}}', { q: 'Müller & {{word}}' }, emptyText),
      answersWith('/books?q=', { q: '' }, emptyText),
      answers('/search?q=', { q: '' }, emptyText),
    ],
  },
  {
    id: 'query-required',
    title: 'GET /search without q answers 422 and says what is missing',
    why: 'A parameter without a default is required. It is the same function signature as everywhere in Python, and FastAPI enforces it.',
    values: { word: make.word },
    steps: [refuses('/search', ['query', 'q'], required), refuses('/search?query={{word}}', ['query', 'q'], required)],
  },
  {
    id: 'boolean-words',
    title: 'GET /users/{user_id}/loans reads true, 1, on, yes, false, 0, off, no in any case; without, it is false',
    why: 'HTML forms, command lines and programs write a yes differently, and FastAPI understands all of them.',
    values: { id: make.int(2, 9_999) },
    steps: [
      answersWith('/users/{{id}}/loans', { overdue: false }, aBoolean),
      ...['true', '1', 'on', 'yes', 'TRUE', 'On', 'yEs'].map(word =>
        answersWith(`/users/{{id}}/loans?overdue=${word}`, { overdue: true }, aBoolean),
      ),
      ...['false', '0', 'off', 'no', 'False', 'NO'].map(word =>
        answersWith(`/users/{{id}}/loans?overdue=${word}`, { overdue: false }, aBoolean),
      ),
    ],
  },
  {
    id: 'boolean-invalid',
    title: 'GET /users/{user_id}/loans answers 422 when overdue is no such word',
    why: 'A server that takes what it does not understand for a no answers another question than the one that was asked, and nobody notices.',
    values: { word: make.word },
    steps: [
      refuses('/users/12/loans?overdue=maybe', ['query', 'overdue'], notABoolean),
      refuses('/users/12/loans?overdue={{word}}', ['query', 'overdue'], notABoolean),
      refuses('/users/12/loans?overdue=2', ['query', 'overdue'], notABoolean),
      refuses('/users/12/loans?overdue=', ['query', 'overdue'], notABoolean),
    ],
  },
  {
    id: 'query-list',
    title: 'GET /books makes a list of every tag, also of a single one',
    why: 'A query may hold a name several times; that is how a list travels in a URL. A client that reads the answer wants a list whether there are none, one or two.',
    values: { one: make.word, two: make.word, three: make.word },
    steps: [
      answersWith('/books?tag={{one}}&tag={{two}}', { tags: ['{{one}}', '{{two}}'] }, tags),
      answersWith('/books?tag={{three}}', { tags: ['{{three}}'] }, tags),
      answersWith('/books?tag={{one}},{{two}}', { tags: ['{{one}},{{two}}'] }, tags),
    ],
  },
  {
    id: 'enum',
    title: 'GET /genres/{genre} answers with the genre: crime, fantasy or poetry',
    why: 'An Enum is a closed list of values, which FastAPI checks and shows in the documentation.',
    steps: ['crime', 'fantasy', 'poetry'].map(genre => answers(`/genres/${genre}`, { genre }, aGenre)),
  },
  {
    id: 'enum-unknown',
    title: 'GET /genres/{genre} answers 422 to any other word, in other case too',
    why: 'The route exists, the value will not do: that is a 422, not a 404, and loc names the parameter.',
    values: { word: make.word },
    steps: [
      refuses('/genres/{{word}}', ['path', 'genre'], notAGenre),
      refuses('/genres/Crime', ['path', 'genre'], notAGenre),
      refuses('/genres/constructor', ['path', 'genre'], notAGenre),
    ],
  },
  {
    id: 'file-path',
    title: 'GET /files/{file_path} takes all that is left of the path, slashes included, and decodes it',
    why: 'A parameter ends at the next slash, unless the route says that it goes on: :path in FastAPI, a pattern in Hono.',
    values: { folder: make.word, file: make.word },
    steps: [
      answers('/files/{{file}}.txt', { file_path: '{{file}}.txt' }, aFilePath),
      answers('/files/{{folder}}/2024/{{file}}.txt', { file_path: '{{folder}}/2024/{{file}}.txt' }, aFilePath),
      answers('/files//etc/hosts', { file_path: '/etc/hosts' }, aFilePath),
      answers('/files/C%23%20notes/{{file}}.txt', { file_path: 'C# notes/{{file}}.txt' }, aFilePath),
    ],
  },
] satisfies Check[]
