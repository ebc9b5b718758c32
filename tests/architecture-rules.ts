/**
 * Which folder of src may import which, as data, and what breaks these rules in a graph of imports.
 * @module
 */

/** One import of one file by another; paths are relative to src. */
export interface Import {
  readonly from: string
  readonly to: string
  /** `type` is erased by the compiler; `asset` is what the bundler makes of the file (`?worker`, `?url`, `?raw`). */
  readonly kind: 'value' | 'type' | 'asset'
}

interface Rule {
  /** Folders, or single files of them, that may be imported. */
  readonly imports: readonly string[]
  /** Folders of which only types may be imported. */
  readonly types: readonly string[]
}

const data = ['http', 'compile', 'check', 'exercise', 'sandbox']

/**
 * The stations of the flow. Imports point toward plain data only. The files of src itself compose all of these, and
 * no folder imports them.
 */
export const rules: Readonly<Record<string, Rule>> = {
  http: { imports: [], types: [] },
  compile: { imports: [], types: [] },
  check: { imports: ['http'], types: [] },
  exercise: { imports: ['check'], types: ['compile', 'http'] },
  sandbox: { imports: ['http'], types: ['compile'] },
  run: { imports: data, types: [] },
  share: { imports: [], types: ['http', 'compile', 'check'] },
  // What a failed sandbox throws is a class, and a class is a value.
  workspace: { imports: ['run', 'share', 'exercise', 'sandbox/sandbox.ts'], types: data },
  // Sentences about a result, and what differs in it: pure functions of a verdict's facts.
  ui: { imports: ['workspace', 'check/describe.ts', 'check/diff.ts'], types: [...data, 'run', 'share'] },
  // A page of its own with its composition root in it: it runs what is there, and looks like the rest of the site.
  selftest: { imports: [...data, 'run', 'ui'], types: [] },
  // It reads exercise folders as the build does, and starts what the project's commands start.
  cli: { imports: [...data, 'run', 'share', '../build', '../scripts'], types: [] },
}

/** Files that only wire; they are started, not imported. */
const entry = /^(?:main|selftest)\.tsx$|^cli\/main\.ts$|^sandbox\/runner\/(?:runner|serve)\.ts$|\.worker\.ts$/

/** The folder of src that a file is in; '' for the files of src itself, `../build` for one outside of src. */
export const folderOf = (path: string): string => {
  const depth = path.startsWith('../') ? 2 : 1
  return path.split('/').slice(0, -1).slice(0, depth).join('/')
}

/** What breaks a rule, one sentence each. */
export function findBreaches(imports: readonly Import[]): string[] {
  return [...imports.flatMap(findBreach), ...findCycles(imports)]
}

function findBreach({ from, to, kind }: Import): string[] {
  const breaches: string[] = []
  if (entry.test(to) && kind !== 'asset')
    breaches.push(`${from} imports ${to}, but entry files are imported by nothing`)
  const [here, there] = [folderOf(from), folderOf(to)]
  if (here === there || here === '') return breaches
  const rule = rules[here]
  if (rule === undefined) return [...breaches, `${from} is in the folder ${here}, which has no rule`]
  if (rule.imports.includes(there) || rule.imports.includes(to)) return breaches
  if (!rule.types.includes(there)) return [...breaches, `${from} imports ${to}, but ${here} may not import it`]
  if (kind !== 'type') breaches.push(`${from} imports ${to}, but ${here} may import only types of ${there}`)
  return breaches
}

/** Folders that import each other, directly or by way of others. */
function findCycles(imports: readonly Import[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [here, there] = [folderOf(from), folderOf(to)]
    if (here !== there) edges.set(here, (edges.get(here) ?? new Set()).add(there))
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(edges.get(from) ?? [])].some(next => {
      if (next === to) return true
      if (seen.has(next)) return false
      return reaches(next, to, seen.add(next))
    })
  const cyclic = [...edges.keys()].filter(folder => reaches(folder, folder)).sort()
  return cyclic.length === 0 ? [] : [`these folders import each other: ${cyclic.join(', ')}`]
}
