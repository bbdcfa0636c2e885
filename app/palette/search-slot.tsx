import { getTranslations } from 'next-intl/server'
import { PaletteButton } from './palette-button'
import { placeNames, type PlaceNames } from './places'

/** The palette's button with what it needs to know, for the head of every page. */
export async function SearchSlot() {
  const [zh, en] = await Promise.all([
    getTranslations({ locale: 'zh', namespace: 'palette' }),
    getTranslations({ locale: 'en', namespace: 'palette' }),
  ])
  const names = Object.fromEntries(
    placeNames.map((name) => [name, { zh: zh(`places.${name}`), en: en(`places.${name}`) }]),
  ) as PlaceNames
  return <PaletteButton names={names} />
}
