import { useEffect, useState } from 'preact/hooks'
import type { NetworkPicture, Picture } from '../../protocol/overview'
import { networkLayout, type Point } from './scenes/networkLayout'

/** Milliseconds of layout between two frames of the page. */
const slice = 10

/** Where a network's nodes stand; undefined until that is found, which is sought in slices of time. */
export function useNetworkLayout(picture: Picture): readonly Point[] | undefined {
  const [found, setFound] = useState<{ readonly of: NetworkPicture; readonly points: readonly Point[] } | undefined>(
    undefined
  )
  useEffect(() => {
    if (picture.kind !== 'network') return
    const steps = networkLayout(picture)
    let timer = 0
    const go = () => {
      const begun = performance.now()
      while (performance.now() - begun < slice) {
        const step = steps.next()
        if (step.done) return setFound({ of: picture, points: step.value })
      }
      timer = window.setTimeout(go)
    }
    go()
    return () => window.clearTimeout(timer)
  }, [picture])
  return found?.of === picture ? found.points : undefined
}
