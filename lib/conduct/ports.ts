import type { Grader } from '@/lib/domain/grading/grade'
import type { ModelUse } from '@/lib/domain/grading/model-use'
import type { Handbook, Question } from '@/lib/domain/handbook/question'
import type { Language } from '@/lib/domain/handbook/language'
import type { PackEntry } from '@/lib/domain/handbook/pack/entry'
import type { Pack, PackHeader } from '@/lib/domain/handbook/pack/pack'
import type { PackProblem } from '@/lib/domain/handbook/pack/problem'
import type { InterviewEvent } from '@/lib/domain/interview/events'
import type { OpeningDraft, OpeningFacts } from '@/lib/domain/report/opening'
import type { Report } from '@/lib/domain/report/report'
import type { Share, SharedCopy } from '@/lib/domain/report/share'
import type { Mark } from '@/lib/domain/review/card'
import type { Brief } from '@/lib/domain/interviewer/brief'
import type { Runs } from './runs'

/** One row for each interview, kept in step with its events by the same transaction. */
export interface InterviewHeader {
  readonly id: string
  readonly owner: string
  readonly status: 'active' | 'closed'
  readonly createdAt: string
  readonly updatedAt: string
}

export interface StoredInterview {
  readonly header: InterviewHeader
  /** In order; the position of an event is its sequence number, counted from 0. */
  readonly events: readonly InterviewEvent[]
}

export interface Store {
  /** Creates an interview with its first events; throws when the id is taken. */
  create(header: InterviewHeader, events: readonly InterviewEvent[]): Promise<void>
  load(id: string): Promise<StoredInterview | undefined>
  /**
   * Appends events after the first `expected` ones, durable on return.
   * @returns `conflict`, with nothing written, when somebody else appended first.
   */
  append(
    id: string,
    expected: number,
    events: readonly InterviewEvent[],
    header: Pick<InterviewHeader, 'status' | 'updatedAt'>,
  ): Promise<'appended' | 'conflict'>
  /** The owner's interviews, the most recently changed first. */
  list(owner: string, limit: number): Promise<InterviewHeader[]>
}

/** What a visitor decided about review cards by hand. */
export interface Marks {
  list(owner: string): Promise<Mark[]>
  /** Changes one mark, which is made where there is none yet; durable on return. */
  change(owner: string, questionId: string, edit: (mark: Mark) => Mark): Promise<Mark>
}

/** Copies of reports under links. */
export interface Shares {
  add(entry: {
    readonly owner: string
    readonly token: string
    readonly share: Share
    readonly report: Report
  }): Promise<void>
  /** The owner's links to one interview's report, the newest first. */
  list(owner: string, interviewId: string): Promise<Share[]>
  /** Takes a link back, at once. @returns whether the owner had it */
  remove(owner: string, id: string): Promise<boolean>
  open(token: string): Promise<SharedCopy | undefined>
}

/** Plain text with stretches of it marked, each from its first character to just past its last one. */
export interface Marked {
  readonly text: string
  readonly marks: readonly (readonly [start: number, end: number])[]
}

/** What tells whether a question's passages answer a query, each about 0 to 1. */
export interface FitSigns {
  /** Keyword score of its best passage, as a share of what a passage with all words of the query would get. */
  readonly words: number
  /** Share of the query's words, by what they say, that its passages have. */
  readonly covered: number
  /** Share of the query's words, by what they say, that the handbook has anywhere. */
  readonly known: number
  /** Cosine of its best passage by the built-in embeddings. */
  readonly meaning: number
}

export interface SearchHit {
  readonly questionId: string
  readonly topic: string
  readonly title: string
  /** The best passage of the question, Markdown. */
  readonly passage: string
  readonly language: Language
  /** 0 to 1, comparable within one query only. */
  readonly score: number
  /** How likely it is that the handbook answers the query there, 0 to 1, comparable between queries. */
  readonly fit: number
  /** What `fit` is made of, each about 0 to 1. Only where it was asked for. */
  readonly signs?: FitSigns
  /** Title and passage as a list shows them, with what the query met. Only where it was asked for. */
  readonly excerpt?: { readonly title: Marked; readonly passage: Marked }
}

/** Packs that visitors imported. */
export interface Packs {
  /** The owner's packs, the oldest first. */
  list(owner: string): Promise<PackHeader[]>
  /**
   * A pack of this owner with its questions; `undefined` when there is none, or it is somebody else's.
   * @throws when its file is missing or damaged
   */
  read(owner: string, id: string): Promise<Pack | undefined>
  /** Adds a pack, durable and whole on return; whatever goes wrong before, nothing of it is there. */
  add(pack: Pack): Promise<void>
  /** Takes a pack away; `false` when this owner has none with this id. */
  remove(owner: string, id: string): Promise<boolean>
}

