import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { collectFurtherTypes, togetherWith, typeGroups } from './further-types.ts'
import { collectPackageTypes, type PackageTypes } from './hono-types.ts'
import { furtherBundles } from './packages.ts'

const root = join(import.meta.dirname, '..')
const groups = Object.keys(typeGroups)
const collected = new Map<string, PackageTypes>(groups.map(group => [group, collectFurtherTypes(root, group)]))

describe.each([...collected])('the types of %s', (_group, { files, paths }) => {
  it('have a declaration file for every specifier', () => {
    for (const [uri] of Object.values(paths)) expect(files).toHaveProperty([uri ?? ''])
  })
})

it('every further package has types', () => {
  const specifiers = Object.values(furtherBundles).flatMap(bundle => bundle.specifiers)
  const typed = [...collected.values()].flatMap(({ paths }) => Object.keys(paths))
  expect(typed).toEqual(expect.arrayContaining(specifiers))
})

it('those of zod hold one language, and those of Drizzle one kind of database', () => {
  const of = (group: string) => Object.keys(collected.get(group)?.files ?? {})
  expect(of('zod').filter(uri => uri.includes('/v4/locales/'))).toHaveLength(2)
  expect(of('drizzle').filter(uri => uri.includes('/sqlite-core/')).length).toBeGreaterThan(20)
  expect(of('drizzle').filter(uri => /(?:pg|mysql|gel|singlestore)-core/.test(uri))).toEqual([])
})

let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What TypeScript says of a program when it has nothing but what the editor would have loaded for it. */
const complaintsOf = async (source: string, ...loaded: string[]): Promise<string> => {
  folder = await mkdtemp(join(tmpdir(), 'rendition-types-'))
  const types = [
    collectPackageTypes(root, ['hono']),
    ...loaded.flatMap(togetherWith).map(name => collectFurtherTypes(root, name)),
  ]
  const files = Object.assign({}, ...types.map(({ files }) => files))
  for (const [uri, text] of Object.entries<string>(files)) {
    const file = join(folder, fileURLToPath(uri))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const paths = Object.assign({}, ...types.map(({ paths }) => paths))
  const inFolder = Object.entries<readonly string[]>(paths).map(([specifier, uris]) => [
    specifier,
    uris.map(uri => `.${uri.slice('file://'.length)}`),
  ])
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'webworker', 'webworker.iterable', 'webworker.asynciterable'],
    types: [],
    paths: Object.fromEntries(inFolder),
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['app.ts'] }))
  await writeFile(join(folder, 'app.ts'), source)
  try {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    return execFileSync(process.execPath, [compiler, '-p', folder], { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

const DATABASE = `import { eq, sql } from 'drizzle-orm'
import { drizzle, type SQLJsDatabase } from 'drizzle-orm/sql-js'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { drizzle as proxied } from 'drizzle-orm/sqlite-proxy'
import initSqlJs, { type Database } from 'sql.js'
const users = sqliteTable(
  'users',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    email: text().notNull().unique(),
    at: integer({ mode: 'timestamp' }).default(sql\`(unixepoch())\`),
  },
  table => [uniqueIndex('by_email').on(table.email), index('by_time').on(table.at)],
)
const { Database: Made } = await initSqlJs({ locateFile: file => file })
const client: Database = new Made()
const db: SQLJsDatabase<{ users: typeof users }> = drizzle(client, { schema: { users } })
export const found: { id: number; email: string; at: Date | null }[] = db.select().from(users).where(eq(users.id, 1)).all()
export const rows: { email: string }[] = await proxied(async () => ({ rows: [] })).select({ email: users.email }).from(users)
`

it('a program for a database has no complaints, and its mistakes are found', async () => {
  expect(await complaintsOf(DATABASE, 'drizzle')).toBe('')
  const mistaken = `${DATABASE}db.insert(users).values({ email: 1 })\nclient.exce('select 1')\nusers.mail\n`
  const complaints = await complaintsOf(mistaken, 'drizzle')
  expect(complaints.match(/^app\.ts\(2[0-9],.* error TS\d+/gm)).toHaveLength(3)
}, 60_000)

it('a program for GraphQL has no complaints, and its mistakes are found', async () => {
  const source = `import { graphqlServer, type RootResolver } from '@hono/graphql-server'
import { buildSchema, GraphQLError, GraphQLObjectType, GraphQLString } from 'graphql'
import { Hono } from 'hono'
const schema = buildSchema('type Query { hello: String }')
const rootResolver: RootResolver = c => ({ hello: () => c.req.path })
export const Thing = new GraphQLObjectType({ name: 'Thing', fields: { name: { type: GraphQLString } } })
export const error = new GraphQLError('no', { extensions: { code: 'NO' } })
export default new Hono().use('/graphql', graphqlServer({ schema, rootResolver }))
`
  expect(await complaintsOf(source, 'graphql')).toBe('')
  const complaints = await complaintsOf(`${source}graphqlServer({})\nerror.extension\n`, 'graphql')
  expect(complaints.match(/^app\.ts\((?:9|10),.* error TS\d+/gm)).toHaveLength(2)
}, 60_000)
