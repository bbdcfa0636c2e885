import { foldText } from './fold'

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  ϕ: 'phi',
  ψ: 'psi',
  ω: 'omega',
  Σ: 'sigma',
}

/** One spelling for what is written, typed and spoken differently; applied in order to folded text. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/\bcan(?:['’]t|not)\b/g, 'can not'],
  [/\bwon['’]t\b/g, 'will not'],
  [/n['’]t\b/g, ' not'],
  // Not every 's: "the model's" is no "is".
  [/\b(it|that|there|what|here|he|she)['’]s\b/g, '$1 is'],
  [/\b(you|we|they)['’]re\b/g, '$1 are'],
  [/\\(?:text|mathrm|mathbf|mathit|operatorname|boldsymbol|hat|tilde|bar|left|right|displaystyle)\b\s*/g, ''],
  [/\\([dt]?frac)\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$2/$3'],
  [/\\(?:cdot|times)\b/g, '*'],
  [/[×·∙]/g, '*'],
  [/\\(?:le|leq)\b/g, '≤'],
  [/\\(?:ge|geq)\b/g, '≥'],
  [/\\ll\b/g, '≪'],
  [/\\sqrt\b\s*/g, '√'],
  [/\b(?:the )?square[- ]root of (?:the )?|\bsqrt\s*(?=[\w({])|\broot (?=d[ _]?k\b)|根号\s*/g, '√'],
  [/([a-z]_?\{?\w?\}?)\s*的平方根/g, '√$1'],
  [/√\s*[({]\s*([^(){}]*?)\s*[)}]/g, '√$1'],
  [/\b([a-z])[- ]squared\b/g, '$12'],
  [/\b([a-z])\s*的平方(?!根)/g, '$12'],
  [/\^\s*\{?\s*(\w+)\s*\}?/g, '$1'],
  [/_\s*\{\s*([^{}]*?)\s*\}/g, '$1'],
  [/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, ''],
  [/(?<=√)d k\b/g, 'dk'],
  [/[$\\{}`]/g, ''],
]

/**
 * Folds a text and writes its formulas in one way: √d_k, \sqrt{d_k}, sqrt(d_k), 根号dk and "square root of d k"
 * become one string, n², n^2 and "n squared" another; "doesn't" is "does not". White space beside Han characters goes.
 */
export function normalise(text: string): string {
  const greekless = foldText(text).replace(/[α-ωϵϕ]/g, (letter) => greek[letter] ?? letter)
  const rewritten = rewrites.reduce((current, [pattern, to]) => current.replace(pattern, to), greekless)
  return rewritten
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}
