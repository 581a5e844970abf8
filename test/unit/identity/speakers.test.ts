import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import type { PlaceRecord } from '../../../src/analysis'
import { identify } from '../../../src/analysis/identity'
import { emptyGazetteer, readMarked, speakerLines } from './marked'
import { finish } from '../../../src/util/steps'

/** The text's quotes as `source -> speaker (sieve)`. */
function speaks(marked: string, ...lines: readonly string[]): void {
  assert.deepEqual(speakerLines(marked), lines)
}

describe('who speaks: descriptions', () => {
  it('the official is the official described before', () => {
    speaks(
      '<A senior trade official> *said* {the ferry would sail}.\n<The official> *said* {nobody had been hurt}.\n{"We are ready,"} <he> *said*.',
      'A senior trade official -> a senior trade official (first-mention)',
      'The official -> a senior trade official (definite-description)',
      'he -> a senior trade official (pronoun)'
    )
  })

  it('another aide is another person', () => {
    speaks(
      '<An aide> *said* {the talks were over}.\n<Another aide> *said* {they had not begun}.',
      'An aide -> an aide (first-mention)',
      'Another aide -> another aide (first-mention)'
    )
  })

  it('two bare descriptions stay two people, telling ones are one', () => {
    speaks(
      '<An aide> *said* {the talks were over}.\n<An aide> *called* {the mood good}.\n<A senior harbour official> *said* {no}.\n<A senior harbour official> *said* {yes}.',
      'An aide -> an aide (first-mention)',
      'An aide -> an aide (first-mention)',
      'A senior harbour official -> a senior harbour official (first-mention)',
      'A senior harbour official -> a senior harbour official (same-description)'
    )
  })

  it('the senator is who was introduced as one, with a new description too', () => {
    speaks(
      'Sen. [P:Ada Brook] (D-[L:Ohio]) met farmers.\n<The [L:Ohio] senator> *said* {prices were high}.\n<The senator> *left*: {"Goodbye"}.',
      'The Ohio senator -> Ada Brook (definite-description)',
      'The senator -> Ada Brook (definite-description)'
    )
  })

  it('a band leader is no governor', () => {
    speaks(
      '<Gov. [P:Ada Brook]> *said* {taxes fall}.\n<The band leader> *sang*: {"Farewell"}.',
      'Gov. Ada Brook -> Ada Brook (name)',
      'The band leader -> the band leader (first-mention)'
    )
  })

  it('the movement is the body that the text speaks of', () => {
    speaks(
      '<[O:Tamarind]> *said* {the harbour stays closed}.\n{"No ship leaves,"} <the island movement> *said* in a note.',
      'Tamarind -> Tamarind (name)',
      'the island movement -> Tamarind (body-description)'
    )
  })

  it('a message speaks for the body that sent it', () => {
    speaks(
      '<The [O:Harbour Families Forum]> *said* {it had sent letters}.\n{"Come home,"} <the message> *said*.',
      'The Harbour Families Forum -> Harbour Families Forum (name)',
      'the message -> Harbour Families Forum (document-of-body)'
    )
  })

  it('one owner, one lawyer, and the name that comes late', () => {
    speaks(
      "<[P:Ola Berg]> *said* {no}.\n<His lawyer> *said* {the case was weak}.\n<An attorney for [P:Berg], [P:Mina Holt],> *said* {the same}.\n<[P:Berg]'s lawyer> *said* {nothing}.",
      'Ola Berg -> Ola Berg (name)',
      'His lawyer -> Mina Holt (delayed-naming)',
      'An attorney for Berg, Mina Holt, -> Mina Holt (name)',
      "Berg's lawyer -> Mina Holt (same-anchor)"
    )
  })

  it('a territory\u2019s ministry is the ministry of the place that was named', () => {
    speaks(
      'Rain fell in [L:Norland].\n{Twelve roads were closed}, according to <the besieged territory\u2019s transport ministry>.',
      "the besieged territory\u2019s transport ministry -> Norland's transport ministry (first-mention)"
    )
  })

  it('an adviser who is named in the next sentence', () => {
    speaks(
      '<A senior adviser to Mayor [P:Ada Brook]> *said* {the plan holds}. Former judge <[P:Nils Oster]> *called* {it sound}.',
      'A senior adviser to Mayor Ada Brook -> Nils Oster (delayed-naming)',
      'Nils Oster -> Nils Oster (name)'
    )
  })

  it('who is described in the opening is who then has the name, the office and the age', () => {
    speaks(
      '<A police officer who fled> *says* {the town is gone}.\n<Officer [P:Ola Berg]> *said* {shops burned}.',
      'A police officer who fled -> Ola Berg (delayed-naming)',
      'Officer Ola Berg -> Ola Berg (name)'
    )
    speaks(
      'A 54-year-old man was held. <He> *told* officers {he was cold}.\n<[P:Ola Berg], 54,> *said* {nothing}.',
      'He -> Ola Berg (pronoun)',
      'Ola Berg, 54, -> Ola Berg (name)'
    )
    speaks(
      '<A teacher at the school> *heard* {a bang}. <The teacher, [P:Ada Brook],> *called* {it loud}.',
      'A teacher at the school -> Ada Brook (delayed-naming)',
      'The teacher, Ada Brook, -> Ada Brook (name)'
    )
  })

  it('another one, one of two, or my editor is not who is named next', () => {
    speaks(
      '<Another resident> *said* {it rained}.\n<Resident [P:Ola Berg]> *said* {no}.',
      'Another resident -> another resident (first-mention)',
      'Resident Ola Berg -> Ola Berg (name)'
    )
    speaks(
      '<A nurse> *said* {no}. <A second nurse> *said* {yes}.\n<Nurse [P:Ada Brook]> *said* {perhaps}.',
      'A nurse -> a nurse (first-mention)',
      'A second nurse -> a second nurse (first-mention)',
      'Nurse Ada Brook -> Ada Brook (name)'
    )
    speaks(
      '<The editor of this paper> *asked* {me}.\n<My editor, [P:Ola Berg],> *told* me {two things}.',
      'The editor of this paper -> the editor of this paper (first-mention)',
      'My editor, Ola Berg, -> Ola Berg (name)'
    )
  })

  it('the judge, the source and the former governor are not whoever spoke before', () => {
    speaks(
      '<[P:Ola Berg]> *pretended* {to sleep}.\n<The judge> *told* [P:Berg] {it was late}.\n<A source> *said* {no}.\n<The former governor> *said* {yes}.',
      'Ola Berg -> Ola Berg (name)',
      'The judge -> the judge (first-mention)',
      'A source -> a source (first-mention)',
      'The former governor -> the former governor (first-mention)'
    )
  })

  it('"the Frenchman" is who spoke', () => {
    speaks(
      '<[P:Ola Berg]> *said* {no}.\n<The 33-year-old Dane> *said* {yes}.\n<The Frenchman> *added* {well}.\n<The Chinese> *said* {so}.',
      'Ola Berg -> Ola Berg (name)',
      'The 33-year-old Dane -> Ola Berg (speaker-description)',
      'The Frenchman -> Ola Berg (speaker-description)',
      'The Chinese -> the Chinese (first-mention)'
    )
  })

  it('what somebody is, put before a pronoun, is not somebody else', () => {
    speaks('[P:Ola Berg] sang in May. The son of farmers, <he> *said* {no}.', 'he -> Ola Berg (pronoun)')
  })

  it('who spoke on in quotation marks goes on in the next paragraph', () => {
    speaks(
      '[P:Ada Brook], 21, lay ill. <Her mother, [P:Fiona Hale],> *said* {"She burned up. It was late."}\n<She> *added* {that nobody came}.',
      'Her mother, Fiona Hale, -> Fiona Hale (name)',
      'She -> Fiona Hale (pronoun)'
    )
  })

  it('a verb behind "and" goes on with the clause of "who" before it, which no comma has closed', () => {
    speaks(
      'The [O:Harbour Court] released the words of [P:Ola Berg], who denied it and *said* {that it was late}.',
      'nobody -> Ola Berg (subject-of-cue)'
    )
    speaks(
      '[P:Ada Brook], who met [P:Ola Berg], smiled and *said* {that it was late}.',
      'nobody -> Ada Brook (subject-of-cue)'
    )
  })

  it('any newspaper is none', () => {
    speaks(
      '<[P:Ada Brook]> *said* {it speaks louder than any newspaper}.\n<The paper> *said* {it would reply}.',
      'Ada Brook -> Ada Brook (name)',
      'The paper -> the paper (first-mention)'
    )
  })

  it('whose version is told', () => {
    speaks(
      '<[P:Dan Holt]> *called* {[P:Brand] odd}.\nIn [P:Brand]\u2019s version of events, <he> *said* {he slept}.',
      'Dan Holt -> Dan Holt (name)',
      'he -> Brand (pronoun)'
    )
  })

  it('a company is a leader in what it does', () => {
    speaks(
      '[O:Harbour Lines], <the leader in boats>, rafts and ferries, *announced* {a sale}.',
      'the leader in boats -> Harbour Lines (apposition)'
    )
  })

  it('a girl of sixteen is the teen', () => {
    speaks(
      'A 16-year-old girl was hurt. [P:Ada Brook] ran to the school. <The teen> *said* {she was cold}.',
      'The teen -> a 16-year-old girl (definite-description)'
    )
  })

  it('a panel of the lede is the committee that is named later', () => {
    speaks(
      '<A Senate panel> *voted* {to open the port}.\n<The [O:Senate Harbour Committee]> *said* {it was time}.',
      'A Senate panel -> Senate Harbour Committee (delayed-naming)',
      'The Senate Harbour Committee -> Senate Harbour Committee (name)'
    )
  })
})

