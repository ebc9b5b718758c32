import { expect, it } from 'vitest'
import { bodyText, startApp } from './node-app.ts'

it('sql.js needs no address in a process, and an evaluation makes a SQLite of its own', async () => {
  const { app, get } = await startApp(`
    import initSqlJs from 'sql.js'
    const SQL = await initSqlJs({ locateFile: name => 'https://nowhere.example/' + name })
    const isMarked = 'mark' in SQL.Database
    SQL.Database.mark = true
    const db = new SQL.Database()
    db.run('create table notes (text unique)')
    db.run('insert into notes values (?)', ['one'])
    export default { fetch: async () => Response.json({
      isMarked,
      isOne: (await initSqlJs()) === SQL,
      notes: db.exec('select text from notes')[0].values,
    }) }`)
  for (let evaluation = 0; evaluation < 3; evaluation++) {
    expect(bodyText(await get('/'))).toBe('{"isMarked":false,"isOne":true,"notes":[["one"]]}')
    expect(await app.settle()).toEqual({ failure: null, log: [] })
    expect(await app.fresh({ env: {} })).toEqual({ failure: null, log: [] })
  }
})
