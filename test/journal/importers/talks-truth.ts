import type { DaysSource } from '../../../electron/shared/import-draft.ts'

/** What a person understands of a report in `test/fixtures/reports/talks`. */
export interface ReportTruth {
  name: string
  days: [first: string, last: string]
  source: DaysSource
  city: string
  /** Each talk with its speakers and its day. Everything else in the report is a note. */
  talks: [title: string, speakers: string, day: string][]
}

export const truths: ReportTruth[] = [
  {
    name: 'by-and-parentheses.md',
    days: ['2026-06-17', '2026-06-20'],
    source: 'text',
    city: 'Folkestone',
    talks: [
      ['The Next Twenty Weeks of Plumbing', 'Andrea Alessandri', '2026-06-17'],
      ['Moving House without Stopping the Clocks', 'Daisy Holloway', '2026-06-17'],
      ['Opening the Black Box: Legally Testing What Is Private', 'Marten Fjeld, Qiu Li', '2026-06-17'],
      ['Contract Checks on Virtual Functions', 'Timo Dömler', '2026-06-17'],
      ['Death by a Thousand Templates', 'Ingrid van den Heuvel', '2026-06-17'],
      ['The difference between wrappers and adapters', 'Klaus Eichhorn', '2026-06-17'],
      ['Attack through the keys', 'Kevin Carver', '2026-06-17'],
      ['The paradox of effort', 'Yvonne Rodgers', '2026-06-17'],
    ],
  },
  {
    name: 'linked-headings.md',
    days: ['2026-02-07', '2026-02-08'],
    source: 'post',
    city: '',
    talks: [
      ["L'état de Go", 'Maëlle Kerbrat', '2026-02-08'],
      ["Découper un monolithe de dix ans : l'architecture, les gens, et la douleur", 'Victor Lubinski', '2026-02-08'],
      ['Brewed for Speed: How the Green Kettle Works', 'Jesús Espinar', '2026-02-08'],
      ['Inside Reflection', 'Valentina Yurchenko', '2026-02-08'],
      ['Comprendre pourquoi votre CPU est lent : des mesures avec PerfGo', 'Christian Simoneau', '2026-02-08'],
      [
        'Le règlement – ce que la conformité change, surtout pour la documentation',
        'Florian Hackl, Annika Niemeyer',
        '2026-02-08',
      ],
      [
        'Mettre en œuvre la loi - avec le libre',
        'Carl-Daniel Hallinger, Filipe Jorge Mourão, Lucia Lanfrè, Laure Pourcel',
        '2026-02-08',
      ],
    ],
  },
  {
    name: 'by-day.md',
    days: ['2025-10-01', '2025-10-03'],
    source: 'text',
    city: 'Gothenburg',
    talks: [
      ['Opening', '', '2025-10-01'],
      ['The Long Now of Software', 'Sanne de Wit', '2025-10-01'],
      ['Queues All the Way Down', 'Babatunde Adeyemi', '2025-10-01'],
      ['Typed Holes', 'Mary-Ann O’Neill, J. R. Ramírez', '2025-10-02'],
      ['A Small Database', 'Hiroshi Tanaka, Aiko Mori, Ken', '2025-10-02'],
      ['Who Pays the Maintainers?', '', '2025-10-02'],
      ['Lightning Talks', '', '2025-10-03'],
      ['Ships in Bottles', 'Professor Tove Ditlevsen', '2025-10-03'],
    ],
  },
  {
    name: 'auf-deutsch.md',
    days: ['2026-09-15', '2026-09-17'],
    source: 'text',
    city: 'Freiburg',
    talks: [
      ['Eröffnung', '', '2026-09-15'],
      ['Bäume fällen in O(log n)', 'Jürgen Weißhaupt', '2026-09-15'],
      ['Warum wir nicht mehr messen', 'Dr. Petra Öztürk', '2026-09-15'],
      ['Moos als Datenspeicher', 'Lena Brandt, Yusuf Kaya', '2026-09-15'],
      ['Die Kunst des Wartens', 'Karl-Heinz von der Au', '2026-09-16'],
      ['Wem gehört der Wald?', '', '2026-09-16'],
      ['Knoten', 'Ewa Nowak', '2026-09-17'],
      ['Rinde lesen lernen', 'Mirjam te Velde', '2026-09-17'],
    ],
  },
  {
    name: 'names-first.md',
    days: ['2026-05-14', '2026-05-16'],
    source: 'text',
    city: 'St. Louis',
    talks: [
      ['Compilers for Gardeners', 'Ana Lima', '2026-05-14'],
      ['The Bus That Never Came', 'Dmitri Volkov', '2026-05-14'],
      ['Clocks Are Wrong', 'Wei-Ling Zhao, Tom Baxter', '2026-05-14'],
      ['Small Memory, Long Memory', 'Nkechi Obi', '2026-05-15'],
      ['Nothing Is Idempotent', 'Rosalind Peña-Ortiz', '2026-05-15'],
      ['Tiles', 'Ludwig van den Broek', '2026-05-15'],
      ['Right to Left', 'Fatima Zahra El Idrissi', '2026-05-16'],
      ['Sean McAllister', 'Sean McAllister', '2026-05-16'],
    ],
  },
  {
    name: 'with-times.md',
    days: ['2026-04-14', '2026-04-15'],
    source: 'headings',
    city: '',
    talks: [
      ['Maps Without Borders', 'Amara Nwosu', '2026-04-14'],
      ['Streaming Soup', 'Claudia Comelli, Thomas Saupé', '2026-04-14'],
      ['Query Planning for the Impatient', 'Oleksandr Kostenko', '2026-04-14'],
      ['Security by Design', '', '2026-04-14'],
      ['Nobody Reads the Manual', 'Robin Hood-Jones', '2026-04-15'],
      ['Fireside chat with Grace Okafor', 'Grace Okafor', '2026-04-15'],
      ['Vectors, Explained', 'Noor Haddadi', '2026-04-15'],
      ['Building Bridges', 'Piotr Zieliński', '2026-04-15'],
    ],
  },
  {
    name: 'each-a-section.md',
    days: ['2017-04-26', '2017-04-29'],
    source: 'text',
    city: '',
    talks: [
      ['Dealing with It', 'Atila Nevin', '2017-04-26'],
      ['Making Templates Great for the First Time', 'Dan Sachs', '2017-04-26'],
      ['To hell and back', 'Russ Milne', '2017-04-26'],
      ['Containers from Scratch', 'Liz Ryce', '2017-04-26'],
      ['Thinking Outside the Synchronisation Quadrant', 'Kevlin Hennessy', '2017-04-26'],
      ['The Actor Model in Practice', 'Balázs Török', '2017-04-26'],
      ['Welcome to the Time Zone', 'Greg Millar', '2017-04-26'],
      ['A C++ Quiz', 'Steve Loven, Herb Sandler', '2017-04-26'],
    ],
  },
  {
    name: 'en-espanol.md',
    days: ['2025-10-28', '2025-10-30'],
    source: 'text',
    city: 'Puebla',
    talks: [
      ['El estado de la nube', 'Alejandra Núñez', '2025-10-28'],
      ['Cómo perder datos', 'Íñigo Zubizarreta, Lucía Montes', '2025-10-28'],
      ['Redes de pesca', 'Joaquín del Valle', '2025-10-29'],
      ['Accesibilidad para todas', 'María José Castaño', '2025-10-29'],
      ['Ni un byte más', 'Óscar Quiroga', '2025-10-30'],
      ['el futuro', '', '2025-10-30'],
    ],
  },
]