describe('who speaks: descriptions beside names', () => {
  it('the envoy and the mediator are who was called so, or does so', () => {
    speaks(
      '<The envoy who mediates between both towns, [P:Ada Brook],> *said* {it rains}.\n<[P:Ola Berg], the island\u2019s chief negotiator,> *said* {no}.\n<The envoy> *said* {yes}.\n<The mediator> *said* {perhaps}.',
      'The envoy who mediates between both towns, Ada Brook, -> Ada Brook (name)',
      'Ola Berg, the island\u2019s chief negotiator, -> Ola Berg (name)',
      'The envoy -> Ada Brook (same-description)',
      'The mediator -> Ada Brook (definite-description)'
    )
  })

  it('a mediator nobody told of is not the negotiator', () => {
    speaks(
      '<The negotiator [P:Ola Berg]> *said* {no}.\n<The mediator> *said* {yes}.',
      'The negotiator Ola Berg -> Ola Berg (name)',
      'The mediator -> the mediator (first-mention)'
    )
  })

  it('the company is the one that the text calls so', () => {
    speaks(
      'The gates came from [O:Cedar Works], an island company whose owner has left.\n<The company> *said* {all was well}.',
      'The company -> Cedar Works (definite-description)'
    )
  })

  it('what somebody comes as is nobody of its own', () => {
    speaks(
      '<[P:Ada Holt], the hydrologist who led the study,> *said* {yes}.\nShe came as a teacher.\n<The researcher> *said* {no}.\n<The teacher> *said* {maybe}.',
      'Ada Holt, the hydrologist who led the study, -> Ada Holt (name)',
      'The researcher -> Ada Holt (definite-description)',
      'The teacher -> the teacher (first-mention)'
    )
  })

  it('a member of a delegation is a delegate', () => {
    speaks(
      '<The negotiator [P:Ola Berg]> *said* {no}.\nA member of the island delegation was blunter.\n{"Go home,"} <the delegate> *said*.',
      'The negotiator Ola Berg -> Ola Berg (name)',
      'the delegate -> a member of the island delegation (definite-description)'
    )
  })
})

