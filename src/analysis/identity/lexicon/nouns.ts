import type { EntityType } from '../../analysis'

export type NounKind = EntityType | 'document'
export type Gender = 'male' | 'female'
export type GrammaticalNumber = 'one' | 'many'

/** What a common noun says about whom it names. `family` groups nouns that can name the same bearer ("lawyer", "attorney"). */
export interface NounSense {
  /** The singular, lower case. */
  readonly lemma: string
  readonly kind: NounKind
  readonly number: GrammaticalNumber
  readonly gender: Gender | null
  readonly family: string
}

/** Looks a noun up as the text writes it, in lower case or with a capital; undefined for what is no noun of ours. */
export function nounSense(word: string): NounSense | undefined {
  return senses.get(word)
}

/** Whether a role of family `role` makes its bearer somebody whom `general` may name: a senator is a lawmaker. */
export function namesRole(general: string, role: string): boolean {
  return general === role || (broader.get(role)?.has(general) ?? false)
}

// One family a line; the first word is the family's name. A hyphen-free plural is derived, irregular ones follow a slash.
const personFamilies = `
official officer functionary
spokesman/spokesmen spokeswoman/spokeswomen spokesperson/spokespeople
president
vice-president
premier
chancellor
minister
secretary
senator
representative congressman/congressmen congresswoman/congresswomen congressperson
lawmaker legislator parliamentarian deputy mp mep msp
governor
mayor
ambassador
envoy emissary
diplomat
commissioner
councilman/councilmen councilwoman/councilwomen councillor councilor
delegate
speaker
judge justice magistrate
prosecutor
lawyer attorney counsel barrister solicitor
defendant suspect
plaintiff
witness/witnesses eyewitness/eyewitnesses bystander
victim
survivor
police-officer constable policeman/policemen policewoman/policewomen trooper patrolman/patrolmen cop
detective investigator inspector
sheriff
general admiral colonel major lieutenant sergeant captain commander brigadier
soldier serviceman/servicemen reservist veteran navigator pilot
leader
chief head boss
chairman/chairmen chairwoman/chairwomen chairperson chair
director
executive ceo
manager
founder co-founder cofounder
owner
president-elect
candidate contender nominee hopeful frontrunner
politician statesman/statesmen
activist campaigner advocate
adviser advisor aide assistant staffer
strategist consultant pollster
analyst expert observer specialist
economist
professor academic scholar lecturer
researcher scientist hydrologist geologist seismologist oceanographer climatologist meteorologist astronomer virologist ecologist historian physicist biologist chemist psychologist sociologist epidemiologist
teacher educator principal headteacher
student pupil
doctor physician surgeon psychiatrist pediatrician cardiologist doc medic
nurse
patient
reporter journalist correspondent columnist broadcaster anchor moderator photojournalist photographer commentator
author writer novelist poet
editor
publisher
blogger
reader
actor actress/actresses star
singer musician rapper guitarist
artist painter sculptor
director-general
secretary-general/secretaries-general
filmmaker producer
coach
player
striker
midfielder
goalkeeper
quarterback
athlete runner
farmer
worker employee
driver
businessman/businessmen businesswoman/businesswomen tycoon entrepreneur billionaire magnate developer investor
banker broker trader
engineer architect
priest bishop cardinal pastor reverend imam rabbi cleric archbishop
pope pontiff
king monarch
queen
prince
princess/princesses
resident neighbor neighbour villager local
native
citizen
voter
source insider person/people
mediator
negotiator
militant fighter insurgent rebel gunman/gunmen
hostage captive
refugee migrant
supporter backer proponent
opponent critic detractor skeptic
republican
democrat
man/men
woman/women lady/ladies
boy
girl
child/children kid
teenager teen youth
father dad
mother mom mum
husband
wife/wives
son
daughter
brother
sister
grandfather
grandmother
uncle
aunt
nephew
niece
widow
widower
friend colleague
host
member
winner champion laureate
chef
translator interpreter
contractor
client customer
operative
whistleblower
inmate prisoner
parent
relative`

const organizationFamilies = `
group organization organisation association
movement
party
government administration cabinet
ministry/ministries department
agency/agencies bureau
authority/authorities
military army/armies
police
force
committee panel commission subcommittee
council
board
court tribunal
parliament assembly/assemblies congress senate legislature
company/companies firm corporation manufacturer maker carrier airline automaker retailer conglomerate
bank lender
union
campaign
network channel station broadcaster-company
newspaper paper daily tabloid magazine outlet publication weekly website
university/universities college
school
hospital
church
institute center centre think-tank
foundation charity/charities nonprofit
forum
coalition alliance
club team squad
militia
office
fund
embassy/embassies
delegation
service
watchdog
faction
regime
institution
startup
label
league`

