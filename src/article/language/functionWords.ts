/**
 * The most frequent words of languages in Latin letters, by BCP 47 tag: articles, prepositions, forms of "to be". English has more,
 * because an English text must never be taken for another.
 */
export const functionWords: Readonly<Record<string, string>> = {
  en:
    'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one were ' +
    'you all her she there would their we him been has when who will more if no out so said what up its about into than them ' +
    'can only other new some could time these two may then do first any my now such like our over me even most made after also ' +
    'did many before must through back years where much your way well down should because people how those while say says told',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei',
  fr: "le la les de des du et en un une à est que qui dans pour par sur au il elle plus ne pas avec ce cette se sont aux d'un a été son sa ses leur mais comme ou ont nous vous être fait deux ces après entre sans même aussi",
  es: 'el la los las de del que y en un una a por con no se para es su al lo como más o pero sus le ha este esta entre fue son también hasta dos sobre está ser años desde muy cuando sin han según dijo tras',
  it: 'il la di che e in un una per è non del della con si le dei da i sono come alla gli ha al più nel anche lo delle ma ad dal se dalla stato nella essere questo ed tra suo sua hanno degli alle anni',
  pt: 'o a os as de do da que e em um uma para com não no na se por mais dos das ao como mas foi é ou sua seu ser são pela pelo já até também está entre foram há quando disse nos aos às',
  ca: "el la els les de del dels que i en un una a per amb no es l'any són al més com va ha seva seu aquest aquesta també però dels pel entre fins dos molt on han ser és segons als",
  gl: 'o a os as de do da dos das que e en un unha para con non no na se por máis ao como pero foi é ou súa seu ser son pola polo xa ata tamén está entre foron hai cando dixo nos aos ás',
  ro: 'și de în la a cu pe din că o un pentru nu care este mai au să ce sunt fost după prin dar dintre ca al lui cel cele sau fi acest această ale iar până ani între fie va său sa',
  nl: 'de het een van en in is dat te op zijn voor met die niet aan er om ook als door maar bij uit naar dan nog wordt heeft hij over worden deze ze werd wel tot zo hun kan meer haar was zegt geen tegen',
  af: 'die en van het in is dat nie om te vir met op hy sy was aan hulle sal deur ook as by kan wat ons uit word maar nog daar een na so wees dit tot haar moet',
  sv: 'och i att det som en på är av för med den till inte har de ett om han var jag men sig från så vi kan när år under också efter vid eller nu ska skulle sin mot där över hade säger blev mycket än',
  da: 'og i at det er en af til på som med for den der de ikke har han et om var fra sig men hun vil så også efter blev kan eller skal nu ved være år havde over siger når end mod blevet meget efter op ud hvor',
  no: 'og i det er en av til på som med for den å de ikke har han et om var fra seg men hun vil så også etter ble kan eller skal nå ved være år hadde over sier når enn mot blitt mye opp ut hvor fram',
  is: 'og að í er á sem það við til um en ekki var hann með þeir fyrir því af eru hefur þessi sig verið eftir hún frá eða svo þá ég þegar upp hafa kom þess úr',
  fi: 'ja on ei että se oli hän myös mutta kun ovat tai ole joka sen kuin jo niin vain mukaan vuonna ollut hänen vuoden sekä voi nyt olla jos vielä kanssa jälkeen mitä olisi sitä siitä ne he sanoi noin ovat',
  et: 'ja on ei et see oli ta ka aga kui mis või oma ning nad kes seda selle siis veel juba pole välja mida tema peale üle ole olid kuid nii ütles aasta ma pärast kohta saab',
  lv: 'un ir ar no uz par ka kas arī bet tas bija nav pēc lai vai to līdz kā jau tika gada viņš pie tā tiek šo savu viņa ne būs mēs starp tikai var',
  lt: 'ir kad su į yra iš tai ne bet kaip jis buvo už dėl tik apie dar o per po taip jau ar jo metų iki kurie nuo ji savo gali mes kai prie jų',
  pl: 'i w na z do się nie to że jest o jak a po od przez za co dla ale są ze było oraz tym już także może był który która które tego jego przed być ich tak lub bardzo ma',
  cs: 'a v se na je že s z do o to by k i pro za jako od po ale ve které který si která byl jsou bylo jeho podle také až není nebo jsem když být ještě při však už jen tak ze má více',
  sk: 'a v sa na je že s z do o to by k aj pro za ako od po ale vo ktoré ktorý si ktorá bol sú bolo jeho podľa tiež až nie alebo som keď byť ešte pri však už len tak zo má viac bude',
  sl: 'in je v na da se za so ki z pa po ne s tudi kot od do bi iz o ali še kako pri le ni lahko bil bila zaradi ta pred med svoje več leta že bo',
  hr: 'i je u na da se za su od s o ne koji a će kao iz to što ili bi te koja biti nije bio također po oko do ali još samo sve prema nakon ima kako koje bila godine rekao više',
  hu: 'a az és hogy nem is egy ez volt meg de csak van el azt mint már még ki ha kell majd lesz vagy szerint után sem több ezt amely aki mert két most minden ennek lehet között pedig ami',
  tr: 've bir bu da de için ile olarak çok en daha olan gibi ne kadar sonra o var ancak ise değil her olduğu diye ya olduğunu kendi ama büyük yeni iki göre tarafından oldu ki dedi eden',
  az: 'və bir bu da də üçün ilə olan kimi daha sonra o var isə deyil hər ki ən edir olub edib çox onun öz bütün olaraq həm yeni görə bildirib həmçinin qədər artıq',
  sq: 'të e në që dhe i për me një u nga është se si më do nuk ka janë ai por kjo nga ky edhe kur ishte tij duke tek apo pas disa këtë mund kanë',
  eu: 'eta da ez du ere dira bat zen izan dute hau egin baina beste zuen ditu duen izango gehiago dela baino behar arte edo hori bere batean zuten den baita esan urte',
  cy: 'y yn a i o ar ei ac mae yr wedi am bod gan oedd i’r fel eu hyn ond wrth at yw mewn gyda fod roedd ni hefyd hi eich bydd dweud',
  ga: 'an na agus a ar i is go le do sé ag ní bhí tá sí mar nach den faoi atá seo iad ach ba ina leis ó chuig bhfuil',
  id: 'yang dan di ini itu dengan untuk dari dalam pada tidak akan ke juga oleh telah adalah sebagai karena bisa ada kata mereka saat para tersebut lebih sudah tahun kami saya hari bahwa atau hanya seperti',
  ms: 'yang dan di ini itu dengan untuk dari dalam pada tidak akan ke juga oleh telah adalah sebagai kerana boleh ada kata mereka ketika para tersebut lebih sudah tahun kami saya hari bahawa atau hanya seperti beliau ialah turut',
  vi: 'và của là các có được cho trong đã không với một những này người để khi từ đến về ra như cũng vào tại sẽ năm nhiều ở trên sau phải đó còn theo ông hôm',
  tl: 'ang ng sa na mga at ay si ni para ito kung hindi may pa rin niya sila nang siya isang ako mula kanyang din dahil naman po kay lamang nila noong',
  sw: 'ya na wa kwa ni katika la za kuwa cha hiyo yake huo hii wake kama alisema wao hilo lakini pia baada watu bila yao hayo tu zaidi huyo mwaka sana kutoka'
}

/** Letters that only one of these languages has: a word with one of them counts like a frequent word. */
export const ownLetters: readonly (readonly [letters: RegExp, language: string])[] = [
  [/[\u0142\u0105\u017A\u017C]/, 'pl'],
  [/[\u0159\u016F\u011B]/, 'cs'],
  [/[\u013E\u013A\u0155]/, 'sk'],
  [/[\u0151\u0171]/, 'hu'],
  [/[\u011F\u0131]/, 'tr'],
  [/[\u021B\u0219\u0163]/, 'ro'],
  [/[\u01B0\u01A1\u1EA0-\u1EF9]/, 'vi'],
  [/[\u00FE\u00F0]/, 'is'],
  [/\u0259/, 'az'],
  [/\u00DF/, 'de'],
  [/[\u0117\u0173]/, 'lt'],
  [/[\u0123\u0137\u013C]/, 'lv'],
  [/\u00F1/, 'es'],
  [/\u00E3/, 'pt']
]