describe('who speaks: who is not meant', () => {
  it('judges that a relative clause tells are not the judge of before', () => {
    speaks(
      '<A county judge> *said* {no}.\n<The judge who signed the order> *said* {yes}.',
      'A county judge -> a county judge (first-mention)',
      'The judge who signed the order -> the judge (first-mention)'
    )
  })

  it('capitals in a row are a name that nobody recognised', () => {
    speaks(
      '<Mayor [P:Ada Brook]> *said* {yes}.\n<The Harbour Union Leader> *wrote* {no}.',
      'Mayor Ada Brook -> Ada Brook (name)',
      'The Harbour Union Leader -> the Harbour Union Leader (first-mention)'
    )
  })

  it('a forum of hostages is not the hostages', () => {
    speaks(
      '<The island hostages> *said* {yes}.\n<the Hostages and Missing Sailors Forum> *said* {no}.\n{"Come home,"} <the message> *said*.',
      'The island hostages -> the island hostages (first-mention)',
      'the Hostages and Missing Sailors Forum -> the Hostages and Missing Sailors Forum (first-mention)',
      'the message -> the Hostages and Missing Sailors Forum (document-of-body)'
    )
  })

  it('the moderator is not the candidate who spoke last', () => {
    speaks(
      '<The candidate [P:Ada Brook]> *said* {yes}.\n<The moderator> *said* {time}.',
      'The candidate Ada Brook -> Ada Brook (name)',
      'The moderator -> the moderator (first-mention)'
    )
  })
})

describe('who speaks: headlines', () => {
  it('a poll that the headline names without its maker', () => {
    speaks(
      '<Poll>*:* {Harbour race is close}\n\nIt is close, {they are level}, *according to* <a new Tamarind poll>.\n<The poll> *shows* {a tie}.',
      'Poll -> Poll (first-mention)',
      'a new Tamarind poll -> Poll (headline)',
      'The poll -> Poll (same-description)'
    )
  })

  it('a senator whom the headline does not name', () => {
    speaks(
      '<Senator from [L:Ohio]> *says* {no}\n\nSen. [P:Ada Brook] spoke on Monday.\n<The senator> *said* {prices were high}.',
      'Senator from Ohio -> Ada Brook (delayed-naming)',
      'The senator -> Ada Brook (same-description)'
    )
  })
})

describe('who speaks: names in sources', () => {
  it('titles, offices and appositions lead to the name', () => {
    speaks(
      '<[L:Norland] Secretary of State [P:Ada Brook]> *said* {yes}.\n<Another radio host, [P:Ola Berg],> *said* {no}.\n<The [O:Tamarind] spokesman [P:Nils Oster]> *said* {perhaps}.',
      'Norland Secretary of State Ada Brook -> Ada Brook (name)',
      'Another radio host, Ola Berg, -> Ola Berg (name)',
      'The Tamarind spokesman Nils Oster -> Nils Oster (name)'
    )
  })

  it('a description with a name in it is not that name', () => {
    speaks(
      '<[P:Ada Brook]> *said* {yes}.\n<[P:Brook] aides> *said* {no}.\n<The [P:Brook] campaign> *said* {wait}.',
      'Ada Brook -> Ada Brook (name)',
      'Brook aides -> Brook aides (first-mention)',
      'The Brook campaign -> the Brook campaign (first-mention)'
    )
  })

  it('some of a people, or a body and its friends, are not the whole of it', () => {
    speaks(
      '<[G:Norlanders]> *said* {yes}.\n<Some [G:Norlanders]> *said* {no}.\n<some [G:Norlanders]> *said* {never}.\n<[O:Tamarind] and its defenders> *said* {perhaps}.\n<[O:Tamarind]> *said* {nothing}.',
      'Norlanders -> Norlanders (name)',
      'Some Norlanders -> some Norlanders (first-mention)',
      'some Norlanders -> some Norlanders (same-description)',
      'Tamarind and its defenders -> Tamarind and its defenders (first-mention)',
      'Tamarind -> Tamarind (name)'
    )
  })

  it('joined names are a group of their own', () => {
    speaks(
      '<[P:Ada Brook] and [P:Ola Berg]> *said* {the ferry sails}.\n<They> *said* {it leaves at noon}.\n<[P:Berg]> *said* {"At one"}.\n<The two senators> *said* {nothing more}.',
      'Ada Brook and Ola Berg -> Ada Brook and Ola Berg (joined-names)',
      'They -> Ada Brook and Ola Berg (pronoun)',
      'Berg -> Ola Berg (name)',
      'The two senators -> Ada Brook and Ola Berg (group-description)'
    )
  })

  it('a name that the recogniser missed here is known from elsewhere', () => {
    speaks('[P:Ada Brook] smiled.\n<Brook> *said* {yes}.', 'Brook -> Ada Brook (written-name)')
  })
})

