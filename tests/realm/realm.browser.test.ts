import { compareRealm } from './compare.ts'
import { runInRealm } from './harness.ts'

compareRealm(() => runInRealm('program.ts'))
