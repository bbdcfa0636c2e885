import { failureOf } from '@/lib/domain/grading/with-fallback'
import type { ModelFailure, ModelUse } from '@/lib/domain/grading/model-use'
import type { Command } from '@/lib/domain/interview/decide'
import type { InterviewState, MoveEntry } from '@/lib/domain/interview/state'
import { briefFor, completed, guardFor, type Brief } from '@/lib/domain/interviewer/brief'
import { sentenceStream } from '@/lib/domain/interviewer/sentence-stream'
import { joiner, wordsFor } from '@/lib/domain/interviewer/words'
import type { Listener } from './listener'
import type { Ports } from './ports'

type SpeakPorts = Pick<Ports, 'voice' | 'embed' | 'log'>

/** Sentences of one utterance, the most; a model that goes on and on is cut. */
const mostSentences = 5

interface Heard {
  readonly said: readonly string[]
  readonly use?: ModelUse
  readonly failure?: ModelFailure
}

/** Listens to a voice sentence by sentence; none is passed on that the guard has not read. */
async function listen(
  { voice, log }: SpeakPorts & { readonly voice: NonNullable<Ports['voice']> },
  brief: Brief,
  forbidden: (sentence: string) => boolean,
  say: (sentence: string) => void,
  stopped: AbortSignal,
): Promise<Heard> {
  const said: string[] = []
  const stream = sentenceStream()
  let over = false
  const take = (sentence: string): void => {
    if (over || sentence === '') return
    over = forbidden(sentence)
    if (over) return
    said.push(sentence)
    say(sentence)
    over = said.length >= mostSentences || (brief.asks && /[?？]["”’』」)）]*$/.test(sentence))
  }
  try {
    const use = await voice(
      brief,
      (piece) => {
        stream.push(piece).forEach(take)
        return !over
      },
      stopped,
    )
    take(stream.rest())
    return { said, use }
  } catch (error) {
    const failure = failureOf(error)
    log.warn({ kind: brief.kind, failure }, 'the model found no words')
    return { said, failure }
  }
}

/**
 * Says a move, in a model's words where there is one and it keeps to what may be said, and otherwise, or from there on,
 * in the built-in interviewer's.
 */
export async function speak(
  ports: SpeakPorts,
  state: InterviewState,
  entry: MoveEntry,
  listener: Listener,
  stopped: AbortSignal,
): Promise<Command> {
  const { move } = entry
  const join = joiner(state.settings.language)
  const said: string[] = []
  const say = (sentence: string): void => {
    listener.words?.(move.moveId, said.length === 0 ? sentence : join + sentence)
    said.push(sentence)
  }
  listener.message?.(entry)
  const { voice } = ports
  const brief = voice && briefFor(state, move)
  const heard: Heard = brief
    ? await listen({ ...ports, voice }, brief, guardFor(state, move, ports.embed), say, stopped)
    : { said: [] }
  const whole = brief ? completed(state, move, heard.said) : wordsFor(state, move)
  whole.slice(heard.said.length).forEach(say)
  const { use, failure } = heard
  return {
    ...{ type: 'recordUtterance', moveId: move.moveId, text: said.join(join) },
    ...(use && { use }),
    ...(failure && { failure }),
  }
}
