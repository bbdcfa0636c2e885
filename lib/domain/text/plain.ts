const symbols: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η' },
  ...{
    theta: 'θ',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
  },
  ...{
    phi: 'φ',
    varphi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
    Gamma: 'Γ',
    Delta: 'Δ',
    Theta: 'Θ',
    Lambda: 'Λ',
  },
  ...{ Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', ell: 'ℓ', nabla: '∇', partial: '∂', infty: '∞' },
  ...{ times: '×', cdot: '·', odot: '⊙', oplus: '⊕', otimes: '⊗', circ: '∘', pm: '±', div: '÷', ast: '*' },
  ...{ le: '≤', leq: '≤', ge: '≥', geq: '≥', ne: '≠', neq: '≠', ll: '≪', gg: '≫', approx: '≈', sim: '∼' },
  ...{
    propto: '∝',
    equiv: '≡',
    in: '∈',
    notin: '∉',
    subset: '⊂',
    subseteq: '⊆',
    cup: '∪',
    cap: '∩',
    mid: '|',
  },
  ...{ to: '→', rightarrow: '→', leftarrow: '←', gets: '←', Rightarrow: '⇒', mapsto: '↦', forall: '∀' },
  ...{ sum: '∑', prod: '∏', int: '∫', top: 'ᵀ', lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉' },
  ...{ ldots: '…', dots: '…', cdots: '⋯', vdots: '⋮', lVert: '‖', rVert: '‖', Vert: '‖', vert: '|' },
  ...{ quad: ' ', qquad: ' ', langle: '⟨', rangle: '⟩', dagger: '†', star: '⋆', prime: '′' },
}

const named =
  /\\(log|ln|exp|max|min|arg|argmax|argmin|softmax|sin|cos|tan|tanh|lim|sup|inf|det|dim|Pr|gcd|ker)(?![A-Za-z])/g

/** Commands that only dress what they hold. */
const dress =
  /\\(?:text|textbf|textit|mathrm|mathbf|mathit|mathcal|mathbb|mathsf|mathtt|operatorname\*?|boldsymbol|bm|hat|tilde|bar|vec|overline|underline|widehat|widetilde|left|right|bigl?|bigr|Bigl?|Bigr|biggl?|biggr|displaystyle|textstyle|limits|nolimits)(?![A-Za-z])\s*/g

const lowered = new Map(
  [...'0123456789+-=()aehijklmnoprstuvx'].map((c, i) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][i] ?? c]),
)
const raised = new Map(
  [...'0123456789+-=()abcdeghijklmnoprstuvwxyzT'].map((c, i) => [
    c,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ'][i] ?? c,
  ]),
)

/** Stand for a mark that stays, so that it is not read again. */
const kept = { _: '\uE001', '^': '\uE002' }

/** Small letters where there are some for all of it, else the mark before it stays. */
function script(mark: '_' | '^', inner: string): string {
  const table = mark === '_' ? lowered : raised
  const letters = [...inner.trim()]
  if (letters.length > 0 && letters.every((letter) => table.has(letter)))
    return letters.map((letter) => table.get(letter)).join('')
  if (letters.every((letter) => 'ᵀ⊤*′'.includes(letter))) return letters.join('')
  return `${kept[mark]}${letters.length > 1 && /[^\p{L}\p{N}]/u.test(inner) ? `(${inner.trim()})` : inner.trim()}`
}

/** Longer ones say nothing in a line of text. */
const longestFormula = 48

/**
 * A formula in characters of plain text: `\sqrt{d_k}` becomes √dₖ.
 * @returns `…` for one that cannot be written so
 */
export function plainFormula(tex: string): string {
  let text = tex
    .replace(/\\(?:begin|end)\{[^}]*\}/g, '\\none')
    .replace(dress, '')
    .replace(named, ' $1 ')
  text = text.replace(/\\([A-Za-z]+)(?![A-Za-z])/g, (whole, name: string) => symbols[name] ?? whole)
  text = text
    .replace(/\\[,;:! ]|~/g, ' ')
    .replace(/\\([|])/g, '‖')
    .replace(/\\([{}%#&_$])/g, '$1')
  // From the inside out.
  for (let depth = 0; depth < 6; depth++)
    text = text
      .replace(/([_^])\s*([\p{L}\p{N}*′])/gu, (_, mark: '_' | '^', inner: string) => script(mark, inner))
      .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, over: string, under: string) => {
        const part = (piece: string): string =>
          /^[\p{L}\p{N}_√ᵀ₀-ₜ⁰-ⁿ]*$/u.test(piece.trim()) ? piece.trim() : `(${piece.trim()})`
        return `${part(over)}/${part(under)}`
      })
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inner: string) =>
        /^[^\s+\-*/]*$/.test(inner) ? `√${inner}` : `√(${inner})`,
      )
      .replace(/([_^])\s*\{([^{}]*)\}/g, (_, mark: '_' | '^', inner: string) => script(mark, inner))
      .replace(/\{([^{}]*)\}(?!\s*\{)/g, (whole, inner: string, at: number, all: string) =>
        /\\[A-Za-z]+\s*(?:\{[^{}]*\}\s*)?$/.test(all.slice(0, at)) ? whole : inner,
      )
  text = text
    .replace(/\s*([×·⊙])\s*/g, '$1')
    .replace(/\uE001/g, '_')
    .replace(/\uE002/g, '^')
    .replace(/\s+/g, ' ')
    .trim()
  return /[\\{}$]/.test(text) || text === '' || text.length > longestFormula ? '…' : text
}

/** Markdown as one line of plain text, its formulas in plain characters; code blocks and pictures are left out. */
export function plain(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?(?:```|$)/g, ' … ')
    .replace(/\$\$([\s\S]*?)\$\$/g, (_, tex: string) => ` ${plainFormula(tex)} `)
    .replace(/(?<!\\)\$([^$\n]+?)(?<!\\)\$/g, (_, tex: string) => plainFormula(tex))
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*\|?[ \t:|-]*-{3,}[ \t:|-]*\|?[ \t]*$/gm, '')
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, row: string) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' · '),
    )
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/gm, '')
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!$|])/g, '$1')
    .replace(/…(?:\s*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The beginning of a plain text, cut at a word, with `…` where it was cut. `most` in characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const at = cut.search(/[\s，。；、,.;:：]\S*$/u)
  return `${cut.slice(0, at > most * 0.6 ? at : most).replace(/[\s，。；、,.;:：]+$/u, '')}…`
}