describe('who speaks: offices beside names', () => {
  it('a party\u2019s member is not the party', () => {
    speaks(
      '<An [O:SNP] MP>, [P:Doug Hale], *called* for {the minister to go}. <The [O:SNP] MP> *said* {he had failed}.',
      'An SNP MP -> Doug Hale (apposition)',
      'The SNP MP -> Doug Hale (same-description)'
    )
  })

  it('an office that nobody was given is not the last speaker\u2019s where somebody else was named since', () => {
    speaks(
      '<[P:Ada Brook]> *said* {it would rain}. [P:Nora Hale] left the room. <The deputy water minister> *said*: {"No."}',
      'Ada Brook -> Ada Brook (name)',
      'The deputy water minister -> the deputy water minister (first-mention)'
    )
  })

  it('an office\u2019s bearer may stand in brackets', () => {
    speaks(
      '{"No,"} *said* <the chief justice> (Lord [P:Hale]). <Lord [P:Hale]> *said* {he was ill}.',
      'the chief justice -> Hale (apposition)',
      'Lord Hale -> Hale (name)'
    )
  })

  it('a lead\u2019s description is nobody whom the next paragraph happens to name', () => {
    speaks(
      '<A nurse> *told* {how a patient hit her}.\n\n<[P:Ann Cole]> *said* {the ward had too few guards}.',
      'A nurse -> a nurse (first-mention)',
      'Ann Cole -> Ann Cole (name)'
    )
  })
})

