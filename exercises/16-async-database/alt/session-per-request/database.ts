import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { connect } from './connection.ts'

export const users = sqliteTable('users', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  email: text().notNull().unique(),
})

export const posts = sqliteTable(
  'posts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    title: text().notNull(),
    author_id: integer()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  table => [uniqueIndex('one_title').on(table.author_id, table.title)],
)

export const db = connect(
  { users, posts },
  `
  PRAGMA foreign_keys = ON;
  CREATE TABLE users (
    id integer PRIMARY KEY AUTOINCREMENT NOT NULL, name text NOT NULL, email text NOT NULL
  );
  CREATE UNIQUE INDEX users_email_unique ON users (email);
  CREATE TABLE posts (
    id integer PRIMARY KEY AUTOINCREMENT NOT NULL, title text NOT NULL, author_id integer NOT NULL,
    FOREIGN KEY (author_id) REFERENCES users(id) ON UPDATE no action ON DELETE cascade
  );
  CREATE UNIQUE INDEX one_title ON posts (author_id, title);
  `,
)
