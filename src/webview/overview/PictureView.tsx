import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { OverviewState, Picture } from '../../protocol/overview'
import { resolvedColors } from './colors'
import { pngFile, svgFile } from './exportScene'
import { legendOf } from './legend'
import { MapTools, type MapView } from './MapTools'
import type { Mark, Scene } from './scene'
import { matrixScene, reuseScene, timelineScene } from './scenes/gridScenes'
import { mapScene } from './scenes/mapScene'
import { networkScene } from './scenes/networkScene'
import type { WorldOutlines } from './scenes/worldOutlines'
import { SceneView } from './SceneView'
import { summaryOf } from './table'
import type { Texts } from './texts'
import { useNetworkLayout } from './useNetworkLayout'
import type { Choice } from './useOverview'
import { useSize } from './useSize'
import { canvasMeasure } from './words'
import { SaveTools } from './SaveTools'

export interface PictureViewProps {
  readonly picture: Picture
  readonly state: OverviewState
  readonly texts: Texts
  readonly choice: Choice
  readonly outlines: WorldOutlines | 'failed' | undefined
  readonly onChoose: (choice: Partial<Choice>) => void
  readonly onOpen: (mark: Mark) => void
  readonly onFilter: (mark: Mark) => void
  readonly onSave: (file: { readonly format: 'svg' | 'png'; readonly content: string }) => void
}

export function PictureView(props: PictureViewProps): JSX.Element {
  const { picture, state, texts, choice, outlines, onChoose, onOpen, onFilter, onSave } = props
  const { strings } = texts
  const area = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(area)
  const measure = useMemo(canvasMeasure, [])
  const points = useNetworkLayout(picture)
  // Where no quote speaks of any place, the mentions are what there is to see.
  const isAbout = picture.kind === 'map' && picture.places.some(({ quotes }) => quotes > 0)
  const sizeBy = isAbout ? choice.sizeBy : 'mentions'
  const [view, setView] = useState<MapView>({ shows: 'places', times: 1 })
  const scene = useMemo((): Scene | undefined => {
    if (width === 0) return undefined
    const options = { width, height, texts, measure }
    switch (picture.kind) {
      case 'matrix':
        return matrixScene(picture, options)
      case 'timeline':
        return timelineScene(picture, options)
      case 'reuse':
        return reuseScene(picture, options)
      case 'map':
        return typeof outlines === 'object'
          ? mapScene(picture, { ...options, height: Math.max(280, height), outlines, sizeBy, view })
          : undefined
      case 'network':
        return (
          points &&
          networkScene(picture, { ...options, width: Math.max(560, width), height: Math.max(420, height), points })
        )
    }
  }, [picture, width, height, texts, measure, points, view, outlines, sizeBy])
  useEffect(() => setView({ shows: 'places', times: 1 }), [picture.kind])

  const save = (format: 'svg' | 'png') => {
    if (!scene) return
    const exported = {
      scene,
      title: strings[picture.kind],
      subtitle: [state.folder, state.filter, texts.quotes(state.quotes), texts.articles(state.articles)]
        .filter(Boolean)
        .join(' \u00B7 '),
      legend: legendOf(picture, texts),
      color: resolvedColors(),
      fontFamily: getComputedStyle(document.body).fontFamily,
      measure
    }
    const content = format === 'svg' ? svgFile(exported) : pngFile(exported)
    if (content !== undefined) onSave({ format, content })
  }
  const hints = ({ door }: Mark) => [
    door.kind === 'quote' ? strings.hintOpenOne : door.kind === 'article' ? strings.hintArticle : strings.hintOpen,
    strings.hintFilter
  ]
  return (
    <section class="picture">
      <div class="tools">
        <p>
          {strings[`${picture.kind}Help`]}
          {picture.kind === 'map' && ` ${sizeBy === 'quotes' ? strings.mapByQuotes : strings.mapByMentions}`}
        </p>
        {picture.kind === 'map' && (
          <MapTools strings={strings} view={view} sizeBy={sizeBy} onView={setView} onChoose={onChoose} />
        )}
        <SaveTools strings={strings} onSave={save} />
      </div>
      <div class="room" ref={area}>
        {scene ? (
          <SceneView
            scene={scene}
            label={`${summaryOf(picture, texts)} ${strings.navigation}`}
            hints={hints}
            onOpen={onOpen}
            onFilter={onFilter}
          />
        ) : (
          <p class="empty" role="status">
            {outlines === 'failed' && picture.kind === 'map' ? strings.failed : ''}
          </p>
        )}
      </div>
    </section>
  )
}
