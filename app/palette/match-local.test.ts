import { describe, expect, it } from 'vitest'
import { matchLocal } from './match-local'

const places = [
  { id: 'start', names: ['Start an interview', '开始面试'] },
  { id: 'practice', names: ['Practise a topic', '练习主题'] },
  { id: 'attention', names: ['Attention', '注意力机制'] },
  { id: 'rag', names: ['Retrieval-augmented generation', '检索增强生成'] },
]
const ids = (query: string): string[] => matchLocal(places, query).map(({ id }) => id)

describe('matching pages, actions and topics', () => {
  it('shows all of them for nothing', () => {
    expect(ids(' ')).toEqual(['start', 'practice', 'attention', 'rag'])
  })

  it('finds by the beginning of any word, in either language and any case', () => {
    expect(ids('INTER')).toEqual(['start'])
    expect(ids('面试')).toEqual(['start'])
    expect(ids('注意')).toEqual(['attention'])
    expect(ids('augmented retr')).toEqual(['rag'])
  })

  it('forgives a typo in a longer word and none in a short one', () => {
    expect(ids('atention')).toEqual(['attention'])
    expect(ids('intreview')).toEqual(['start'])
    expect(ids('retreival')).toEqual(['rag'])
    expect(ids('xn')).toEqual([])
  })

  it('wants every word', () => {
    expect(ids('attention interview')).toEqual([])
  })
})
