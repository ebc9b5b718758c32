/**
 * An exercise as the page, the tests and the command line know it. The folder it is made from is described in
 * docs/authoring.md; build/exercises.ts turns folders into these values.
 * @module
 */

import type { Check } from '../check/check.ts'
import type { Json } from '../check/expectation.ts'
import type { Happened } from '../check/result.ts'
import type { SourceFiles } from '../compile/program.ts'

export type Difficulty = 'easy' | 'medium' | 'hard'

/** What the catalogue shows of an exercise without loading it. */
export interface ExerciseSummary {
  /** The folder's name: `08-status-codes`. */
  readonly id: string
  readonly title: string
  /** One or two sentences. */
  readonly summary: string
  readonly difficulty: Difficulty
  readonly topics: readonly string[]
  /** How long it takes a person who knows Hono a little. */
  readonly minutes: number
}

export interface QuizOption {
  readonly html: string
  readonly right: boolean
  /** Why it is right, or why it is wrong. */
  readonly whyHtml: string
}

export interface QuizQuestion {
  readonly html: string
  readonly options: readonly QuizOption[]
}

/** Something in which a right answer may differ from FastAPI's, and why. */
export type AllowedDifference = AllowedPlace | AllowedSubject

/** A place of the JSON body, or of a message's JSON, in every check. */
export interface AllowedPlace {
  /** As in a check's `json` subject, with `[*]` for every index: `detail[*].msg`. */
  readonly path: string
  readonly reason: string
}

/** Another part of the answer, in a few checks: a CORS preflight is a 200 there and may be a 204 here. */
export interface AllowedSubject {
  /**
   * `status`, `media-type`, `body` (where FastAPI's is JSON), `header vary`, `cookie theme` or an attribute of it as in
   * `cookie theme max-age`, `message`, `close-code` or `close-reason`.
   */
  readonly subject: string
  /** Ids. */
  readonly checks: readonly string[]
  readonly reason: string
}

/** A neighbour of this exercise's question in the list of interview questions. */
export interface RelatedQuestion {
  readonly relation: 'previous' | 'next' | 'related'
  /** Its place in that list. */
  readonly number: number
  readonly title: string
  /** The exercise that is about it; null while there is none. */
  readonly id: string | null
}

/** One check as FastAPI went through it. */
export interface RecordedCheck {
  /** The check's values: generated from seed 1, and saved on the way. */
  readonly values: Readonly<Record<string, Json>>
  /** One per step. */
  readonly happened: readonly Happened[]
}

/** What real FastAPI answered to the checks' requests. */
export interface Recording {
  readonly exercise: string
  /** `fastapi`, `starlette`, `pydantic`, `uvicorn`, `python` → version. */
  readonly versions: Readonly<Record<string, string>>
  /** By the check's id. */
  readonly checks: Readonly<Record<string, RecordedCheck>>
}

export interface Exercise extends ExerciseSummary {
  /** Packages beside hono that its programs may import. */
  readonly packages: readonly string[]
  /** The brief as HTML, made from our own Markdown by the build; hints and quiz are taken out of it. */
  readonly briefHtml: string
  readonly hintsHtml: readonly string[]
  readonly quiz: readonly QuizQuestion[]
  readonly related: readonly RelatedQuestion[]
  /** The FastAPI original: its text, and the same highlighted. */
  readonly original: string
  readonly originalHtml: string
  readonly recording: Recording
  readonly checks: readonly Check[]
  /** Ids of checks that the start files already pass. */
  readonly passingAtStart: readonly string[]
  readonly allowedDifferences: readonly AllowedDifference[]
  /** Files that every run has beside the learner's, who reads them and does not edit them. */
  readonly given: SourceFiles
  readonly start: SourceFiles
  readonly solution: SourceFiles
  /** The solution highlighted: path → HTML. */
  readonly solutionHtml: Readonly<Record<string, string>>
}

/** An exercise as the catalogue lists it. */
export interface CatalogEntry {
  readonly summary: ExerciseSummary
  load(): Promise<{ readonly default: Exercise }>
}
