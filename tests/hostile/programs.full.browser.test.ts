import { containAreas } from './contain-areas.ts'
import { areas } from './programs/index.ts'

containAreas(areas)
