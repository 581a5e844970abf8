import type { Gender } from './nouns'

/** The gender that a given name usually tells; null when it tells none. Case does not matter. */
export function givenNameGender(name: string): Gender | null {
  return genders.get(name.toLowerCase()) ?? null
}

/** What the ending of an East Slavic or Central Asian last name hints: "Petrova" and "Petrov"; null for others. */
export function lastNameGender(name: string): Gender | null {
  if (/(?:[^aeiou]ova|[aeiou]eva|[^aeiou]eva|skaya)$/i.test(name) && name.length > 5) return 'female'
  return /(?:[^aeiou]ov|yev|[^aeiou]ev|sky|skiy)$/i.test(name) && name.length > 5 ? 'male' : null
}

const male = `
aaron abdul abdullah abraham adam ahmad ahmed alan albert alberto alejandro alexander alexei alfred ali allan allen amir
anatoly anders andre andreas andrei andrew andy angus antonio antony anthony antoine anwar arnold arthur arturo ashraf avi barack barry
bashar ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron
calvin carl carlos cedric chad charles charlie christian christoph christopher chuck clarence claude clint clive colin
conor craig curtis cyril dale damian dan daniel danny darren darryl dave david dean dennis derek derrick diego dimitri dmitri dmitry
dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar edmund eduardo edward edwin ehud eli elias elijah elliot emil
emmanuel emanuel enrique eric erik ernest ethan eugene evan fabio felipe felix ferdinand fernando fidel francisco francois frank franklin
franz fred frederick friedrich fyodor gabriel garrett gary gavin gene geoffrey george gerald gerard gerhard gianni gilbert giovanni giuseppe
gordon graham grant greg gregg gregory guillermo gunther gus guy habib hamid hank hans harold harry harvey hassan hector heinrich
helmut henri henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ismail ivan jack jacob jacques jaime jake jamal
james jared jason javier jay jean-claude jeb jed jeff jeffrey jeremy jerome jerry jesus jim jimmy joachim joao joe joel johan johann
john johnny jon jonas jonathan jordi jorge jose joseph josef josh joshua juan julian julio julius justin karim karl keith ken kenneth kent kevin
khaled khalid klaus kofi konrad kurt kyle lance larry lars laurence laurent lawrence len leo leon leonard leonardo leonid leroy lloyd lorenzo
louis luca lucas luigi luis luke magnus mahmoud malcolm manfred manuel marc marcel marco marcus mario mark marshall martin marvin
mateo matt matteo matthew matthias maurice mauricio max maxim mehmet michael michel miguel mike mikhail milan mitch mitchell mohamed mohammad
mohammed morris moshe muhammad mustafa narendra nasser nathan nathaniel neil nelson newt nicholas nick nicolas nigel nikolai norman oleg oliver
olivier omar oscar osama otto owen pablo paolo pascal patrick paul pavel pedro percy perry pete peter petr phil philip philippe
pierre prakash rafael rahul raj rajiv ralph ramon randall randy rashid raul ray raymond recep reinhard rene rex ricardo richard rick
rob robert roberto rodney rodrigo roger roland ron ronald rory ross roy rudolph rudy rupert russell ryan saddam saeed salim salman salvador
sam samir samuel santiago scott sean sebastian sergei sergey sergio seth shane shaun shimon shinzo silvio simon stanley stefan stephen
steve steven stewart stuart tariq ted terrence theo theodore thomas tim timothy toby todd tom tomas tommy tony travis trevor trey tyler
ulrich umberto uwe vadim valery vernon victor vijay viktor vincent vincenzo vitaly vladimir volodymyr wallace walter warren wayne werner wilfred wilhelm will
willem william willie winston wolfgang xavier yair yasser yitzhak yoav yossi yuri yusuf yves zachary zbigniew
abebe adebayo aibek aidan aleksandar aleksander aleksandr alessandro alexandre alexandru aliaksandr alistair amadou anand anatoliy andrej
andrii andriy andrzej anil anton antti aram arjun armando arne artem arvid asger ashok askar atle augusto aziz bakhyt bashir bassam bekzod
bjarne bjorn bjørn bogdan bohdan carsten cesar chidi chinedu christophe daniele daniil darius davide dejan denis dieter dietmar dmytro
dragan eduard egil einar eirik emeka emilio emre erlend espen evgeny fadi faisal farid farrukh filip florian fredrik friedhelm gennady georg
georges georgi georgios gerardo giorgi giorgos guido gustavo haakon hakan halil hamza harald haruto heiko hendrik henrik hiroshi holger
hossein ilham ilia ilya imran ivar janos jaroslav jens jerzy jiri jochen johannes joost jorgen josip juergen jukka jørgen jürgen kamal karel
kemal kenji kiran kjell knut krzysztof lars-erik lasse leszek levan lorenz lubomir luc maciej mads mamadou marek mariusz markus massimo mats
mattias mehdi mihai mikael mikko milos miroslav mohamad mostafa moussa murat mykola naveen nikola nikos nils nuno nurlan odd oddvar ola olaf
olav ole oleh oleksandr osman ousmane oyvind paulo pawel pekka per petter petteri piotr predrag radek rajesh ramesh rashad rasmus roar rolf
rune ruslan rustam sanjar sanjay santosh satoshi serhiy shavkat sherzod sigurd sindre slobodan stanislav stefano stein stelian svein sven
sverre takeshi taras tarek terje thabo thierry thorsten timur tobias tomasz tor torbjorn tore torsten trond tuomas ulf ulrik umar uros
vaclav valentin valeriy vasily vidar vitaliy vjekoslav vladislav volker wojciech yevgeny yohannes youssef zaur zoltan zoran åge øyvind`