/** The search indexes of packs, one each. */
export interface PackIndexes {
  /** Builds the index of a pack, durable on return; tells how many of its passages are done. */
  build(
    pack: PackHeader,
    questions: readonly Question[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<void>
  /**
   * Searches a pack; an index that is missing, stale or damaged is built first.
   * @param handbook one that has the pack's questions
   */
  search(pack: PackHeader, handbook: Handbook, query: SearchQuery): Promise<SearchHit[]>
  /** Takes away all that is left of an index. */
  remove(id: string): Promise<void>
}

export type Unzipped =
  | { readonly ok: true; readonly entries: readonly PackEntry[] }
  | { readonly ok: false; readonly problem: PackProblem }

/** Archives: read with limits on what they unpack to, written piece by piece. */
export interface Archive {
  unzip(archive: PackEntry): Promise<Unzipped>
  zip(files: Iterable<{ readonly name: string; readonly text: string }>): ReadableStream<Uint8Array>
}

export interface SearchQuery {
  readonly text: string
  readonly language?: Language
  readonly k: number
  /** Hits carry an excerpt. */
  readonly excerpts?: boolean
  /** Hits carry what their fit is made of. */
  readonly signs?: boolean
}

/** Passages of the handbook by meaning and by word, in both languages, merged by question. */
export type Search = (query: SearchQuery) => Promise<SearchHit[]>

/**
 * Words for a move, by a model.
 * @param hear takes the words as they come; `false` means that enough was said, and ends the call
 * @throws when the model fails, with the reason as `failure`; what was heard by then stays said
 */
export type Voice = (brief: Brief, hear: (piece: string) => boolean, signal: AbortSignal) => Promise<ModelUse>

/** What a model may answer from: titles and passages, Markdown, numbered from 1 in this order. */
export interface AnswerRequest {
  readonly question: string
  readonly language: Language
  readonly passages: readonly { readonly title: string; readonly text: string }[]
}

/**
 * An answer by a model from given passages alone, with citations like [1].
 * @returns no text where the passages do not answer
 * @throws when the model fails, with the reason as `failure`
 */
export type WriteAnswer = (
  request: AnswerRequest,
  signal?: AbortSignal,
) => Promise<{ readonly text?: string; readonly use: ModelUse }>

/**
 * Words for the opening of a report, by a model.
 * @throws when the model fails, with the reason as `failure`
 */
export type WordOpening = (
  facts: OpeningFacts,
) => Promise<{ readonly draft: OpeningDraft; readonly use: ModelUse }>

/** Texts as vectors of unit length, by a model outside of this process. */
export interface Embedder {
  readonly model: string
  /** @throws when the model fails */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}

/** Everything that a use case may reach; each takes only what it needs (`Pick<Ports, …>`). */
export interface Ports {
  readonly store: Store
  readonly marks: Marks
  readonly shares: Shares
  readonly packs: Packs
  readonly packIndexes: PackIndexes
  readonly archive: Archive
  /** SHA-256 of a text, hex. */
  readonly digest: (text: string) => string
  /** The handbook as a visitor sees it: the built-in one, and the visitor's own packs. */
  readonly handbook: (owner?: string) => Promise<Handbook>
  /** Grades whatever happens: where a model is set up and fails, the built-in grader stands in and says so. */
  readonly grade: Grader
  /** A model's grades alone, where one is set up; fails where the model does. */
  readonly modelGrade?: Grader
  /** Words for moves, where a model is set up. */
  readonly voice?: Voice
  /** Answers from passages, where a model is set up. */
  readonly writeAnswer?: WriteAnswer
  /** Words for the opening of a report, where a model is set up. */
  readonly wordOpening?: WordOpening
  /** A text as a vector of unit length; tells when words of a model come too near to a secret. */
  readonly embed?: (text: string) => Float32Array
  /** What is being worked on in this process. */
  readonly runs: Runs
  /** Over the built-in handbook; `searchHandbook` adds a visitor's packs. */
  readonly search: Search
  readonly now: () => Date
  /** A fresh unguessable id. */
  readonly newId: () => string
  /** A fresh token for a link, at least 128 bits of chance. */
  readonly newToken: () => string
  /** A fresh seed for the plan's choices, a 32-bit whole number. */
  readonly newSeed: () => number
  readonly log: Log
}

/** Structured log; never given answers, quotes or keys. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
