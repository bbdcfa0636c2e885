import type { Localized } from '@/lib/domain/handbook/language'

const code = [
  '```python',
  'scores = q @ k.transpose(-2, -1) / math.sqrt(k.size(-1))',
  'weights = scores.softmax(dim=-1)',
  '```',
].join('\n')

const formula =
  '$$\\mathrm{Attention}(Q,K,V)=\\mathrm{softmax}\\!\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V$$'

/** A text with everything that Markdown may hold, some of which must not get through (HTML, images). */
export const markdownSample: Localized = {
  en: `## Why the scale\n\nWith **independent** components of *unit* variance, the dot product has variance $d_k$ [1](https://arxiv.org/abs/1706.03762).\n\n${formula}\n\n- Large scores saturate the softmax.\n- Its gradient is then close to zero:\n  1. slow learning,\n  2. sharp weights.\n\n> A quotation from the paper.\n\n${code}\n\n| heads | \`d_k\` | variance |\n|---|---:|---:|\n| 8 | 64 | 64 |\n| 16 | 32 | 32 |\n\n<script>alert(1)</script> ![picture](https://example.com/x.png)`,
  zh: `## 为什么要缩放\n\n各分量**相互独立**、方差为 1 时，点积的*方差*是 $d_k$ [1](https://arxiv.org/abs/1706.03762)。\n\n${formula}\n\n- 分数过大，softmax 会饱和；\n- 这时梯度接近零：\n  1. 学得慢，\n  2. 权重过于集中。\n\n> 引自论文的一句话。\n\n${code}\n\n| 头数 | \`d_k\` | 方差 |\n|---|---:|---:|\n| 8 | 64 | 64 |\n| 16 | 32 | 32 |\n\n<script>alert(1)</script> ![图片](https://example.com/x.png)`,
}
