import { expect, test } from 'vitest'
import { exerciseFiles } from './programs.ts'
