/** What a column of a table says about a session. */
export const columns = [
  'id',
  'title',
  'subtitle',
  'type',
  'track',
  'room',
  'language',
  'day',
  'start',
  'endDay',
  'end',
  'duration',
  'speakers',
  'firstName',
  'lastName',
  'affiliation',
  'abstract',
  'url',
  'feedback',
  'status',
] as const

export type Column = (typeof columns)[number]

/** The names of columns in several languages, without accents, case, spaces and punctuation. */
const names: Readonly<Record<Column, string>> = {
  id: 'id guid code uid sessionid talkid eventid number nr no proposalid',
  title:
    'title name talk session event topic sessiontitle talktitle eventtitle presentation papertitle paper titel thema vortrag programmpunkt veranstaltung titre intitule conference titulo charla ponencia sesion titolo intervento onderwerp tytul summary subject what was sessionname presentationtitle nazwa temat nazev tema otsikko rubrik palestra название тема доклад タイトル 題目 演題 講演 主题 题目 标题 제목',
  subtitle: 'subtitle untertitel soustitre subtitulo sottotitolo ondertitel',
  type: 'type format sessiontype sessionformat kind category art kategorie typ formatdelasession tipo formato talktype eventtype',
  track:
    'track tracks theme strand stream section sessiontrack strang themenbereich reihe piste filiere thematique tematica pista tags tag',
  room: 'room location venue place where hall stage raum saal ort buhne wo salle lieu endroit sala lugar aula luogo zaal locatie sessionroom roomname scene scenario miejsce mistnost sal lokal rum sted зал место аудитория 会場 場所 部屋 地点 会场 장소',
  language: 'language lang sprache langue idioma lingua taal jezyk язык 言語 jazyk sprak',
  day: 'date day datum tag jour fecha dia data giorno dag startdate starttag sessiondate eventdate dzien wann den pvm dato dan дата день 日付 日程 日期 날짜 datestart dayofweek weekday wochentag conferenceday',
  start:
    'start starttime starts startsat begins begin beginning from time when hour startdatetime scheduledat zeit uhrzeit beginn anfang von heure debut horaire heuredebut horadeinicio hora inicio desde orario ora inizio tijd tijdstip aanvang godzina scheduledstart timeslot slot sessionstart starttimelocal czas cas tid kello tidspunkt horario время начало 時間 時刻 開始 时间 시간 timestart startingtime startofsession fromtime timefrom timebegin',
  endDay: 'enddate enddatum enddag datefin datedefin fechafin fechadefin datafine dateend endday',
  end: 'end endtime ends endsat until to finish ende bis schluss fin heurefin hasta horadefin termino fine einde eind enddatetime scheduledend sessionend koniec konec slut loppu конец 終了 结束 timeend endingtime endofsession totime timeto',
  duration: 'duration length minutes durationminutes durationmin dauer lange minuten duree duracion durata duur czas',
  speakers:
    'speakers speaker speakernames speakername presenter presenters presentedby author authors who by people person name2 host hosts referent referentin referenten referentinnen sprecher sprecherin vortragende vortragender vortragendr redner wer intervenant intervenants intervenante orateur orateurs oratrice conferencier conferenciers animateur ponente ponentes orador oradores autor autores relatore relatori autori spreker sprekers prelegent prelegenci speakerfullname fullname panelists prowadzacy prednasejici puhuja talare foredragsholder palestrante palestrantes ministrante докладчик спикер 発表者 講演者 登壇者 演讲者 讲者 발표자 presentername speakerlist',
  firstName: 'firstname givenname vorname prenom nombre nome speakerfirstname',
  lastName: 'lastname surname familyname nachname nomdefamille apellido apellidos cognome speakerlastname',
  affiliation:
    'affiliation company organisation organization employer firma organisationen entreprise empresa azienda bedrijf speakercompany institution',
  abstract:
    'abstract description details summarytext about content beschreibung zusammenfassung inhalt resume descriptif resumen descripcion descrizione sommario omschrijving beschrijving opis notes note sessiondescription shortdescription longdescription описание аннотация 概要 内容 摘要 popis kuvaus beskrivning beskrivelse descricao',
  url: 'url link website web page permalink href lien enlace sessionurl talkurl eventurl',
  feedback: 'feedback feedbackurl feedbacklink',
  status: 'status state',
}

const byName = new Map(
  columns.flatMap((column) => names[column].split(' ').map((name) => [letters(name), column] as const)),
)

/** People are named in the forms of several genders: "Referent:innen", "Intervenant·e·s", "Speaker 2". */
const speakers =
  /^(?:speakers?(?:names?)?\d*|(?:referent|sprecher|vortragende|redner|intervenant|orateur|oratrice|conferencier|animateur|ponente|orador|relator|spreker|prelegent|presenter)[a-z]{0,6})$/
/** What columns of exports say first of themselves: "Event Start", "Proposal title". */
const prefix = /^(?:session|event|talk|proposal|submission|presentation|scheduled)(?=.)/

/** What a column with this heading says; `null` if that is unknown. */
export function columnNamed(heading: string): Column | null {
  const whole = heading.replaceAll(/\([^)]*\)/g, '')
  const name = letters(whole)
  return (
    byName.get(name) ??
    byName.get(letters(whole.split('/')[0] ?? '')) ??
    (speakers.test(name) ? 'speakers' : null) ??
    byName.get(name.replace(prefix, '')) ??
    null
  )
}

function letters(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/**
 * The columns of a table by its header row, each at its place; `null` if it is not a header: a programme has titles, and at
 * least one more column.
 */
export function columnsOf(header: readonly string[]): (Column | null)[] | null {
  const found: (Column | null)[] = []
  for (const heading of header) {
    const column = columnNamed(heading)
    // The first of two columns with one meaning is the one that is meant, except that texts are joined.
    found.push(
      column !== null && (column === 'abstract' || column === 'speakers' || !found.includes(column)) ? column : null,
    )
  }
  return found.includes('title') && found.filter((column) => column !== null).length > 1 ? found : null
}
