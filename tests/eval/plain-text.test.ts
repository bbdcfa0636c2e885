import { expect, it } from 'vitest'
import { plain } from '@/lib/domain/text/plain'
import { loadHandbook } from '@/lib/edges/packs/load-handbook'

it('plain text shows no TeX of any answer of the handbook', async () => {
  const { questions } = await loadHandbook()
  expect(questions.size).toBeGreaterThan(100)
  const raw = [...questions.values()].flatMap(({ id, prompt, answer, keyPoints }) =>
    [prompt.zh, prompt.en, answer.zh, answer.en, ...keyPoints.flatMap(({ claim }) => [claim.zh, claim.en])]
      .map(plain)
      .filter((text) => /\\[a-zA-Z]+|[{}]\s*[_^]|[_^]\{|\*\*|\$[^$]*[\\^_]/.test(text))
      .map((text) => `${id}: ${/.{0,30}(?:\\[a-zA-Z]+|[_^]\{|\*\*|\$).{0,30}/.exec(text)?.[0]}`),
  )
  expect(raw).toEqual([])
}, 60_000)