const female = `
abby abigail ada adele agnes aisha alexandra alice alicia alison alma amanda amber amelia amina amy ana anastasia
angela angelica angelina angelique anita ann anna anne annette annie antonia april arlene astrid audrey aung ayesha barbara beatrice becky
belinda bernadette beth bethany betsy betty beverly bianca bonnie brenda bridget brigitte brittany camilla camille carla carmen carole caroline
carolyn carrie catalina catherine cathy cecilia celia celine charlotte chelsea cheryl chiara chloe christina christine cindy claire clara
claudia colleen connie constance crystal cynthia daisy danielle daphne dawn debbie deborah debra delia denise diana diane dianne dina dolores
donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen elsa emily emma erica erika erin
esther ethel eva eve evelyn faith fatima felicia fiona florence frances francesca gabriela gemma georgia geraldine gertrude gina
giorgia giulia gladys glenda gloria golda grace greta gretchen gwen hannah harriet hazel heather heidi helen helena helga henrietta hilary hillary
ida ilse imelda indira inez ingrid irene irina iris isabel isabella ivanka ivy jacqueline jane janet janice jasmine jeanne jen jenna
jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie kamala karen karin kate katherine
kathleen kathryn kathy katie katrina kayla kimberly kirsten kristen kristin kristina laila lara laura lauren leah leila lena leticia
lillian lily linda lisa lois loretta lorraine louise lucia lucille lucy lydia mabel madeleine madeline maggie malala malia mandy marcia margaret
margarita maria mariam marianne marie marilyn marina marine marissa marjorie marlene marsha martha mary maryam maureen maya megan melania melanie
melinda melissa mercedes mia michelle mildred miranda miriam mitzi molly monica monique nadia nancy naomi natalia natalie natasha nellie nicole nikki
nina nora norma olga olivia pamela patricia patti patty paula pauline peggy penelope penny phyllis pilar priscilla rachel ramona rebecca regina renee
rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah selena serena sharon sheila shelley
sheryl shirley silvia simone sofia sonia sonya sophia sophie stella stephanie sue suu sue-ellen sunita susan susanna suzanne svetlana sylvia
tamara tammy tanya tara tatiana teresa tessa theresa tiffany tina ursula valerie vanessa vera veronica vicki vicky victoria viola violet virginia
vivian wanda wendy whitney wilma yolanda yvette yvonne zainab zoe zora
adriana agata agnieszka aigul aino ainur akiko aleksandra alena alina anastasiya anca aneta anja anna-lena anneke annika antje anzhelika asa
ase aslaug astri asuka ayse aysel azra bahar barbro beata bente berit birgit birgitta birgitte bjork bozena britt britta cathrine chiamaka
chioma dagmar dana daniela danuta darya dilnoza dorota dorte ebba edda ekaterina elif elin eliška elke elzbieta emilia emine ewa fatma fatou
fatoumata federica fernanda frida gabriele galina gerda gitte giuliana grazyna grete gro guadalupe gudrun gulnara gulnora gulshan gunilla
gunvor halina hanna hanne hedda hege heidrun heike hilde ilona ines inga ingeborg inger ingunn inna iryna isabelle ivana iwona jadwiga jana
jelena joana johanna jolanta jorunn justyna kaja kari karina karoline katarina katarzyna katja keiko khadija kirsti kjersti krystyna larisa
larissa layla lenka leonie lidia liisa liv ljubica lotte lucie lucija ludmila lyudmila madina magda magdalena maja malgorzata malin margit
margrethe marija marijke marit marta marte mette milena mina miroslava monika nadezhda nadine nadja natalya natasa natascha nevena nneka
nurgul oksana olena paola petra ragnhild raisa randi renata ruta sabine sakura sanna saodat saskia sigrid silje siri siv snezana solveig
stine svitlana synne tatjana tatyana tereza tone tove turid ulrike unni ursel veslemoy veslemøy vesna viktoria vilde wenche yael yekaterina
yelena yoko yulia yuliya yumi zahra zeynep zofia zsofia zuzana`

function buildGenders(): Map<string, Gender> {
  const found = new Map<string, Gender>()
  for (const name of male.trim().split(/\s+/)) found.set(name, 'male')
  for (const name of female.trim().split(/\s+/)) found.set(name, 'female')
  return found
}

const genders = buildGenders()