describe('who speaks: pronouns and sources left out', () => {
  it('a quotation right behind somebody\u2019s report is theirs, whoever was told of before', () => {
    speaks(
      '[P:Ola Berg] was found last week. [P:Ola Berg] had owed the bank a boat. {Some mourners broke windows}, <Inspector [P:Nils Hale]> *said*. {"Two clerks were hurt,"} <he> *said*.',
      'Inspector Nils Hale -> Nils Hale (name)',
      'he -> Nils Hale (pronoun)'
    )
  })

  it('who has asked does not answer, and who is told does not tell', () => {
    speaks(
      '[P:Ola Berg] met the board. <[P:Nils Hale]> *asked* {whether the boat would sail}. {"It will,"} <he> *said*.',
      'Nils Hale -> Nils Hale (name)',
      'he -> Ola Berg (pronoun)'
    )
    speaks(
      '[P:Ola Berg] was nine. His father took him up the hill. <He> *told* [P:Ola] {that it would rain}.',
      "He -> Ola Berg's father (pronoun)"
    )
    speaks(
      '[P:Peter Berg] lost his boat. <The editor> *asked* {why nobody cried}. {"They did,"} <he> *told* him.',
      'The editor -> the editor (first-mention)',
      'he -> Peter Berg (pronoun)'
    )
    speaks(
      '[P:Anna Berg] shrugged. *Asked* by <a reporter> {if she was glad}, <she> *laughed*: {"I am a plumber."}',
      'a reporter -> a reporter (first-mention)',
      'she -> Anna Berg (pronoun)'
    )
  })

  it('who takes the floor in one paragraph is who says something in the next', () => {
    speaks(
      'Senator <[P:Ola Berg]> *said* {the bill was late}. {"We wait,"} <he> *said*.\n\nGovernor [P:Peter Hale] takes the floor.\n\n<He> *says*: {"There was no road."}',
      'Ola Berg -> Ola Berg (name)',
      'he -> Ola Berg (pronoun)',
      'He -> Peter Hale (pronoun)'
    )
  })

  it('roles without an article are those of the one name behind them; a plural ends before what it does', () => {
    speaks(
      '{"It is old,"} *said* <co-author and Harwick historian [P:Ada Brook]>.\n{"It is not,"} *said* <the owner and miller [P:Ola Berg]>.\n<Dockers coming out of the hall> *said* {they would march}.',
      'co-author and Harwick historian Ada Brook -> Ada Brook (name)',
      'the owner and miller Ola Berg -> the owner (first-mention)',
      'Dockers coming out of the hall -> Dockers (first-mention)'
    )
  })

  it('counsel for somebody has a name behind it, and letters behind that', () => {
    speaks(
      '<Counsel for [P:Peter Hale], [P:Ada Brook] KC>, *argued* {that it was late}.',
      'Counsel for Peter Hale, Ada Brook KC -> Ada Brook (name)'
    )
  })

  it('who disagrees last goes on; in what his lawyer says, he is not the lawyer', () => {
    speaks(
      '{"There is no danger,"} <[P:Hale]> *insisted*, but [P:Brook] disagreed. {"There is,"} <she> *said*.',
      'Hale -> Hale (name)',
      'she -> Brook (pronoun)'
    )
    speaks(
      '[P:Peter Hale] pleaded guilty. <His solicitor> *said* {he was sorry}. {"He was wrong,"} <she> *told* the court.',
      "His solicitor -> Peter Hale's solicitor (first-mention)",
      "she -> Peter Hale's solicitor (pronoun)"
    )
  })

  it('he of her next words is not she who spoke last', () => {
    speaks(
      '<[P:Hale]> *said* {the bill would fail}. <[P:Brook]> *said* {Hale was wrong}. {"He has not read it,"} <she> *said*.',
      'Hale -> Hale (name)',
      'Brook -> Brook (name)',
      'she -> Brook (pronoun)'
    )
  })

  it('whose son was hurt is no son', () => {
    speaks(
      '<[P:Ada Brook], whose son was hurt,> *said* {it was late}. {"It fell,"} <she> *said*.',
      'Ada Brook, whose son was hurt, -> Ada Brook (name)',
      'she -> Ada Brook (pronoun)'
    )
  })

  it('an office is nobody’s mother', () => {
    speaks(
      '<The Lord Chief Justice> *said* {prisons were full}.\nA burglar broke into the home of a couple. <The mother> *told* the court {she had not slept}.',
      'The Lord Chief Justice -> the Lord Chief Justice (first-mention)',
      'The mother -> the mother (first-mention)'
    )
  })

  it('who hurt himself is whom the sentence is about', () => {
    speaks(
      '{"We found him,"} <inspector [P:Peter Hale]> *said*.\n[P:Ola Berg] (60) hurt himself last week. In a note, <he> *alleged* {the bank had cheated him}.',
      'inspector Peter Hale -> Peter Hale (name)',
      'he -> Ola Berg (pronoun)'
    )
  })

  it('nobody is the head that he shakes', () => {
    speaks('[P:Ada Brook] farms here. She shook her head. {"It is dry."} *cried* <she>.', 'she -> Ada Brook (pronoun)')
  })

  it('she is the woman, not the man named last', () => {
    speaks(
      '<[P:Ada Brook]> *said* {the ferry was late} after meeting [P:Peter Berg].\n<She> *said* {it would sail}.',
      'Ada Brook -> Ada Brook (name)',
      'She -> Ada Brook (pronoun)'
    )
  })

  it('they are the people whom the sentence before is about, named, joined or in the plural alone', () => {
    speaks(
      '<[O:Tamarind]> *said* {nothing}.\n\nHarbour engineers doubt the figure. <They> *believe* {the wall leans}.',
      'Tamarind -> Tamarind (name)',
      'They -> Harbour engineers (pronoun)'
    )
    speaks(
      '<[O:Tamarind]> *said* {nothing}.\n\n[P:Ada Brook] and Mayor [P:Ola Berg] sold the port. <They> *hope* {for rain}.',
      'Tamarind -> Tamarind (name)',
      'They -> Ada Brook and Ola Berg (pronoun)'
    )
  })

  it('they are the official who speaks, not the captives told of in another paragraph', () => {
    speaks(
      '<A senior trade official> *said* {the ferry would sail}. If they agree, the captives would go home.\n<They> *warned* {it might sink}.',
      'A senior trade official -> a senior trade official (first-mention)',
      'They -> a senior trade official (pronoun)'
    )
  })

  it('they are not those of whom it is only told what they want', () => {
    speaks(
      '<A senior trade official> *said* {the ferry would sail}.\n<The parties> *want* {a deal}. It may take days.\n<They> *warned* {it might sink}.',
      'A senior trade official -> a senior trade official (first-mention)',
      'The parties -> the parties (first-mention)',
      'They -> a senior trade official (pronoun)'
    )
  })

  it('who is the nominee, not the office', () => {
    speaks(
      '<The island nominee for mayor, [P:Ada Brook],> *said* {no}. It fell to the nominee for mayor <who> *said* {yes}.',
      'The island nominee for mayor, Ada Brook, -> Ada Brook (name)',
      'who -> Ada Brook (relative-pronoun)'
    )
  })

  it('a form of address anywhere tells the gender', () => {
    speaks(
      '<[P:Quill Oster]> *said* {no}.\n<[P:Tindra Vale]> *said* {yes}.\n{"Perhaps,"} <he> *said*.\nMs [P:Vale] smiled.',
      'Quill Oster -> Quill Oster (name)',
      'Tindra Vale -> Tindra Vale (name)',
      'he -> Quill Oster (pronoun)'
    )
  })

  it('the ending of a last name hints', () => {
    speaks(
      '<[P:Tindra Vale]> *said* {no}.\n<[P:Quill Petrov]> *said* {yes}.\n{"Perhaps,"} <she> *said*.',
      'Tindra Vale -> Tindra Vale (name)',
      'Quill Petrov -> Quill Petrov (name)',
      'she -> Tindra Vale (pronoun)'
    )
  })

  it('a paragraph goes on about whom it began with', () => {
    speaks(
      'Ms [P:Ada Holt] rose. <She> *said* {she was sorry}.\n<The judge, [P:Quill Vale],> *said* {it was late}. {"Fourteen hours,"} <she> *said*.',
      'She -> Ada Holt (pronoun)',
      'The judge, Quill Vale, -> Quill Vale (name)',
      'she -> Quill Vale (pronoun)'
    )
  })

  it('an age describes whom the sentence before began with', () => {
    speaks(
      '<Coach [P:Ada Holt]> *said* {yes}.\n[P:Nils Vale] was born there. <The 22-year-old> *asked* {for a match}.',
      'Coach Ada Holt -> Ada Holt (name)',
      'The 22-year-old -> Nils Vale (speaker-description)'
    )
  })

  it('the charity is the one for which somebody has just spoken, not one to which something was done', () => {
    for (const source of [
      '[P:Ola Berg], of the charity [O:Tarn Aid],',
      '[P:Ola Berg] from the charity [O:Tarn Aid]',
      '[P:Ola Berg], who runs the charity [O:Tarn Aid],'
    ])
      speaks(
        `[P:Mina Holt] called a charity. <${source}> *said* {it was late}.\n<The charity> *said* {nobody came}.`,
        `${source.replace(/\[.:|\]/g, '')} -> Ola Berg (name)`,
        'The charity -> Tarn Aid (spoken-for)'
      )
    speaks(
      'The charity [O:Tarn Aid] sent ships. [P:Mina Holt] called a charity. <[P:Ola Berg] from [O:Tarn Aid]> *said* {it was late}.\n<The charity> *said* {nobody came}.',
      'Ola Berg from Tarn Aid -> Ola Berg (name)',
      'The charity -> Tarn Aid (spoken-for)'
    )
  })

  it('who spoke for a body of another kind, or for none, tells nothing of it', () => {
    speaks(
      'A charity sent ships. <[P:Ola Berg], of the company [O:Tarn Works],> *said* {it was late}.\n<The charity> *said* {nobody came}.',
      'Ola Berg, of the company Tarn Works, -> Ola Berg (name)',
      'The charity -> a charity (definite-description)'
    )
    speaks(
      'A charity sent ships. <[P:Ola Berg]> *said* {it was late}.\n<The charity> *said* {nobody came}.',
      'Ola Berg -> Ola Berg (name)',
      'The charity -> a charity (definite-description)'
    )
  })

  it('the native of a place is a person, and not the place', () => {
    for (const native of ['[L:Leeds]-native', '[L:Leeds] native', '[L:Leeds]-born', '[L:Dublin]-raised'])
      speaks(
        `[P:Ada Holt] won the race. <The ${native}> *said* {yes}.`,
        `The ${native.replace(/\[L:|\]/g, '')} -> Ada Holt (speaker-description)`
      )
    speaks('<The [L:Leeds]-native> *said* {yes}.', 'The Leeds-native -> the Leeds-native (first-mention)')
    speaks('<A [L:Leeds]-native, [P:Ada Holt],> *said* {yes}.', 'A Leeds-native, Ada Holt, -> Ada Holt (name)')
  })

  it('where a name goes on behind a hyphen in capitals, or a noun follows, nothing changes', () => {
    speaks('<[O:Mercedes]-Benz> *said* {yes}.', 'Mercedes-Benz -> Mercedes (name)')
    speaks(
      '[P:Ada Holt] won the race. <The [L:Leeds]-born striker> *said* {yes}.',
      'The Leeds-born striker -> the Leeds-born striker (first-mention)'
    )
    speaks(
      '<The [L:Leeds]-based group> *said* {yes}.',
      'The Leeds-based group -> the Leeds-based group (first-mention)'
    )
  })

  it('the old man is whom the paragraph is about, not who spoke before it', () => {
    speaks(
      '<[P:Nils Vale]> *said* {yes}.\n\nRain fell. Nobody came. The bus was late.\n\nA retired farmer at the next table sighed. He grew melons once. {"Stale,"} <the old man> *said*.',
      'Nils Vale -> Nils Vale (name)',
      'the old man -> a retired farmer (speaker-description)'
    )
  })

  it("nobody speaks as a bare thing, somebody unknown is a person of nobody's gender", () => {
    speaks(
      '<[P:Ada Holt]> *said* {yes}.\n<Bridge trial>*:* {no}.\n<Radar> *sees* {the wall}, and radar is cheap.\n<Someone> *asked* {why}.\n{"Because,"} <she> *said*.',
      'Ada Holt -> Ada Holt (name)',
      'Bridge trial -> nobody',
      'Radar -> nobody',
      'Someone -> Someone (first-mention)',
      'she -> Ada Holt (pronoun)'
    )
    speaks(
      '<The announcer> *read* {a note}. {"Goal,"} <he> *said*.',
      'The announcer -> the announcer (first-mention)',
      'he -> the announcer (pronoun)'
    )
  })

  it('a woman with a name that men have is taken for what the title says', () => {
    speaks(
      '<Mrs. [P:Jordan Berg]> *said* {no}.\n<She> *said* {never}.',
      'Mrs. Jordan Berg -> Jordan Berg (name)',
      'She -> Jordan Berg (pronoun)'
    )
  })

  it('who is the name right before it', () => {
    speaks('[P:Ada Brook], <who> *said* {the ferry sails}, left.', 'who -> Ada Brook (relative-pronoun)')
  })

  it('a quote without a source goes on with the last speaker', () => {
    speaks(
      '{"The ferry sails,"} <[P:Ada Brook]> *said*.\n{"It leaves at noon."}',
      'Ada Brook -> Ada Brook (name)',
      'nobody -> Ada Brook (continued-quote)'
    )
  })

  it('a cue without a source has its subject, beside it or at the beginning of the sentence', () => {
    speaks('[P:Ada Brook] (D-Ohio) *said* {the ferry sails}.', 'nobody -> Ada Brook (subject-of-cue)')
    speaks('[P:Ada Brook] beamed and *asked* {them to leave}.', 'nobody -> Ada Brook (subject-of-cue)')
    speaks('After [P:Ada Brook] came in, a band played and *asked* {them to leave}.', 'nobody -> nobody')
    speaks('[P:Ada Brook] *is expected* {to leave}.', 'nobody -> nobody')
  })

  it('who is asked answers, and is meant in the question', () => {
    speaks(
      '{"Is it safe?"} <[P:Ivo Brook]> *asked* [P:Ola Reed]. {"No,"} <he> *replied*.',
      'Ivo Brook -> Ivo Brook (name)',
      'he -> Ola Reed (pronoun)'
    )
    speaks(
      '<The clerk> *asked* [P:Brook] {whether he had paid}. {"No,"} <he> *answered*.',
      'The clerk -> the clerk (first-mention)',
      'he -> Brook (pronoun)'
    )
    speaks(
      '<[P:Ivo Brook]> *asked* [P:Ola Reed] {if it was safe}. <He> *replied* {that it was not}.',
      'Ivo Brook -> Ivo Brook (name)',
      'He -> Ola Reed (pronoun)'
    )
    speaks(
      '{"Is it safe?"} <[P:Ivo Brook]> *asked* in May. [P:Ola Reed] came in. {"We must know,"} <he> *added*.',
      'Ivo Brook -> Ivo Brook (name)',
      'he -> Ivo Brook (pronoun)'
    )
  })

  it('whoever the sentence is about does two things at once', () => {
    speaks(
      '[P:Ruth Kent] lost her seat. On the radio, presenter [P:Ada Dunn] smiled as <she> *asked* {why}.',
      'she -> Ada Dunn (pronoun)'
    )
  })

  it('who spoke last goes on, however many sentences they say', () => {
    speaks(
      '<President [P:Ola Reed] and his party> *want* {more ships}. {"The (Reed) party pays for four,"} <[P:Ivo Brook]>, chairman of the harbour group, *said* on the air. {"Four is too few. A port runs out of money. It always has. It is the people who pay. They pay in May. They pay in June. They pay in July. They never stop,"} <he> *said*.',
      'President Ola Reed and his party -> Ola Reed (name)',
      'Ivo Brook -> Ivo Brook (name)',
      'he -> Ivo Brook (pronoun)'
    )
  })

  it('a place where something happens says nothing', () => {
    speaks('The dam stands in [L:Norland]. <It> *said* {the dam was safe}.', 'It -> nobody')
    speaks(
      '<[L:Norland]> *denied* {the claim}. <It> *said* {the dam was safe}.',
      'Norland -> Norland (name)',
      'It -> Norland (pronoun)'
    )
  })

  it('members of a party are not the party, nor a deputy Danish leader a deputy', () => {
    speaks(
      "It came from members of the mayor's own party, <who> *said* {the plan was bad}.",
      "who -> members of the mayor's own party (relative-pronoun)"
    )
    speaks(
      "The Green Party's deputy Danish leader [P:Ola Price] came on Monday. <He> *said* {it was late}.",
      'He -> Ola Price (pronoun)'
    )
  })

  it('a thing does not go on saying what somebody said in between', () => {
    const { text, names, attributions } = readMarked(
      '<The first round> comes after <[O:Tamarind]> *announced* {it had won}, *saying* {the game was over}.'
    )
    const crossed = attributions.map((attribution, index) => ({
      ...attribution,
      source: attributions[1 - index]!.source
    }))
    const { quotes, entities } = finish(identify(readArticle(text, 'plain'), names, crossed, emptyGazetteer))
    assert.deepEqual(
      quotes.map(({ speaker, speakerRule }) => [entities.find(({ id }) => id === speaker)?.name, speakerRule]),
      [
        ['Tamarind', 'name'],
        ['Tamarind', 'nearer-speaker']
      ]
    )
  })

  it('nobody speaks where the text names nobody', () => {
    speaks('{The ferry} *was expected* to sail.', 'nobody -> nobody')
  })
})

