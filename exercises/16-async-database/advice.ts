/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { anyStatus, header, is, json, log, mediaType, status, statuses } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

/** A 500, of which the console says this. */
const failedFor = (text: string) => [status(500), log('error').some(is.contains(text))]

/** Of an error whose status is right. */
const errorShape: Advice[] = [404, 409].map(code => ({
  when: [status(code), mediaType('text/plain'), header('content-length').not.equals('13')],
  say: 'The status is right, but the body is text: that is how Hono sends the message of an HTTPException. Give the exception an answer of its own: new HTTPException(status, { res: Response.json({ detail }) }).',
}))

export const created: Advice[] = [
  {
    when: [status(200), json('name').exists()],
    say: '200 is the default for every method. Pass the status as the second argument, and the Location as the third: c.json(user, 201, { Location: ... }).',
  },
  {
    when: [status(201), header('location').absent()],
    say: 'The answer does not say where the new user is. Headers are the third argument: c.json(user, 201, { Location: ... }), with /users/ and the id.',
  },
  {
    when: [status(201), json('id').absent()],
    say: 'The id is made by the database. Ask for the stored row along with the insert: const [user] = await db.insert(users).values(values).returning().',
  },
  {
    when: [status(201), json('posts').absent()],
    say: 'A user goes out with all posts, and a new one without any has an empty list: "posts": [].',
  },
]

export const invalid: Advice[] = [
  {
    when: failedFor('NOT NULL constraint failed'),
    say: 'The database had to refuse what the handler should have: see the console. Validate first, for example with zValidator("json", schema, hook), and answer 422.',
  },
  {
    when: [status(409)],
    say: 'Nothing is taken here: the email is missing. A constraint that was broken is not always the unique one.',
  },
  {
    when: [status(400), json('success').equals(false)],
    say: "This is zValidator's own answer. Give it a hook as the third argument, (result, c) => ..., which answers c.json({ detail }, 422) when result.success is false.",
  },
  {
    when: [status(422), json('detail[0].loc').equals(['json', 'email'])],
    say: 'FastAPI calls the place "body", not "json": ["body", "email"].',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['email'])],
    say: "A path of Zod's begins inside of the body. FastAPI says where that is, too: ['body', ...path].",
  },
  {
    when: [status(422), json('detail[0].loc').equals(['limit'])],
    say: "A path of Zod's begins inside of the query. FastAPI says where that is, too: ['query', ...path].",
  },
  {
    when: [anyStatus.oneOf(200, 201), json().hasType('array')],
    say: 'A limit that is no number was accepted: Number("ten") is NaN, and NaN is easily taken for something else. Test it, z.coerce.number().int() does, and answer 422.',
  },
  {
    when: [anyStatus.oneOf(200, 201), json('name').equals('Ada')],
    say: 'A user without an email was accepted. Validate what was sent before it is stored, and answer 422.',
  },
]

const TAKEN =
  'The database refused the row, as it should, and Drizzle threw. That is a 409: catch the error and look at error.cause.message, which names the columns; or insert with onConflictDoNothing().returning(), and throw a 409 when no row comes back.'

export const duplicate: Advice[] = [
  { when: failedFor('UNIQUE constraint failed'), say: TAKEN },
  {
    when: [status(201), json('name').equals('Eve')],
    say: 'The address is Ada\'s, and yet it was accepted. Make the column UNIQUE in CREATE TABLE, so that the database refuses a second one; and do not overwrite the first: this is no "upsert".',
  },
  {
    when: [anyStatus.oneOf(400, 422)],
    say: 'The request itself is valid. It is in conflict with what is stored already: 409.',
  },
  {
    when: [status(200), json('[0].name').equals('Eve')],
    say: 'Eve has overwritten Ada: the insert updates what it meets. Whoever knows an address could take the account over.',
  },
  {
    when: [status(409), json('detail').equals('Title already used')],
    say: 'It is the email that is taken. Look at which constraint was broken: the message of the error names the columns, users.email.',
  },
  ...errorShape,
]

