import { describe, expect, it } from 'vitest'
import { assemble } from '@/lib/domain/handbook/assemble'
import type { Question } from '@/lib/domain/handbook/question'
import { sampleQuestion } from '@/tests/fixtures/sample-handbook'
import { relatedQuestions } from './related'

const about = (slug: string, zh: string, en: string): Question => ({
  ...sampleQuestion('topic', slug),
  prompt: { zh, en },
  keyPoints: [],
  answer: { zh, en },
})

const handbook = assemble(
  [],
  [
    about(
      'rise',
      '面团为什么发酵？酵母放出气体。',
      'Why does bread dough rise? Yeast gives off gas in the dough.',
    ),
    about('yeast', '酵母怎样让面团变大？', 'How does yeast make bread dough grow?'),
    about('tide', '潮汐是怎样形成的？月球拉高海水。', 'What causes tides? The moon pulls up the sea water.'),
    about('moon', '月球怎样拉动海水？', 'How does the moon pull sea water?'),
  ],
  'related',
)

describe('related questions', () => {
  it('are those nearest in meaning, never the question itself', async () => {
    const related = await relatedQuestions(handbook, 2)
    expect(related.get('topic/rise')?.[0]).toBe('topic/yeast')
    expect(related.get('topic/moon')?.[0]).toBe('topic/tide')
    for (const [id, others] of related) expect(others).not.toContain(id)
  })

  it('are the same at every fit', async () => {
    expect([...(await relatedQuestions(handbook, 3))]).toEqual([...(await relatedQuestions(handbook, 3))])
  })
})
