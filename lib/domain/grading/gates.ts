import { normalise } from '../text/formula'
import { sentences, words } from '../text/segment'
import type { GateKind } from './grade'
import { terms } from './terms'

const instruction = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rubric|rules|everything above|all above|the above|guidelines)\b`,
    String.raw`\b(?:give|award|assign|grant|rate|score|grade|mark)\b (?:me|this|my|the answer|the candidate|all|every|us)\b.{0,40}\b(?:full|maximum|max|perfect|100|highest|top|correct|covered|10\/10|as covered)\b`,
    String.raw`\b(?:system prompt|as (?:an? |the )?(?:ai )?grader|dear grader|note to (?:the )?grader|you (?:must|should|are now|will) .{0,30}\b(?:grade|score|grader|full marks))\b`,
    String.raw`\b(?:full|maximum|perfect) (?:marks|score|credit)\b`,
    String.raw`["'](?:verdict|keypoints|misconceptions|grader|asserted|判定|要点)\\?["']\s*:`,
    '(?:忽略|无视|不要管|忘掉).{0,20}(?:指令|规则|要求|提示|以上|之前|前面|评分|标准)',
    '(?:给|打|判|得|请).{0,10}(?:满分|100分|一百分|全对)',
    '(?:评分|阅卷|打分)(?:员|者|系统|器|老师|模型).{0,20}(?:请|应|必须|注意|你)',
    '(?:请|应当|必须|直接).{0,12}(?:判为|标记为|视为|判定为).{0,8}(?:正确|覆盖|满分|答到)',
  ].join('|'),
)

const noIdea =
  /^(?:(?:sorry|well|hmm+|um+|uh+|honestly)[, ]*)*(?:i (?:really )?(?:don't|do not|dont) (?:really )?(?:know|remember|recall|understand)|no idea|(?:i'm |i am )?(?:really )?not (?:really |quite )?sure|i have no (?:idea|clue)|idk|pass|skip|n\/a|none|nothing)\b|^(?:抱歉|对不起|嗯+|呃+|额)?[，,。 ]*(?:我)?(?:真的|完全|也)?(?:不(?:太)?(?:知道|会|清楚|了解|懂|记得)|没(?:有)?(?:思路|想法|学过|听说过)|忘了|忘记了|跳过|略|无)/

/**
 * An answer with the sentences that instruct the grader blanked out, so that offsets stay, and whether there were any.
 */
export function withoutInstructions(answer: string): { answer: string; instructed: boolean } {
  const instructions = sentences(answer).filter(({ start, end }) =>
    instruction.test(normalise(answer.slice(start, end))),
  )
  const kept = instructions.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    answer,
  )
  return { answer: kept, instructed: instructions.length > 0 }
}

/** Words that hold a statement together; a list of keywords has next to none of them. */
const glue =
  /^(?:at|over|after|before|between|per|each|all|only|just|also|there|no|use|uses|used|get|gets|take|takes|make|makes|stay|stays|keep|keeps|give|gives|run|runs|add|adds|is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might|must|the|a|an|of|to|in|on|by|for|with|from|as|that|which|it|its|we|you|they|this|these|so|because|if|when|while|than|then|into|and|but|not|的|了|是|在|有|对|把|被|为|也|都|就|而|会|能|可以|要|让|使|从|到|以|于|用|来|所|通过|将|即|它|这|那|如果|因为|所以|但|并|不|没有|之后|时|再|给|需要|进行|得到|变|由|每|各|则|与|和|比|上|中|先|然后|最后|接着|首先|其次|再|过|算|算出|算出来|出来|取|看|选|当|叫|就是|那个|这个|这样|很|只|还是|还|又|更|越|里|所有|每个|每一|直接|不是|不会|不用|由于|为了|它们|我们|大家|一个|一种|起来|下来|成|作|做|说明|太|比如|例如|或者|多|少|几|比较|应该|一般|通常|主要|才|只要|那么|以后|时候|没|无|跟|同|等于|变成|属于|表示|使得|导致|带来|防止|避免|减少|增加|提高|降低|保证)$/

/** Verbs with their particle that the segmenter leaves together: 不改, 要用. */
const begins = /^[不没未要会能被把将是就都让给只很也还]\p{Script=Han}{1,2}$/u

/** Nouns in a row: many pieces, each of a word or two, with next to no grammar between them. */
function isKeywordList(answer: string): boolean {
  const said = words(normalise(answer))
  if (said.length < 4) return false
  // "12 layers", "encoder: self-attention": a number or a colon says something of what stands beside it.
  const joints =
    (answer.match(/[:：=×→]/gu) ?? []).length + 0.5 * (answer.match(/\d+(?:\.\d+)?/gu) ?? []).length
  const share = (said.filter((word) => glue.test(word) || begins.test(word)).length + joints) / said.length
  if (share >= 0.16) return false
  const pieces = answer
    .split(/[,，、;；。.\n|·•*]+|\s[-/]\s|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u)
    .map((piece) => words(normalise(piece)).length)
    .filter(Boolean)
  const size = pieces.reduce((sum, n) => sum + n, 0) / Math.max(1, pieces.length)
  const several = pieces.length >= 3 || said.length >= 12
  return (share < 0.06 && several) || (size <= 4 && pieces.length >= 4)
}

/** Nearly every content word is the question's own. */
function isEcho(said: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  const own = [...said].filter((word) => !asked.has(word))
  return own.length <= 1 || (own.length <= 3 && own.length / said.size < 0.25)
}

/**
 * Whether an answer is none: empty, an echo of the question, a list of keywords, or nothing but instructions.
 * @param brief a few words may be a whole answer: replies to probes and challenges, and questions without a rubric
 */
export function gateOf(answer: string, prompt: string, brief: boolean): GateKind | undefined {
  const { answer: rest, instructed } = withoutInstructions(answer)
  const text = normalise(rest)
  const said = terms(text)
  if (instructed && said.size < 4) return 'instructions'
  if (said.size === 0 || (noIdea.test(text) && said.size < 8)) return 'empty'
  if (brief) return undefined
  if (said.size < 2) return 'empty'
  if (isEcho(said, terms(prompt))) return 'echo'
  return isKeywordList(rest) ? 'keyword-list' : undefined
}