export const reusedId: Advice[] = [
  {
    when: [json('id').exists()],
    say: "The deleted user's id was given to another. In CREATE TABLE, id INTEGER PRIMARY KEY AUTOINCREMENT makes SQLite remember the highest id that there ever was.",
  },
]

export const deleted: Advice[] = [
  {
    when: [status(200), json('name').equals('Mia')],
    say: 'The user is still there. A statement of Drizzle is sent when it is awaited: await db.delete(users).where(eq(users.id, id)). And an id from the path is text: Number(c.req.param("id")).',
  },
  {
    when: [status(204)],
    say: 'There is no such user any more, so it is a 404. The statement can tell: const [deleted] = await db.delete(users).where(...).returning(), and deleted is undefined when there was no row.',
  },
  {
    when: [status(200), json('name').not.equals('Ada')],
    say: 'A deletion answers 204 and has nothing to say: c.body(null, 204).',
  },
  {
    when: [status(404), json('detail').equals('User not found')],
    say: 'Ada is gone as well. A DELETE without WHERE deletes all rows: .where(eq(users.id, id)).',
  },
  ...errorShape,
]

export const listed: Advice[] = [
  {
    when: [status(200), json('[0].name').equals('Mia'), json('[1].name').equals('Zoe'), json('[2].name').exists()],
    say: 'The users come as they were stored. Sort them in the statement: orderBy asc(users.name).',
  },
  {
    when: [status(200), json('[0].name').equals('Mia'), json('[1].name').equals('Zoe'), json('[2].name').absent()],
    say: 'skip is a number of users that are left out, not of pages: OFFSET is skip.',
  },
  {
    when: [status(200), json().hasAtLeast(11)],
    say: 'All users are there. A list without a limit shows ten: give limit this default.',
  },
  {
    when: [status(200), json().hasLength(4), json('[0].name').equals('Ada')],
    say: 'All users are there. Read skip and limit from the query and hand them to the statement, as offset and limit.',
  },
  {
    when: [status(200), json().equals([])],
    say: 'The list is empty. OFFSET is the number of users to leave out: skip, and not skip times limit. And a text from the query is no number yet.',
  },
]

export const posted: Advice[] = [
  {
    when: [status(200), json('author_id').exists()],
    say: '200 is the default for every method. Pass the status as the second argument: c.json(post, 201).',
  },
  {
    when: [status(201), json('posts').equals([])],
    say: 'The user came with two posts, and is answered without. Store them in the same transaction, with the id that the insert of the user returned, and read them for the answer.',
  },
  {
    when: [json('posts[0].title').equals('Apples')],
    say: 'The posts are not in the order in which they were stored. Without ORDER BY a database owes none: here it walked along the index of titles. Load them with orderBy: asc(posts.id).',
  },
  {
    when: [status(200), json('name').equals('Mia'), json('posts').equals([])],
    say: 'The posts of this user were not loaded. Say so where you read: db.query.users.findFirst({ where, with: { posts: true } }) once relations() is part of the schema, or with a second select.',
  },
  {
    when: [status(200), json('name').equals('Ada'), json('posts').hasAtLeast(1)],
    say: "These posts are another user's. Load those whose author_id is this user's id.",
  },
  {
    when: [status(200), json('name').exists(), json('posts').absent()],
    say: 'A user goes out with all posts: "posts": [...].',
  },
]

export const authorMissing: Advice[] = [
  {
    when: failedFor('FOREIGN KEY constraint failed'),
    say: 'The database refused a post without an author, and Drizzle threw. That is a 404: look for the user first, in the same transaction; or catch the error, whose cause says FOREIGN KEY constraint failed.',
  },
  {
    when: [status(409)],
    say: 'It is not the title, it is the author that is wrong. Not every constraint is the unique one: the message of the cause says which it was, FOREIGN KEY constraint failed.',
  },
  {
    when: [status(201)],
    say: 'A post was stored that has no author. Declare author_id INTEGER NOT NULL REFERENCES users (id), with PRAGMA foreign_keys = ON before, and answer 404 when there is no such user.',
  },
  ...errorShape,
]

