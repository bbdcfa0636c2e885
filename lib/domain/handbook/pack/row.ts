import { everywhere, type Found } from './pack-question'
import { limits } from './limits'
import { problemAt, type PackProblem, type Place } from './problem'
import { slugOf } from './slug'

export const columns = ['question', 'reference', 'id', 'topic', 'difficulty', 'language'] as const
export type Column = (typeof columns)[number]

/** Other names that a column goes by. */
const synonyms: Record<Column, readonly string[]> = {
  question: ['prompt', 'q', '问题', '题目', '题干', '面试题'],
  reference: [
    'answer',
    'reference answer',
    'reference_answer',
    'a',
    '答案',
    '参考答案',
    '标准答案',
    '回答',
    '参考',
  ],
  id: ['slug', 'key', '编号', '序号', '题号'],
  topic: ['category', 'tag', 'section', '主题', '分类', '类别', '标签', '章节'],
  difficulty: ['level', '难度', '难度等级', '等级'],
  language: ['lang', 'locale', '语言', '语种'],
}

/** The column that a heading names; `undefined` for one that is left aside. */
export function columnOf(heading: string): Column | undefined {
  const name = heading.normalize('NFKC').trim().toLowerCase()
  return columns.find((column) => column === name || synonyms[column].includes(name))
}

const levels: Readonly<Record<string, number>> = {
  ...{ easy: 2, medium: 3, hard: 4, 简单: 2, 容易: 2, 中等: 3, 一般: 3, 困难: 4, 难: 4 },
}
const usualLevel = 3

const languageNames = [
  'zh',
  'en',
  'zh-cn',
  'en-us',
  'en-gb',
  'chinese',
  'english',
  '中文',
  '汉语',
  '英文',
  '英语',
]

/** Difficulty from 1 to 5; `undefined` when the cell says something else. */
function levelOf(cell: string): number | undefined {
  const value = cell.normalize('NFKC').trim().toLowerCase()
  if (value === '') return usualLevel
  return levels[value] ?? (/^[1-5](?:\.0+)?$/.test(value) ? Math.trunc(Number(value)) : undefined)
}

export type Row = Readonly<Partial<Record<Column, string>>>

/** Checks one row of a table or one object of a JSON file, reporting all that is wrong with it. */
export function readRow(row: Row, place: Place): Found | PackProblem[] {
  const problems: PackProblem[] = []
  const text = (field: 'question' | 'reference', most: number): string => {
    const value = row[field]?.trim() ?? ''
    if (value === '') problems.push(problemAt({ ...place, field }, 'missing'))
    if (value.length > most) problems.push(problemAt({ ...place, field }, 'too-long', { most }))
    return value
  }
  const prompt = text('question', limits.prompt)
  const answer = text('reference', limits.reference)
  const difficulty = levelOf(row.difficulty ?? '')
  if (difficulty === undefined)
    problems.push(
      problemAt({ ...place, field: 'difficulty' }, 'not-allowed', {
        found: (row.difficulty ?? '').slice(0, 40),
        wanted: '1 … 5',
      }),
    )
  const language = row.language?.trim().toLowerCase() ?? ''
  if (language !== '' && !languageNames.includes(language))
    problems.push(
      problemAt({ ...place, field: 'language' }, 'not-allowed', {
        found: language.slice(0, 40),
        wanted: 'zh, en',
      }),
    )
  if (problems.length > 0 || difficulty === undefined) return problems
  const [topic, id] = [slugOf(row.topic ?? ''), slugOf(row.id ?? '')]
  return {
    question: {
      ...{ difficulty, prompt: everywhere(prompt), answer: everywhere(answer) },
      ...{ keyPoints: [], misconceptions: [], deepDives: [], references: [] },
    },
    names: id === '' ? [] : [id, ...(topic === '' ? [] : [`${topic}-${id}`])],
    place: { ...place, field: 'id' },
  }
}
