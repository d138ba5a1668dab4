/** Maximum number of places that are tried. */
const MAX_PLACES = 16
/** How much of a page is searched for links, in UTF-16 units. */
const SEARCHED = 2_000_000

/** Whether a text is a web page. */
export function isPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 5_000))
}

/**
 * Where the programme of a conference may be, given one of its pages: what the page links to, then where pretalx, Indico,
 * Sched, Sessionize, frab, wafer and PyCon US put it.
 */
export function usualPlaces(page: URL, html: string): URL[] {
  const found = [...linkedPlaces(page, html), ...knownPlaces(page)]
  const byAddress = new Map<string, URL>()
  for (const url of found) {
    url.hash = ''
    if (url.href !== page.href && url.protocol === page.protocol)
      byAddress.set(url.href, byAddress.get(url.href) ?? url)
  }
  return [...byAddress.values()].slice(0, MAX_PLACES)
}

/** The likeliest first: JSON says most, and calendars least. */
const likely: readonly RegExp[] = [
  /(?:schedule|fahrplan|programme?|conference|sessions|timetable|agenda)[^/]*\.json(?:\?|$)/i,
  /\/view\/all(?:\?|$)/i,
  /(?:schedule|fahrplan|programme?|pentabarf|timetable|agenda)[^/]*\.xml(?:\?|$)|\/schedule\/xml\/?(?:\?|$)/i,
  /(?:schedule|fahrplan|programme?|pentabarf)[^/]*\.(?:xcal|xcs)(?:\?|$)/i,
  /\.ics(?:\?|$)|^webcal/i,
]

function linkedPlaces(page: URL, html: string): URL[] {
  const text = html.slice(0, SEARCHED)
  const links = Array.from(
    text.matchAll(/\b(?:href|src|content|data-[\w-]{1,40})\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')/gi),
    (match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&').trim(),
  )
  const sessionize = Array.from(
    text.matchAll(/https:\/\/sessionize\.com\/api\/v2\/\w{4,20}/g),
    ([address]) => `${address}/view/All`,
  )
  const all = [...sessionize, ...links.filter((link) => !link.includes('sessionize.com/'))]
  return likely.flatMap((pattern) =>
    all
      .filter((link) => pattern.test(link))
      .flatMap((link) => {
        const url = URL.parse(link.replace(/^webcals?:/i, 'https:'), page.href)
        return url === null ? [] : [url]
      })
      // A page may link to the calendar of each session.
      .slice(0, 4),
  )
}

function knownPlaces(page: URL): URL[] {
  const at = (path: string) => new URL(path, page.origin)
  const parts = page.pathname.split('/').filter((part) => part !== '')
  const folder = page.pathname.replace(/[^/]*\.[^/]*$/, '').replace(/\/*$/, '/')
  // A page about the schedule, a talk or a speaker is below the one of the event.
  const below = parts.findIndex((part) =>
    /^(?:schedule|talks?|speakers?|featured|cfp|programme?|fahrplan|sessions?|agenda|timetable)$/i.test(part),
  )
  const event = `/${(below < 0 ? parts : parts.slice(0, below)).map((part) => `${part}/`).join('')}`
  const [, indico, root = '', id = ''] = /^((.*)\/event\/(\d+))(?:\/|$)/.exec(page.pathname) ?? []
  const isSched = /\.sched\.(?:com|org)$/i.test(page.hostname)
  return [
    ...(indico === undefined
      ? []
      : [at(`${root}/export/event/${id}.json?detail=contributions`), at(`${indico}/event.ics?scope=contribution`)]),
    ...(isSched ? [at('/all.ics')] : []),
    at(`${event}schedule/export/schedule.json`),
    at(`${event}schedule/conference.json`),
    ...[...new Set([folder, event, '/'])].map((path) => at(`${path}schedule.json`)),
    ...[...new Set([folder, event])].map((path) => at(`${path}schedule.xml`)),
    at(`${event}schedule/pentabarf.xml`),
    at(`${event}schedule/xml`),
    at(`${event}schedule/schedule.json`),
    at(`${folder}schedule.ics`),
  ]
}
