import type { JSX } from 'preact'
import { firstColumns, firstRows, mostRows, type OverviewStrings, type Picture } from '../../protocol/overview'
import { format } from '../shared/format'
import { legendOf } from './legend'
import { ShapeView } from './ShapeView'
import { shownInNetwork, type TableRow } from './table'
import type { Texts } from './texts'
import { Unplaced } from './Unplaced'
import type { Choice } from './useOverview'

export interface FooterProps {
  readonly picture: Picture
  readonly choice: Choice
  readonly texts: Texts
  readonly onChoose: (choice: Partial<Choice>) => void
  readonly onOpen: (place: Pick<TableRow, 'door' | 'conditions'>) => void
}

/** What the marks mean, how much of everything is shown, and more of it. */
export function Footer({ picture, choice, texts, onChoose, onOpen }: FooterProps): JSX.Element {
  const { strings } = texts
  return (
    <footer class="footer">
      <ul class="legend" aria-label={strings.legend} hidden={choice.isTable}>
        {legendOf(picture, texts).map(({ shapes, text }) => (
          <li key={text}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              {shapes.map((shape, index) => (
                <ShapeView key={index} shape={shape} />
              ))}
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <div class="amounts">
        {notesOf(picture, texts).map((note) => (
          <span key={note}>{note}</span>
        ))}
        {picture.kind === 'map' && picture.unplaced.length > 0 && !choice.isTable && (
          <Unplaced picture={picture} texts={texts} onOpen={onOpen} />
        )}
        {moreOf(picture, choice, strings).map(({ text, wanted }) => (
          <button key={text} class="text" onClick={() => onChoose(wanted)}>
            {text}
          </button>
        ))}
      </div>
    </footer>
  )
}

function notesOf(picture: Picture, texts: Texts): readonly string[] {
  const { strings, number, articles, quotes } = texts
  const part = (text: string, shown: number, all: number) =>
    shown < all ? [format(text, number(shown), number(all))] : []
  switch (picture.kind) {
    case 'matrix':
      return [
        ...part(strings.shownSources, picture.sources.length, picture.sourcesInAll),
        ...part(strings.shownArticles, picture.articles.length, picture.articlesInAll)
      ]
    case 'timeline':
      return [
        ...part(strings.shownSources, picture.sources.length, picture.sourcesInAll),
        ...(picture.undatedArticles > 0
          ? [format(strings.undated, articles(picture.undatedArticles), quotes(picture.undatedQuotes))]
          : [])
      ]
    case 'map':
      return [...part(strings.shownPlaces, picture.places.length, picture.placesInAll)]
    case 'reuse':
      return part(strings.shownGroups, picture.groups.length, picture.groupsInAll)
    case 'network':
      return [shownInNetwork(picture, texts)]
  }
}

function moreOf(
  picture: Picture,
  { rows, columns }: Choice,
  strings: OverviewStrings
): readonly { readonly text: string; readonly wanted: Partial<Choice> }[] {
  const more = (text: string, shown: number, all: number, wanted: Partial<Choice>) =>
    shown < Math.min(all, mostRows) ? [{ text, wanted }] : []
  const moreRows = { rows: Math.min(rows + firstRows, mostRows) }
  const moreColumns = { columns: Math.min(columns + firstColumns, mostRows) }
  switch (picture.kind) {
    case 'matrix':
      return [
        ...more(strings.moreSources, picture.sources.length, picture.sourcesInAll, moreRows),
        ...more(strings.moreArticles, picture.articles.length, picture.articlesInAll, moreColumns)
      ]
    case 'timeline':
      return more(strings.moreSources, picture.sources.length, picture.sourcesInAll, moreRows)
    case 'map':
      return []
    case 'reuse':
      return more(strings.moreGroups, picture.groups.length, picture.groupsInAll, moreRows)
    case 'network':
      return more(strings.moreSources, picture.sources, picture.sourcesInAll, moreRows)
  }
}
