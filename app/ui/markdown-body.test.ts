import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MarkdownBody } from './markdown-body'

const html = (text: string) => renderToStaticMarkup(createElement(MarkdownBody, { text }))

describe('Markdown of questions and answers', () => {
  it('sets formulas, inline and displayed, for the eye and as MathML', () => {
    const inline = html('the variance is $d_k$ here')
    expect(inline).toContain('<math')
    expect(inline).toContain('katex')
    expect(html('$$\n\\frac{a}{b}\n$$')).toContain('katex-display')
  })

  it('shows a formula that is wrong as it was written', () => {
    expect(html('$\\frac{a$')).toContain('\\frac{a')
    expect(html('$\\nosuchcommand{x}$')).toContain('nosuchcommand')
  })

  it('lets no HTML, image, script address or trusted TeX through', () => {
    const hostile = [
      '<script>alert(1)</script><img src=x onerror=alert(1)>',
      '![picture](https://example.com/x.png)',
      '[link](javascript:alert(1))',
      '$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://example.com/x.png}$ $\\htmlClass{a}{b}$',
      '$\\text{<img src=x onerror=alert(1)>}$',
    ]
    for (const text of hostile) {
      const made = html(text)
      expect(made).not.toMatch(/<script|<img|<[^>]*(href="javascript:|src=)/)
    }
  })

  it('puts its headings below the one that it stands under', () => {
    const text = '# One\n\n## Two\n\n### Three'
    expect(html(text)).toContain('<h3>One</h3>\n<h3>Two</h3>\n<h4>Three</h4>')
    expect(renderToStaticMarkup(createElement(MarkdownBody, { text, headings: 5 }))).toContain(
      '<h5>One</h5>\n<h5>Two</h5>\n<h6>Three</h6>',
    )
  })

  it('heads columns, and leaves the empty corner of a table a plain cell', () => {
    const made = html('| | zh |\n|:--|--:|\n| BM25 | 59 |')
    expect(made.match(/<th[ >]/g)).toHaveLength(1)
    expect(made).toContain('<td></td>')
  })

  it('keeps code and tables, reachable by keyboard where they may scroll', () => {
    expect(html('```python\nx = 1\n```')).toContain('<pre tabindex="0"><code class="language-python">')
    expect(html('| a |\n|---|\n| b |')).toContain('<table tabindex="0">')
  })
})
