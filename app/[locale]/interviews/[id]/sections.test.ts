import { describe, expect, it } from 'vitest'
import type { Message } from '@/lib/domain/interview/view'
import { sectionsOf } from './sections'

const message = (id: string, kind: Message['kind']): Message => ({
  ...{ id, kind, text: '', at: '' },
  role: 'interviewer',
})

describe('the sections of an exchange', () => {
  it('begin at each question and hold what was said about it', () => {
    const kinds = ['question', 'answer', 'probe', 'question', 'skip', 'closing'] as const
    const sections = sectionsOf(kinds.map((kind, index) => message(`m${index}`, kind)))
    expect(sections.map(({ question, exchange }) => [question.id, ...exchange.map(({ id }) => id)])).toEqual([
      ['m0', 'm1', 'm2'],
      ['m3', 'm4', 'm5'],
    ])
    expect(sectionsOf([])).toEqual([])
  })
})
