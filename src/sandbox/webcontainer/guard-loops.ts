import type { Program } from '../../compile/program.ts'
export const guardLoops = (program: Program): Program => program
