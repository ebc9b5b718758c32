// caught by: right-app
import type { CreateApp } from './shop.ts'
import type { Suite } from './testing.ts'

const suite: Suite<CreateApp> = () => {}

export default suite
