import { agreementSettings, kindCount } from '../../src/analysis/entities/tagger/agreement'
import { labelCount } from '../../src/analysis/entities/tagger/labels'
import type { Prepared } from './examples'
import { runFirstPass, runSecondPass, trainFirstPass, type FirstModel, type Weighing } from './folds'
import type { TrainingOptions } from './crf'

/** A word whose label the teacher is less sure of is left open. */
const sureEnough = 0.9

/**
 * Self-training: a teacher trained on the annotated articles labels the others, both passes; where it is sure its
 * labels are taken for true, and a student learns from all.
 */
export function trainStudent(
  annotated: readonly Prepared[],
  unlabelled: readonly Prepared[],
  weighing: Weighing,
  options: TrainingOptions
): FirstModel {
  if (unlabelled.length === 0) return trainFirstPass(annotated, weighing, options)
  const teacher = trainFirstPass(annotated, weighing, { ...options, rounds: Math.min(options.rounds, 4) })
  const labelled = runFirstPass(teacher, unlabelled).map((pass) => {
    const { labels, posterior } = runSecondPass(pass, agreementSettings)
    const allowed = Int32Array.from(labels, (label, at) => {
      const kind = label === 0 ? 0 : 1 + ((label - 1) >> 2)
      return posterior[at * kindCount + kind]! >= sureEnough ? 1 << label : (1 << labelCount) - 1
    })
    return { ...pass.item, allowed: closed(allowed) }
  })
  return trainFirstPass([...annotated, ...labelled], weighing, options)
}

/** A name that is only partly sure is left open as a whole: half a name would contradict itself. */
function closed(allowed: Int32Array): Int32Array {
  const any = (1 << labelCount) - 1
  const result = allowed.slice()
  const part = (mask: number) => (mask === any ? -1 : mask === 1 ? -2 : (30 - Math.clz32(mask)) & 3)
  for (let at = 0; at < allowed.length; at++) {
    if (allowed[at] !== any) continue
    for (let left = at - 1; left >= 0 && (part(allowed[left]!) === 0 || part(allowed[left]!) === 1); left--)
      result[left] = any
    for (
      let right = at + 1;
      right < allowed.length && (part(allowed[right]!) === 1 || part(allowed[right]!) === 2);
      right++
    )
      result[right] = any
  }
  return result
}
