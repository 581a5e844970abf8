import { honorifics, roleNouns } from '../roleWords'
import { foldedHash } from './hashing'

const hashes = (words: Iterable<string>): ReadonlySet<number> =>
  new Set([...words].map((word) => foldedHash(word, 0, word.length)))
const list = (text: string) => hashes(text.split(/\s+/).filter(Boolean))

export const roleHashes = hashes(roleNouns)
export const honorificHashes = hashes(honorifics)
/** Lower-case words that may join the parts of a name. */
export const linkHashes = list('of the for and to & de del della la le al el bin bint ibn van von der den di da dos du')
export const locativeHashes = list(
  'in at from near inside outside around across northern southern eastern western central'
)
export const sayingHashes = list('said says told added asked warned insisted argued')
/** Words whose number tells a sports page, where the names of places are teams. */
export const sportHashes = list(`
  soccer cricket tennis golf rugby baseball basketball hockey nba nhl nfl mlb league cup match innings wicket wickets striker goalkeeper midfielder
  championship division scored goals goal halftime half-time standings seeded batsman bowler playoff playoffs pitcher inning touchdown quarterback semifinal semifinals final
  olympic olympics medal cycling marathon metres doubles singles coach`)
