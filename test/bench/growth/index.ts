import { expressionGroups } from './expressions'
import { fileGroups } from './files'
import { growthOf, type Growth, type GrowthGroup } from './growth'
import { namesakeGroups } from './namesakes'
import { markdownGroups } from './markdown'
import { textGroups } from './texts'

export { isTooSteep, reportGrowth } from './report'

/** Each file of this folder that has inputs has one line here. */
const files: readonly (() => Promise<readonly GrowthGroup[]>)[] = [
  textGroups,
  markdownGroups,
  namesakeGroups,
  expressionGroups,
  fileGroups
]

/** How time grows with hostile inputs. Takes minutes. */
export async function measureGrowth(): Promise<readonly Growth[]> {
  const growths: Growth[] = []
  for (const groupsOf of files) for (const group of await groupsOf()) growths.push(await growthOf(group))
  return growths
}