export const titleTaken: Advice[] = [
  { when: failedFor('UNIQUE constraint failed'), say: TAKEN },
  {
    when: [status(201), json('author_id').equals('{{ada}}')],
    say: 'Ada has a post of this title already. A constraint of the table can span columns: UNIQUE (author_id, title).',
  },
  {
    when: [status(409), json('detail').equals('Title already used')],
    say: 'Only Ada has used this title, and Mia may. The constraint spans author and title: UNIQUE (author_id, title).',
  },
  {
    when: [status(409), json('detail').equals('Email already registered')],
    say: 'It is the title that is taken. Look at which constraint was broken: the message of the cause names the columns.',
  },
  {
    when: [status(200), json('posts').hasAtLeast(2)],
    say: 'The refused post was stored all the same.',
  },
  ...errorShape,
]

export const rolledBack: Advice[] = [
  { when: failedFor('UNIQUE constraint failed'), say: TAKEN },
  {
    when: [status(201), json('posts').hasLength(3)],
    say: 'Two posts of one title were accepted. A constraint of the table can span columns: UNIQUE (author_id, title).',
  },
  {
    when: [status(200), json('[1].name').equals('Mia')],
    say: 'The posts were refused, and the user was stored. Do both in await db.transaction(async tx => ...), with tx and not db inside, and let the error out of it: it is the throwing that rolls back.',
  },
  {
    when: [status(409), json('detail').equals('Email already registered')],
    say: 'What was refused left its user behind, so the same address is now taken. Do both in one transaction, and let the error out of it.',
  },
  ...errorShape,
]

export const statements: Advice[] = [
  {
    when: [status(200), json('[0].posts[0].title').equals('Tea'), json('[5].posts[1].title').equals('Jam')],
    say: 'The list is right, but the number of lines on the console is not. More than four are one statement for each user: load the posts of all of them at once, with: { posts: true }, or a select with inArray(posts.author_id, ids). Lines of your own count, too; and without any line, the given connection was not used, and yours says nothing.',
  },
  {
    when: [status(200), json('[0].posts').absent()],
    say: 'The users of the list come with their posts, too: with: { posts: true }, or a second select for all of them.',
  },
]

export const cascade: Advice[] = [
  {
    when: [status(200), json('title').equals('Gone')],
    say: 'The post is still there. Two things are needed: REFERENCES users (id) ON DELETE CASCADE in CREATE TABLE, and PRAGMA foreign_keys = ON, without which SQLite does not look at it.',
  },
  {
    when: [status(404), json('detail').equals('Post not found')],
    say: 'The posts of another user are gone as well. ON DELETE CASCADE deletes the right ones by itself.',
  },
]

export const racedOne: Advice[] = [
  {
    when: [status(500)],
    say: 'The requests got into each other\'s way; the console shows how. "UNIQUE constraint failed" has to become a 409. "cannot start a transaction within a transaction" comes of a BEGIN sent by hand: all requests have the same connection. db.transaction() waits until it is free.',
  },
]

export const raced: Advice[] = [
  {
    when: [statuses.not.hasItems(201, 409, 409, 409), statuses.some(is.equals(201)), statuses.not.some(is.equals(500))],
    say: 'More than one got the address. Between the question whether it is taken and the insert, other requests ask as well. Do not ask: make the column UNIQUE, insert, and see whether it was refused.',
  },
]

export const racedList: Advice[] = [
  {
    when: [status(200), json().hasAtLeast(2)],
    say: 'The address is stored more than once. Only the database can see to that: UNIQUE in CREATE TABLE.',
  },
]