const groupFamilies = `
family/families
couple
crew
staff
jury/juries
crowd
audience
public
media
press
community/communities
leadership
management
opposition
prosecution
defense defence
judiciary/judiciaries
clergy
electorate
establishment`

const placeFamilies = `
country/countries nation
state
territory/territories enclave strip
city/cities town village capital municipality/municipalities
province
region
island
district county/counties
kingdom
republic`

const documentFamilies = `
statement communique
message letter email e-mail memo note tweet post posting
report
poll survey
study/studies
article story/stories piece feature editorial column op-ed
book
video
transcript
filing complaint lawsuit indictment suit
document
data figure statistic number
tally/tallies count
document-program
memorandum
bill law legislation
ruling decision verdict opinion
press-release
average
ad advertisement
website-page
testimony
affidavit
resolution
review
analysis/analyses
record
map
interview
speech/speeches`

const female =
  'spokeswoman congresswoman councilwoman lady policewoman chairwoman businesswoman actress queen princess woman girl mother mom mum wife daughter sister grandmother aunt niece widow'
const male =
  'spokesman congressman councilman policeman patrolman chairman businessman statesman serviceman gunman king prince man boy father dad husband son brother grandfather uncle nephew widower pope pontiff'

// Who may be called what: the role on the left may be called by the families on the right.
const broaderRoles = `
striker: player
midfielder: player
goalkeeper: player
quarterback: player
president: leader official politician chief head-of-state executive
president-elect: leader politician president
vice-president: leader official politician
premier: leader official politician minister
chancellor: leader official politician
minister: official politician leader
secretary: official diplomat minister
senator: lawmaker politician candidate official republican democrat
representative: lawmaker politician official republican democrat
lawmaker: politician
governor: official politician leader
mayor: official politician leader
ambassador: diplomat envoy official
commissioner: official
spokesman: official
councilman: politician official lawmaker
delegate: lawmaker politician
speaker: lawmaker leader politician
prosecutor: lawyer official
judge: official
general: officer official commander soldier
chief: leader official head executive
chairman: leader chief executive head official
director: official chief leader executive
executive: chief leader
candidate: politician
professor: expert analyst researcher
researcher: expert analyst professor
economist: expert analyst researcher
analyst: expert
doctor: expert
reporter: author
author: reporter
adviser: official
leader: politician official
mediator: diplomat
negotiator: diplomat official
secretary-general: official diplomat chief leader head
envoy: diplomat official mediator
sheriff: official officer police-officer
detective: police-officer official
committee: group
council: group
ministry: agency
agency: group
party: group movement
movement: group
militia: group movement
coalition: group
foundation: group institute
institute: group
forum: group
union: group
league: group
newspaper: company
network: company
bank: company institution`

function buildSenses(): Map<string, NounSense> {
  const genderOf = new Map<string, Gender>([
    ...female.split(' ').map((word) => [word, 'female'] as const),
    ...male.split(' ').map((word) => [word, 'male'] as const)
  ])
  const found = new Map<string, NounSense>()
  const add = (families: string, kind: NounKind) => {
    for (const line of families.trim().split('\n')) {
      const words = line.trim().split(' ')
      const family = words[0]!.split('/')[0]!
      for (const word of words) {
        const [lemma, irregular] = word.split('/') as [string, string | undefined]
        const sense = { lemma, kind, gender: genderOf.get(lemma) ?? null, family }
        addForms(found, lemma, { ...sense, number: 'one' })
        addForms(found, irregular ?? regularPlural(lemma), { ...sense, number: 'many' })
      }
    }
  }
  add(personFamilies, 'person')
  add(organizationFamilies, 'organization')
  add(groupFamilies, 'group')
  add(placeFamilies, 'place')
  add(documentFamilies, 'document')
  return found
}

/** The first family that claims a form keeps it; capitals begin sentences and titles. */
function addForms(found: Map<string, NounSense>, form: string, sense: NounSense): void {
  const inCapitals = abbreviations.has(sense.lemma) ? [sense.lemma.toUpperCase() + form.slice(sense.lemma.length)] : []
  for (const written of [form, form.charAt(0).toUpperCase() + form.slice(1), ...inCapitals])
    if (!found.has(written)) found.set(written, sense)
}

const abbreviations = new Set(['mp', 'mep', 'msp', 'ceo'])

function regularPlural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return noun + 'es'
  if (/[^aeiou]y$/.test(noun)) return noun.slice(0, -1) + 'ies'
  return noun + 's'
}

const senses = buildSenses()
const broader = new Map(
  broaderRoles
    .trim()
    .split('\n')
    .map((line) => {
      const [role, general] = line.split(': ') as [string, string]
      return [role, new Set(general.split(' '))] as const
    })
)
