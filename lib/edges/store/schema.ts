import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row for each interview, kept in step with its events by the same transaction. */
export const interviews = sqliteTable(
  'interviews',
  {
    id: text('id').primaryKey(),
    owner: text('owner').notNull(),
    status: text('status', { enum: ['active', 'closed'] }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('interviews_by_owner').on(table.owner, table.updatedAt)],
)

/** The append-only log; `(interview_id, seq)` being unique is what keeps two writers from forking it. */
export const interviewEvents = sqliteTable(
  'interview_events',
  {
    interviewId: text('interview_id')
      .notNull()
      .references(() => interviews.id),
    /** Position in the interview, counted from 0. */
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    at: text('at').notNull(),
    /** The event as JSON. */
    data: text('data').notNull(),
  },
  (table) => [primaryKey({ columns: [table.interviewId, table.seq] })],
)

/** What a visitor decided about review cards by hand; the cards themselves follow from the interviews. */
export const cardMarks = sqliteTable(
  'card_marks',
  {
    owner: text('owner').notNull(),
    questionId: text('question_id').notNull(),
    /** The mark as JSON. */
    data: text('data').notNull(),
  },
  (table) => [primaryKey({ columns: [table.owner, table.questionId] })],
)

/** Reports handed out under links. The token is kept as its hash only: who reads the database cannot open the links. */
export const shares = sqliteTable(
  'shares',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    owner: text('owner').notNull(),
    interviewId: text('interview_id').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    withAnswers: integer('with_answers', { mode: 'boolean' }).notNull(),
    /** The copy of the report as JSON. */
    report: text('report').notNull(),
  },
  (table) => [index('shares_by_interview').on(table.owner, table.interviewId)],
)

/** One row for each pack that a visitor imported; its questions are a file beside the database. */
export const packs = sqliteTable(
  'packs',
  {
    id: text('id').primaryKey(),
    owner: text('owner').notNull(),
    name: text('name').notNull(),
    createdAt: text('created_at').notNull(),
    questions: integer('questions').notNull(),
    hash: text('hash').notNull(),
    /** SHA-256 of the file, hex. */
    sha256: text('sha256').notNull(),
  },
  (table) => [index('packs_by_owner').on(table.owner, table.createdAt)],
)
