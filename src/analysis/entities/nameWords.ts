import { honorifics, roleNouns } from './roleWords'

const list = (text: string) => new Set(text.split(/\s+/).filter(Boolean))

/** Words that make a capitalised sequence an organization. */
export const bodyWords: ReadonlySet<string> = list(`
  Academy Administration Agency Alliance Army Assembly Association Authority Bank Board Brigade Brigades Broadcasting Bureau Cabinet Center Centre Chamber Church
  Club Coalition College Commission Committee Company Congress Corp Corporation Council Court Department Directorate Division Federation Force Forces Forum Foundation
  Front Fund Group Guard Hospital House Inc Institute Institution League Ltd Ministry Movement Navy Network News Office Organisation Organization Parliament Party Police Post
  Press Reserve School Senate Service Services Society Syndicate Times Trust Union University Watch`)

/** Lower-case words that may stand inside a name. */
export const innerWords: ReadonlySet<string> = list('of for the and de del della la le al el bin bint ibn van von der den di da dos du abu - &')

/** Words that begin sentences with a capital and are no names. */
export const commonStarts: ReadonlySet<string> = list(`
  a about according after all although also among an and another any are as at back because before both but by despite do during each earlier even every few first five following for four
  from further given has he her here his how however i if in instead is it its last late later let many may meanwhile more most much my negotiators new no none nor not now numerous of on once one only
  or other others our out over parties people please previous requests several she since six so some such ten that the their them then there these they this those though three thus to today together too two
  under until up upon was we were what when where whether which while who whose why will with within without year yes yesterday yet you your monday tuesday wednesday thursday friday saturday sunday
  january february march april june july august september october november december`)

/** "President", "Sen", "Gov": a word that introduces a person and is no part of the name. */
export function isRoleOrHonorific(word: string): boolean {
  const bare = word.toLowerCase()
  return roleNouns.has(bare) || honorifics.has(bare)
}