describe('who speaks: offices and who only stands near them', () => {
  it('a deputy, an acting or a former holder, and a wife are not who holds the office', () => {
    for (const beside of [
      '[P:Ada Brook], the deputy harbour director, *said* {no}.',
      'Former director [P:Ada Brook] *said* {no}.',
      'Acting Director [P:Ada Brook] *said* {no}.',
      "[P:Ada Brook], the director's wife, *said* {no}.",
      '[P:Ada Brook], then director of the harbour, *said* {no}.'
    ])
      assert.match(
        speakerLines(`${beside}\n<The director> *said* {yes}.`).at(-1)!,
        /^The director -> the director \((?:first-mention|same-description)\)$/,
        beside
      )
  })

  it('the former director is who was, and the deputy director the deputy', () => {
    speaks(
      'Former director [P:Ada Brook] met deputy director [P:Ola Reed].\n<The former director> *said* {no}.\n<The deputy director> *said* {yes}.',
      'The former director -> Ada Brook (definite-description)',
      'The deputy director -> Ola Reed (definite-description)'
    )
  })

  it('who was something else before is what they are now', () => {
    speaks(
      'Former sailor [P:Ada Brook], now director of the harbour, left.\n<The director> *said* {yes}.',
      'The director -> Ada Brook (definite-description)'
    )
  })

  it('of two mayors the place tells which', () => {
    speaks(
      'Mayor [P:Ada Brook] of [L:Tarnby] met Mayor [P:Ola Reed] of [L:Orsund].\n<[P:Brook]> *said* {yes}.\n<The mayor of [L:Orsund]> *said* {no}.\n<The [L:Tarnby] mayor> *said* {well}.',
      'Brook -> Ada Brook (name)',
      'The mayor of Orsund -> Ola Reed (definite-description)',
      'The Tarnby mayor -> Ada Brook (definite-description)'
    )
  })

  const gazetteer = {
    ...emptyGazetteer,
    demonym: (word: string) => ({ danish: country('DK'), norwegian: country('NO') })[word.toLowerCase()] ?? null,
    country: (word: string) => (word === 'Norway' ? country('NO') : null)
  }

  it('the German is who spoke, the Germans are many', () => {
    const known = { ...gazetteer, demonym: (word: string) => (/^germans?$/i.test(word) ? country('DE') : null) }
    assert.deepEqual(
      speakerLines(
        '<[P:Ola Berg]> *said* {no}.\n<The [G:German]> *said* {yes}.\n<The [G:Germans]> *said* {well}.',
        known
      ),
      ['Ola Berg -> Ola Berg (name)', 'The German -> Ola Berg (speaker-description)', 'The Germans -> Germans (name)']
    )
  })

  it("another country's minister is not the one who is named next", () => {
    assert.deepEqual(
      speakerLines(
        '<The Danish minister> *said* {no}.\n<Norwegian minister [P:Ola Berg]> *said* {yes}.\n<Danish minister [P:Ada Brook]> *said* {well}.',
        gazetteer
      ),
      [
        'The Danish minister -> Ada Brook (delayed-naming)',
        'Norwegian minister Ola Berg -> Ola Berg (name)',
        'Danish minister Ada Brook -> Ada Brook (name)'
      ]
    )
  })

  it("another country's ministry is another ministry", () => {
    assert.deepEqual(
      speakerLines(
        "<[L:Norway]'s trade ministry> *said* {no}.\n<The Danish trade ministry> *said* {yes}.\n<The Norwegian trade ministry> *said* {well}.",
        gazetteer
      ).map((line) => line.split(' -> ')[1]),
      [
        "Norway's trade ministry (first-mention)",
        'the Danish trade ministry (first-mention)',
        "Norway's trade ministry (definite-description)"
      ]
    )
  })
})

