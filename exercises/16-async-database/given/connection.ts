/**
 * The database, which you read and use, and need not change: SQLite in
 * memory, new at every start. It is reached as one on another machine
 * is: every answer takes a moment, and every statement is a line on the
 * console. There is one connection. A transaction has it from its
 * beginning to its end, while the others wait.
 * @module
 */

import { type AsyncRemoteCallback, drizzle } from 'drizzle-orm/sqlite-proxy'
import initSqlJs from 'sql.js'

/** How long a statement takes, and how long one waits for the connection; ms. */
const LATENCY = 2
const PATIENCE = 700

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

const { Database } = await initSqlJs()
const sqlite = new Database()

/** Runs one statement, whose values stand in it as question marks. */
const answer: AsyncRemoteCallback = async (statement, values, method) => {
  console.log(statement)
  await sleep(LATENCY)
  const prepared = sqlite.prepare(statement, values)
  try {
    const rows = []
    while (prepared.step()) rows.push(prepared.get())
    // Of a row that is not there, Drizzle is told nothing at all.
    return { rows: method === 'get' ? rows[0] : rows } as Awaited<ReturnType<AsyncRemoteCallback>>
  } finally {
    prepared.free()
  }
}

/** Settled when the connection is free. */
let free: Promise<void> = Promise.resolve()

/** Has the connection while it works. */
const inTurn = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  const before = free
  let leave = () => {}
  free = new Promise(resolve => {
    leave = () => before.then(resolve)
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const why = 'a transaction has had the connection for too long; inside of one, use tx and not db'
    timer = setTimeout(() => reject(new Error(why)), PATIENCE)
  })
  try {
    await Promise.race([before, late])
    clearTimeout(timer)
    return await work()
  } finally {
    leave()
  }
}

/**
 * Makes the tables, and gives the database with them: https://orm.drizzle.team/docs/connect-drizzle-proxy
 * @param schema tables and their relations
 * @param script statements that make the tables
 */
export const connect = <Schema extends Record<string, unknown>>(schema: Schema, script: string) => {
  sqlite.exec(script)
  const connection = drizzle(answer, { schema })
  const db = drizzle((...statement) => inTurn(() => answer(...statement)), { schema })
  db.transaction = (work, config) => inTurn(() => connection.transaction(work, config))
  return db
}
