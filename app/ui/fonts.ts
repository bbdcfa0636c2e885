import localFont from 'next/font/local'

/**
 * The Latin faces. Each comes twice: on Chinese pages without the quotation marks, dashes and dots that the two
 * scripts share, which must then be drawn full width by the Chinese face further down the stack (globals.css).
 */
const serif = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
      style: 'normal',
    },
    {
      path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2',
      style: 'italic',
    },
  ],
  weight: '200 900',
  variable: '--face-serif',
  adjustFontFallback: 'Times New Roman',
  preload: false,
})

const serifBesideChinese = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  weight: '200 900',
  variable: '--face-serif-zh',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0-B6, U+B8-24F, U+2190-2193, U+2212' }],
})

const sans = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--face-sans',
  preload: false,
})

const sansBesideChinese = localFont({
  src: '../../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  variable: '--face-sans-zh',
  adjustFontFallback: false,
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0-B6, U+B8-24F, U+2190-2193, U+2212' }],
})

const mono = localFont({
  src: '../../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--face-mono',
  adjustFontFallback: false,
  preload: false,
})

export const faces = [serif, serifBesideChinese, sans, sansBesideChinese, mono]
  .map((face) => face.variable)
  .join(' ')
