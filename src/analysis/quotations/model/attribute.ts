import type { Prose } from '../prose'
import { chainScratch } from './chain'
import { findCues } from './findCues'
import { findRoles, type FoundRoles } from './findRoles'
import type { QuotationModels } from './load'
import { readForModels, type Reading } from './reading'
import { betweens } from './roleFeatures'

/** How much is spoken for cues beyond what the cue model says: more finds more and errs more. Zero measured best. */
export const usualLean = 0
/** A window is never longer; see windows.ts. */
const longestWindow = 4096

/** All that the models find in an article, in the order of the cues; a cue without content is none. */
export function attribute(prose: Prose, models: QuotationModels, lean = usualLean): { reading: Reading, found: readonly FoundRoles[] } {
  const { partsOfSpeech, cues: cueModel, roles: roleModel } = models.weights
  const reading = readForModels(prose, partsOfSpeech, models.cueSteps, models.lexicon)
  const cues = findCues(reading, cueModel, chainScratch(3), lean)
  const cueMarks = new Uint8Array(reading.size)
  for (const { from, to } of cues) {
    cueMarks.fill(2, from, to)
    cueMarks[from] = 1
  }
  const scratch = chainScratch(5)
  const between = betweens()
  const path = new Uint8Array(longestWindow)
  const found = cues.map((cue) => findRoles(reading, cue, cueMarks, roleModel, scratch, between, path)).filter(({ content }) => content.length > 0)
  return { reading, found }
}
