/**
 * What follows an abbreviation decides whether its full stop also ends the sentence.
 * `title`: a name follows, never an end. `number`: only an abbreviation before a figure ("No. 10").
 * `state`: only after a comma or a hyphen ("Springfield, Mass.", "D-Mass."). `open`: may end a sentence.
 */
export type AbbreviationKind = 'title' | 'number' | 'state' | 'open'

const lists: Readonly<Record<AbbreviationKind, string>> = {
  title:
    'Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Rev Revs Hon Fr Msgr Gov Govs Lt Sen Sens Rep Reps Pres Amb Sec Atty ' +
    'Gen Gens Col Maj Capt Cpt Cmdr Cdr Adm Sgt Cpl Pfc Pvt Brig Supt Det Insp Dep Asst Assoc Dist St Ste Mt Ft Hr Hrn ' +
    'vs viz cf eg ie approx ca MM',
  number: 'No Nos no nos Art Arts Fig Figs Sec Ch Vol vol pp p Op Nr Rs art fig ch',
  state:
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Penn ' +
    'Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Que Alta Sask Man',
  open:
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri ' +
    'Inc Corp Co Cos Ltd Bros Jr Sr Plc Pty Univ Dept Assn Intl Natl Ave Blvd Rd Hwy Bldg Apt etc al est ft lb lbs oz mph ' +
    'Ph Ph.D M.Sc B.Sc Esq Ret ret Ed Eds ed eds'
}

const kinds = new Map(
  (Object.keys(lists) as AbbreviationKind[]).flatMap((kind) =>
    lists[kind].split(' ').map((word) => [word, kind] as const)
  )
)

/** The kind of an abbreviation written without its last full stop; undefined for other words. In capitals titles alone count ("ST. LOUIS"). */
export function abbreviationKind(word: string): AbbreviationKind | undefined {
  const kind = kinds.get(word)
  if (kind !== undefined || word.length < 2 || word !== word.toUpperCase()) return kind
  return kinds.get(word.charAt(0) + word.slice(1).toLowerCase()) === 'title' ? 'title' : undefined
}
