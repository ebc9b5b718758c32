import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { connect } from './connection.ts'

export const users = sqliteTable('users', {
  id: integer().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
})

// Wanted: one user for each email; ids that are never
// used again; and posts, which are deleted with their
// author, and of whose titles an author has none twice.
export const db = connect(
  { users },
  `
  CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL
  );
  `,
)
