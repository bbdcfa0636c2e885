import { Command } from 'commander'
import { languages, type Language } from '@/lib/domain/handbook/language'
import type { Handbook } from '@/lib/domain/handbook/question'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'
import { buildIndex, embeddedText, type Built } from '@/lib/edges/retrieval/build-index'
import { fuse, meaningWeight, type WordScores } from '@/lib/edges/retrieval/fuse'
import { buildKeywordIndex } from '@/lib/edges/retrieval/keyword-index'
import { readRetrievalSet } from '@/tests/eval/dev-sets'
import { runCommand } from './json-lines'

interface Query {
  readonly text: string
  readonly lang: Language
  /** Id of the question that is meant. */
  readonly wanted: string
}

/** Where the question that is meant comes with each weight of meaning, counted from 0; -1 for not at all. */
type Places = (query: Query, weight: number) => number

const noWords: WordScores = { scores: new Map(), attainable: 0 }
const weights = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, Infinity]

/** An index in memory over the passages of some languages; nearness is computed in full, not through a graph. */
async function openInMemory({ passages: all, embeddings }: Built, of: readonly Language[]): Promise<Places> {
  const passages = all.filter(({ language }) => of.includes(language))
  const { embed, idf } = embeddings
  const vectors = passages.map((passage) => embed(embeddedText(passage)))
  const keywords = await buildKeywordIndex(passages)
  const scored = new Map<string, { words: WordScores; near: number[] }>()
  const scoresOf = (text: string) => {
    const vector = embed(text)
    const near = vectors.map((other) => other.reduce((sum, x, d) => sum + x * (vector[d] ?? 0), 0))
    return { words: keywords.find(text, idf), near }
  }
  return ({ text, wanted }, weight) => {
    const { words, near } = scored.get(text) ?? scoresOf(text)
    scored.set(text, { words, near })
    const ranked = fuse(
      passages.keys(),
      Number.isFinite(weight) ? words : noWords,
      (position) => near[position] ?? 0,
      Number.isFinite(weight) ? weight : 1,
    )
    const found = ranked.filter(({ score }) => score > 0)
    const questions = new Set(found.map(({ position }) => passages[position]?.questionId))
    return [...questions].slice(0, 10).indexOf(wanted)
  }
}

interface Quality {
  readonly text: string
  readonly rank: number
}

/** Recall at 1 and 5 and mean reciprocal rank among the first ten, percent. */
function quality(places: readonly number[]): Quality {
  const share = (value: (place: number) => number): number =>
    (100 * places.reduce((sum, place) => sum + value(place), 0)) / Math.max(1, places.length)
  const rank = share((place) => (place < 0 ? 0 : 1 / (place + 1)))
  const first = share((place) => (place === 0 ? 1 : 0))
  const firstFive = share((place) => (place >= 0 && place < 5 ? 1 : 0))
  return { text: [first, firstFive, rank].map((value) => value.toFixed(1)).join('/'), rank }
}

const qualityWith = (places: Places, queries: readonly Query[], weight: number): Quality =>
  quality(queries.map((query) => places(query, weight)))

/** Queries in each language against an index of each language, by words, by meaning and by both. */
async function printDirections(built: Built, queries: readonly Query[]): Promise<void> {
  console.log(
    `recall@1/@5/MRR, %      ${'words'.padEnd(18)}${'meaning'.padEnd(18)}both, weight ${meaningWeight}`,
  )
  const rows = languages.flatMap((from) => languages.map((to) => ({ from: [from], to: [to] })))
  for (const { from, to } of [...rows, { from: languages, to: languages }]) {
    const places = await openInMemory(built, to)
    const own = queries.filter(({ lang }) => (from as readonly Language[]).includes(lang))
    const cells = [0, Infinity, meaningWeight].map((weight) =>
      qualityWith(places, own, weight).text.padEnd(18),
    )
    console.log(`  ${from.join('+')} → ${to.join('+')}`.padEnd(18), `n ${own.length}`.padEnd(6), ...cells)
  }
}

/** Chooses the weight on one half of the queries and reports it on the other, both ways round. */
async function printWeights(built: Built, queries: readonly Query[]): Promise<void> {
  const places = await openInMemory(built, languages)
  console.log('\nweight of meaning, both languages indexed')
  for (const weight of weights)
    console.log(`  ${String(weight).padEnd(9)}`, qualityWith(places, queries, weight).text)
  for (const parity of [0, 1]) {
    const chosenOn = queries.filter((_, index) => index % 2 === parity)
    const others = queries.filter((_, index) => index % 2 !== parity)
    const byQuality = weights
      .map((weight) => ({ weight, rank: qualityWith(places, chosenOn, weight).rank }))
      .sort((a, b) => b.rank - a.rank)
    const best = byQuality[0]?.weight ?? 0
    console.log(
      `  best on half ${parity}: ${best}; on the other half ${qualityWith(places, others, best).text}, words alone ${qualityWith(places, others, 0).text}`,
    )
  }
}

/** The handbook's probes and deep dives ask for their question in other words; they are not searched themselves. */
function probesOf(handbook: Handbook): Query[] {
  return [...handbook.questions.values()].flatMap(({ id, keyPoints, deepDives }) =>
    [...keyPoints.map(({ probe }) => probe), ...deepDives.map(({ prompt }) => prompt)].flatMap((text) =>
      languages.map((lang) => ({ text: text[lang], lang, wanted: id })),
    ),
  )
}

/** The handbook as if its probes and deep dives did not exist, so that embeddings are not fitted on the queries. */
function withoutProbes(handbook: Handbook): Handbook {
  const none = { zh: '', en: '' }
  const questions = [...handbook.questions].map(([id, question]) => {
    const keyPoints = question.keyPoints.map((point) => ({ ...point, probe: none }))
    return [id, { ...question, keyPoints, deepDives: [] }] as const
  })
  return { ...handbook, questions: new Map(questions) }
}

const { devSets } = new Command('tune-retrieval')
  .description('How good search is by words, by meaning and by both, and which weight joins them best')
  .option('--dev-sets <folder>', 'items and queries from there instead of the handbook and its probes')
  .parse()
  .opts<{ devSets?: string }>()

await runCommand(async () => {
  const set = devSets === undefined ? undefined : await readRetrievalSet(devSets)
  const handbook = set?.handbook ?? (await loadHandbook())
  const queries =
    set?.queries.map(({ text, lang, item }): Query => ({ text, lang, wanted: String(item) })) ??
    probesOf(handbook)
  const built = await buildIndex(set ? handbook : withoutProbes(handbook), () => undefined)
  await printDirections(built, queries)
  await printWeights(built, queries)
})
