/**
 * Words that begin with a capital letter in titles and are not parts of names, in lower case. A phrase that has one of
 * them is not a person: "Lessons Learned", "Open Source", "Castle Hill".
 */
const words = `
a about above academic accelerated access accessible acceptance across action active actual ad adding adventure
advanced advice after afternoon again against agent agents agile ahead ai air airport all almost alone always am
amazing analytics ancient and android anatomy another answer answers any anything apache api apis app application
applications apps architect architecture architectures are array arrays artificial as ask assembly assistants async at
attack attacks audio august authors auto automated automation autonomous available aws azure back backend bad banquet
bar basic basics bayesian be beach beautiful because beer beers before beginner beginners behind benchmarks better
between beyond big binary bits blazing block blocks blog blue board boat bonus book books booth booths boot boring
both bot bots bottom brain break breakfast breaking bridge brief broken browser browsers buffet bug bugs build builder
builders building built bus business but buy by cache caching cafe camp campus can cargo case castle cathedral cause
center central centre century certified challenges change changes changing chaos chapter chat cheap check checklist
chips choice choices circle city clang class classes clean clear cli client climate clojure cloud cluster code
codebase codes coding coffee cold colour color combined command commit common communities community companies company
compiler compilers complete complex component components computer computers computing concepts concurrency concurrent
conference conferences configuration connected considered container containers contents context continuous contract
contracts contributor contributors control controls conversation cool core corner correct cost costs could country
course cpu creative crash crates creating crisis critical cross crypto culture current custom customer cyber dances
dark dashboards data database databases datasets date day days dead deadlines dealing death debug debugging debian
december decentralised decisions declarative decorators deep deeper default defence defense delivery demo demos
dependencies dependency deploy design designs desktop developer developers development device devices devops diaries
diary different difficult digital digest dinner dirty disaster discipline discord discussion distance distributed dive
diversity django do docker docs doctor documentation does doing domain don don't done door down downtown dragon
dragons draft dream dreams drink drinks drive driven driver drivers duck during dynamic each early east easier eastern
easy ebpf ecosystem ecosystems edge edition education effect effective effects efficient electric eleven elixir
embedded emacs emerging emoji empty end ending engine engineer engineers enough enterprise environment epic era erlang
error errors essential ethics euro evening event events ever every everyday everyone everything everywhere evil
evolving exact example examples exceptions exercise exhibition experience experiences expert explained explorer
explosion expo express external extra extreme fail failed fails failure failures fair fake fall family fantastic far
farewell fast faster favourite favourites favorite favorites fearless feature features february federated feedback
fediverse field fifteen fifty fight figure file files final finally fine fire firefox firmware first five fix fixing
flask flat flow fly food fool foot for forever formal format forum forward foss foundation foundations founders four
fourteen fourth fragments framework frameworks free freedom french fresh friction friday friendly from front frontend
full fun function functional functions fundamentals funding further future futures fuzz game games gaming garage
garbage garden gate gateway gems gen general generated generative generators generics german get gets getting giant
git github gitlab give given global gnome gnu go goals golang golden good goods google government gpu gpus graph
graphics graphql great greatest ground group groups growing guide guided guidelines guests hack hackathon hacker
hackers hacks half hallway hand handling hands handy happiness happy harbour hard hardcore hardware harder has hat
haskell have header headers headless health heap heat heavy hell hello help helpful here hero heroes hidden hierarchy
high higher highlight highlights his historic history holy home hot hotel hotels hour hours house how html http human
humans hundred hybrid hype i ice idea ideas identity if image images impact implementing important impossible
impressions in incident incidents inclusive independent index indie industrial industry infinite inside insights
instead integer intelligence intelligent interactive interface interfaces intermediate internal internals
international internet interop interpreter into intro introducing invisible io ios iot is island isn't issues it its
it's january java javascript jobs journey july junior just jit jupyter kde keep kernel kernels key keynote keynotes
keys kick kids kind knowledge known kotlin kubernetes lab labs lambda lamp land language languages large laser last
late latency latest launch law laws layer layers lazy leaders leadership leading leaks lean learn learned learners
learnings learnt least leave left legacy legal lesson lessons let let's level levels library libraries license
licensing life lifecycle light lightning like limit limits line linear lines link links linux list little live lives
llm llms load local lock log logic logs london lost lots low lunch machine machines macos macros made magic mail
mailing main maintainer maintainers maintaining make maker makers makes making manage managed manager managers
managing manifesto manual many map maps march market markdown mars mass massive master math maths matrix matter
matters maximum me mean means measure media medium meet meeting meetup meetups memory men mental mess message messages
meta metal method methods metrics micro microphone microservices microsoft middle might migrating million mind mindset
mini minimal minute minutes mistakes mixed mobile mob mode model models modern module modules moment monads monday
money monitoring monolith month months more morning most mountain move moving mozilla much multi multiple museum music
must my mysql myth myths name names native natural near need needs nerd net network networks neural never new news
next nice night nightmare nights nine nineteen no node nodes noise non none nordic normal north northern not note
notebook notebooks notes nothing november now null number numbers object objects observable october of off office
official offline old on once one ones online only open opening opera operating operator operators opinion opinions
optimal optional options or oracle order orders organic organised organized organizers origin original os other others
our out outdoor outlook outside over overview own package packages packaging pain pair panel panels paper papers
paradise paradox parallel parser parsers parsing part partners parts party past patch path paths pattern patterns
people perfect performance performant perils personal perspective perspectives phone photo photos php physical physics
pictures piece pilot ping pipeline pipelines pitfalls pixel pizza place places plan planes planet planning plans
platform platforms play player playing please plenty plugin plugins poem point pointers points poker policy politics
pool poor popular port post poster posters postgres postgresql postmortem power powerful powerpoint practical practice
practices pragmatic preface preview primer prime principles print prior privacy private pro problem problems process
processes processing prod product production products profile profiling program programmer programmers programming
programme programs progress project projects promise promises proof properties proper property protocol protocols pub
public publishing pull pump pure purpose push puzzle pypi python pytorch quality quantum query queries quest question
questions queue quick quickly quiet rabbit race races random rails raspberry raw reactive reading ready real reality
really reasons rebuilding recap recipes record recent red redis reduce reflections refactoring regex register registry
release released releases reliable remarks remote repl report reproducible request requests research resource
resources responsible rest restaurant results retrospective return returning reverse revisited revolution rewriting
right rights rise risk river road roadmap roads robot robotics robots robust rock rocket room rooms root rough round
route routes ruby rules run runner running runtime rust sad saas safe safer safety sailing same san sandbox sane
saturday save saving scala scalable scale scaling scenes schedule schema schemas school science scientific scientist
scientists scope scrape scratch screen script scripting scripts scrum sdk sea search season second secret secrets
secure self semantic senior sense september serious server serverless servers service services session sessions set
setting setup seven seventeen several shader shadow shape shared shell shift shiny ship shipping shop shopping short
should show side sides signal silent silicon simple simpler simplicity simulated single sister site sites six sixteen
size skill skills skip sky slack slides slow small smart smooth snake so social society socket sofa soft software
solid solutions solved solving some something soon sorting sound soup source sources south southern space spain spare
speaker speakers special specific speed spicy spring sprint sprints sql sqlite square stable stack stacks staff stage
standard standards star start started starter startup state stateful stateless states static station status stay step
steps still stop storage stories storm story strange stranger strategies strategy stream streaming streams street
strict string strings strong structure structured structures stuff style subject success such suite sun sunday super
supply support supporting survey survive survivors sustainable sweet swift switch symbolic sync syntax system systems
systemd table tables tail tails take takeaways taking tales talk talks target task tasks taste tcp teach teachers
teaching team teams tech technical technique techniques technologies technology ten tensorflow terminal terms
terraform territory test tested testing tests text than thank thanks that the theatre their them then theorem theory
there these they thing things think third thirteen thirty this those thought thoughts thousand threads three through
thunder thursday tickets tidy time timeline times timing tiny tip tips to today together toggle tokens tomorrow too
tool tooling toolbox toolkit tools top topic topics total touch tour towards tower town track tracks trade tradeoffs
traffic train training trains transactions transfer transformers translators trap traps travel travels tree trees
trends trial tricks tricky trip trouble true trust truth try tuesday tuning turbo turn tutorial tutorials twelve
twenty twist two type typed types typescript ubuntu ugly ui ultimate unconference under underground understanding
unexpected unicode union unit unix unknown unplugged unsafe until up update updates upgrade upgrades upstream us
usable use useful user users using ux vacation value values variables various vector venue version versions very via
victory video videos view views village vim virtual vision visit visual visualising visualizing visualization voice
volume volunteers vs vue walk walking wants war warm warning wars was wasm watching water wave way ways we weather web
webassembly webgpu website wednesday week weekend weeks weird welcome were western what what's when where which while
who whole why wide wiki wild win windows wine winner winners wire wireless wisdom with within without wizard women won
wonderful word words work worker workers workflow workflows working workgroup works workshop workshops world worlds
worst worth would wrap write writers writing wrong xml yaml year years yellow yes yesterday yet you your yourself
youth zero zig zone zoo aber abend als ankunft anreise auf aus bei das dem den der des die ein eine einem einen
einführung ende essen fazit frau für gedanken haus heute ich im ist mein meine mit mittagessen montag nach nacht neue
neuen noch nur oder ohne rückblick schluss sich sind sonntag stadt tag tage teil über und unser unsere von vom vor
vortrag vorträge warum wie wir woche zeit zu zukunft zum zur zwei après arrivée au aux avec avenir bilan ce ces cette
chez comment contre dans de déjeuner demain depuis dîner du elle en entre est et état fin gare histoire il jour
journée journées la le les leur libre logiciel logiciels mais même mon monde nos notre nous nouveau nouvelle nuit où
ou par pas pendant petit petite pour pourquoi premier première présentation qu quand que quelques qui sa salle sans se
ses si soir son sont sous sur temps tout tous très un une ville vie voyage vous algo antes año años así cómo cena
charla charlas como con conclusiones contra cuando cuatro del desde día dos el ella es esta estado este futuro grande
hasta historia hoy las llegada lo los más mejor mi mundo muy nada noche nosotros nuestra nuestro nueva nuevo otra otro
para parte pero por porque primera qué resumen segundo sin sobre su sus también tarde tiempo todo todos tres una uno
viaje vida y ya alla alle anche anni arrivo casa che ci conclusioni cosa così da dal dalla degli dei della delle
di domani dopo due e essere fino foto fra gli grandi ha ho introduzione libero ma mio mondo nel nella noi nostra notte
nuova nuovo oggi ogni ora per perché più prima quando quattro questa questo senza sera sia sono stato storia tempo tra
tre tutti tutto viaggio vita aan aankomst avond bij dag dat deze dit een er gedachten geen had heeft het hij hoe
iets ik jaar kan maar meer met mijn na naar niet nieuw nieuwe nog nu om onder ons onze ook op reis samenvatting slot
te tegen tot uit van veel verhaal voor waarom wat wel wereld werk wij zijn zo ainda além ao aos após até bem cada
chegada com conclusão depois dia dias dois ela ele em essa esse está eu foi história hoje isso já livre mas melhor
mesmo meu minha muito não nas noite nossa nosso nova novo o onde outra outro pela pelo primeira primeiro quem sem ser
seu sua também tem tudo um uma viagem
`

const common = new Set(words.split(/\s+/).filter(Boolean))

/** Endings of words that are not names. */
const endings =
  /(?:tions?|sions?|(?<!cl[eé])ments?|ness|ware|ology|ologies|bility|curity|versity|plexity|ctivity|tegrity|ization|isation|istics|ically|fully|ency|encies|ability|sync|scripts?|ungen|keiten|schaft|ción|ciones|zione|zioni|ções|ção)$/

/** Whether a word is one that titles have, and names do not. */
export function isCommonWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/[’']s$|\.$/, '')
  return common.has(plain) || (plain.length >= 7 && endings.test(plain))
}
