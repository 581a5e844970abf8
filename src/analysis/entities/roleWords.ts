const list = (text: string) => new Set(text.split(/\s+/).filter(Boolean))

/** Nouns that say what somebody is or does, in the singular and lower case: the head of a title before or after a name. */
export const roleNouns: ReadonlySet<string> = list(`
  activist actor actress administrator admiral adviser advisor aide ally ambassador analyst anchor apostle archbishop architect artist
  assemblyman assemblywoman attorney author ayatollah banker baron baroness billionaire bishop blogger boss brigadier broadcaster brother businessman
  businesswoman campaigner candidate captain cardinal ceo cfo chair chairman chairperson chairwoman chancellor chef chief clergyman
  cleric coach colonel columnist comedian commander commentator commissioner commodore composer congressman congresswoman consul
  contractor coordinator coo corporal correspondent councillor councilman councilwoman counsel counselor count countess critic dean
  defender delegate democrat deputy designer detective dictator diplomat director doctor duchess duke economist editor emir emperor engineer
  entrepreneur envoy executive expert farmer father fellow fighter filmmaker financier footballer forward founder cofounder co-founder friar general goalkeeper governor head
  historian host husband imam inspector investigator investor journalist judge justice king lawmaker lawyer leader lecturer
  legislator lieutenant lobbyist magistrate major manager marshal mathematician mayor mediator midfielder militant minister monarch mother mp
  mogul musician navigator negotiator neighbor nominee novelist nurse officer official ombudsman operative organizer owner painter parliamentarian
  partner pastor patriarch philanthropist philosopher photographer photojournalist physician physicist pilot playwright poet
  politician pollster pontiff pope preacher premier president priest prince princess principal prisoner producer professor prosecutor
  psychiatrist psychologist publisher queen rabbi racer rapper rebel reporter representative republican researcher rider ruler runner sailor scholar
  scientist screenwriter secretary senator sergeant sheikh sheriff singer sister skipper socialist soldier solicitor son daughter songwriter
  speaker specialist spokesman spokesperson spokeswoman sprinter star statesman strategist striker student sultan superintendent
  superstar surgeon teacher teenager tenor theologian trader trainer treasurer trustee tycoon undersecretary vice-president vice-chairman
  veteran vicar victim volunteer warlord widow wife winger witness worker writer analyst`)

/** Written before a name with a capital and mostly shortened: they introduce a person whatever follows. */
export const honorifics: ReadonlySet<string> = list(`
  mr mrs ms miss mx dr prof sir dame lord lady rev reverend fr sen gov rep lt col gen capt maj sgt cpl adm brig cmdr hon sheikh
  sheik shaykh rabbi imam pope saint st king queen prince princess president senator governor judge justice madame mme monsieur herr frau`)

/** Words inside a description that only narrow the role down ("former", "acting", "deputy"). */
export const roleModifiers: ReadonlySet<string> = list(`
  former ex acting deputy vice then late current new newly outgoing incoming chief senior junior top veteran prominent leading longtime longstanding
  assistant associate co interim elect retired disgraced embattled assassinated slain jailed exiled renowned famous popular
  prime foreign interior defense defence finance justice health education energy trade labor labour transport agriculture environment
  home state general executive managing political military supreme national regional local federal presidential vice-presidential
  republican democratic conservative liberal far-right left-wing right-wing social human rights press media security army navy police
  air force intelligence affairs party government opposition rebel union team club company bank news sports technical`)
