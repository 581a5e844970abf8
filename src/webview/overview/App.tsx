import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { OverviewState, OverviewStrings, Picture } from '../../protocol/overview'
import { format } from '../shared/format'
import { Empty } from './Empty'
import { Filters } from './Filters'
import { Footer } from './Footer'
import { narrowed, toggled } from './narrowed'
import { PictureView } from './PictureView'
import type { Door } from './scene'
import { Tabs } from './Tabs'
import { tableOf } from './table'
import { TableView } from './TableView'
import { textsIn, type Texts } from './texts'
import { useOverview, type Actions, type Choice, type Model } from './useOverview'

export function App(): JSX.Element | null {
  const [model, actions] = useOverview()
  const { strings, state } = model
  const texts = useMemo(() => strings && textsIn(strings), [strings])
  const isMap = model.choice.picture === 'map'
  useEffect(() => {
    if (isMap) actions.needOutlines()
  }, [isMap])
  if (!strings || !texts) return null
  return <Page model={model} strings={strings} texts={texts} state={state} actions={actions} />
}

interface PageProps {
  readonly model: Model
  readonly strings: OverviewStrings
  readonly texts: Texts
  readonly state: OverviewState | undefined
  readonly actions: Actions
}

function Page({ model, strings, texts, state, actions }: PageProps): JSX.Element {
  const { choice, left } = model
  const { picture: kind, isTable } = choice
  // Another picture than the one that is asked for is of before.
  const picture = state?.picture?.kind === kind ? state.picture : undefined
  const filter = state?.filter ?? ''
  const open = (door: Door, conditions: readonly string[]) => {
    switch (door.kind) {
      case 'quote':
        return actions.send({ kind: 'openQuote', article: door.article, quote: door.quote })
      case 'article':
        return actions.send({ kind: 'openArticle', article: door.article })
      case 'list':
        return actions.list(narrowed(filter, conditions, door.words), door.show)
    }
  }
  return (
    <div class="page">
      <h1 class="unseen">{strings.title}</h1>
      <Tabs choice={choice} strings={strings} onChoose={actions.choose} />
      <div id="picture" role="tabpanel" aria-label={strings[kind]} class="panel">
        {state && (
          <Filters
            state={state}
            texts={texts}
            canGoBack={left.length > 0}
            onFilter={actions.filter}
            onBack={actions.back}
          />
        )}
        {picture && !isEmpty(picture, isTable) ? (
          isTable ? (
            <TableView
              table={tableOf(picture, texts)}
              caption={format(strings.tableOf, strings[kind])}
              strings={strings}
              onOpen={(row) => open(row.door, row.conditions)}
            />
          ) : (
            <PictureView
              picture={picture}
              state={state as OverviewState}
              texts={texts}
              choice={choice}
              outlines={model.outlines}
              onChoose={actions.choose}
              onOpen={(mark) => open(mark.door, mark.conditions)}
              onFilter={(mark) =>
                mark.conditions.length > 0
                  ? actions.filter(toggled(filter, mark.conditions))
                  : mark.door.kind === 'list' && actions.filter(narrowed(filter, [], mark.door.words))
              }
              onSave={(file) => actions.send({ kind: 'save', picture: kind, ...file })}
            />
          )
        ) : (
          <Empty
            state={state}
            kind={kind}
            strings={strings}
            texts={texts}
            onCommand={(command) => actions.send({ kind: command })}
          />
        )}
        {picture && !(isEmpty(picture, true) && isEmpty(picture, false)) && (
          <Footer
            picture={picture}
            choice={choice}
            texts={texts}
            onChoose={(wanted: Partial<Choice>) => actions.choose(wanted)}
            onOpen={({ door, conditions }) => open(door, conditions)}
          />
        )}
      </div>
    </div>
  )
}

/** Whether there is nothing to show: a table also has the places that no map does. */
function isEmpty(picture: Picture, isTable: boolean): boolean {
  switch (picture.kind) {
    case 'matrix':
      return picture.sources.length === 0
    case 'timeline':
      return picture.spans.length === 0
    case 'map':
      return picture.places.length === 0 && !(isTable && picture.unplaced.length > 0)
    case 'reuse':
      return picture.groups.length === 0
    case 'network':
      return picture.links.length === 0
  }
}