describe('who speaks: people of one name', () => {
  it('Mr., Mrs. and Miss of one last name are three', () => {
    speaks(
      '<Mr. [P:Reed]> *said* {no}.\n<Mrs. [P:Reed]> *said* {yes}.\n<Miss [P:Reed]> *said* {well}.\n<Mr. [P:Reed]> *left*: {"Goodbye"}.',
      'Mr. Reed -> Mr. Reed (name)',
      'Mrs. Reed -> Mrs. Reed (name)',
      'Miss Reed -> Miss Reed (name)',
      'Mr. Reed -> Mr. Reed (name)'
    )
  })

  it('a couple shares the last name that is written once', () => {
    speaks(
      '[P:Peter] and [P:Maria Reed] keep the light.\n<Mr [P:Reed]> *said* {no}.\n<Ms [P:Reed]> *said* {yes}.',
      'Mr Reed -> Peter Reed (name)',
      'Ms Reed -> Maria Reed (name)'
    )
  })

  it('father and son of one name are told apart by Sr. and Jr., the younger and the elder', () => {
    speaks(
      '<[P:Peter Reed Sr.]> *said* {no}.\nHis son, <[P:Peter Reed Jr.]>, *said* {yes}.\n<The elder [P:Reed]> *said* {well}.\n<The younger [P:Reed]> *said* {maybe}.',
      'Peter Reed Sr. -> Peter Reed Sr. (name)',
      'Peter Reed Jr. -> Peter Reed Jr. (name)',
      'The elder Reed -> Peter Reed Sr. (name)',
      'The younger Reed -> Peter Reed Jr. (name)'
    )
  })

  it('one person may be Dr. and Ms, and have a name with and without Jr.', () => {
    speaks(
      '<Dr. [P:Reed]> *said* {no}.\n<Ms [P:Reed]> *said* {yes}.\n<[P:Ola Brook Jr.]> *said* {well}.\n<[P:Ola Brook]> *said* {so}.',
      'Dr. Reed -> Reed (name)',
      'Ms Reed -> Reed (name)',
      'Ola Brook Jr. -> Ola Brook Jr. (name)',
      'Ola Brook -> Ola Brook Jr. (name)'
    )
  })
})

function country(code: string): PlaceRecord {
  return { name: code, kind: 'country', country: code, countryName: code, latitude: 0, longitude: 0, population: null }
}
