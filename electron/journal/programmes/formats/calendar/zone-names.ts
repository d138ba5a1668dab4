import { isTimeZone } from '../../../../shared/time.ts'

/**
 * The zone that a calendar means by a name: an IANA name, alone or at the end of a longer one, or a name of Windows.
 * `null` if it is neither.
 */
export function zoneNamed(name: string): string | null {
  const plain = name.trim().replaceAll('"', '')
  const windows = windowsZones.get(plain.toLowerCase())
  if (windows !== undefined) return windows
  const [iana] = /[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2}$/.exec(plain) ?? []
  if (iana !== undefined && isTimeZone(iana)) return iana
  return /^(?:Etc\/)?(?:UTC|GMT|Zulu|Z)$/i.test(plain) ? 'UTC' : zoneOfCities(plain)
}

/** The names that Windows shows: "(UTC+01:00) Amsterdam, Berlin, Bern", "(GMT-05:00) Eastern Time (US & Canada)". */
function zoneOfCities(name: string): string | null {
  const [, places] = /^\((?:UTC|GMT)[^()]*\)\s*(.+)$/i.exec(name) ?? []
  if (places === undefined) return null
  const [, american] = /^(Eastern|Central|Mountain|Pacific) Time \(US/i.exec(places) ?? []
  if (american !== undefined) return windowsZones.get(`${american.toLowerCase()} standard time`) ?? null
  const zones = Intl.supportedValuesOf('timeZone')
  for (const place of places.split(/,\s*/)) {
    const found = zones.find((zone) =>
      zone.toLowerCase().endsWith(`/${place.trim().toLowerCase().replaceAll(' ', '_')}`),
    )
    if (found !== undefined) return found
  }
  return null
}

/** The offset that a name says, and no more: "GMT+0200", "UTC-5". */
export function offsetNamed(name: string): string | null {
  const [, sign, hours = '', minutes = '00'] = /^\(?(?:UTC|GMT)\s?([+-])(\d{1,2}):?(\d\d)?\)?/i.exec(name.trim()) ?? []
  return sign === undefined ? null : `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** The likeliest zone of an abbreviation that says no more than the offset. */
export function zoneAbbreviated(name: string): string | null {
  return abbreviations.get(name.trim().toUpperCase()) ?? (isTimeZone(name.trim()) ? name.trim() : null)
}

const abbreviations = new Map(
  [
    ['Europe/Berlin', 'CET CEST MEZ MESZ MET MEST'],
    ['Europe/London', 'BST'],
    ['Europe/Lisbon', 'WET WEST'],
    ['Europe/Helsinki', 'EET EEST'],
    ['Europe/Moscow', 'MSK'],
    ['America/New_York', 'EST EDT ET'],
    ['America/Chicago', 'CST CDT CT'],
    ['America/Denver', 'MST MDT MT'],
    ['America/Los_Angeles', 'PST PDT PT'],
    ['America/Sao_Paulo', 'BRT'],
    ['Asia/Kolkata', 'IST'],
    ['Asia/Tokyo', 'JST'],
    ['Asia/Seoul', 'KST'],
    ['Asia/Singapore', 'SGT'],
    ['Asia/Hong_Kong', 'HKT'],
    ['Africa/Johannesburg', 'SAST'],
    ['Africa/Lagos', 'WAT'],
    ['Africa/Nairobi', 'EAT'],
    ['Australia/Sydney', 'AEST AEDT'],
    ['Australia/Adelaide', 'ACST ACDT'],
    ['Australia/Perth', 'AWST'],
    ['Pacific/Auckland', 'NZST NZDT'],
  ].flatMap(([zone = '', names = '']) => names.split(' ').map((name) => [name, zone] as const)),
)

/** From the Unicode project's table of Windows zones: the zone of each name's main territory. */
const windowsZones = new Map(
  `AUS Central Standard Time=Australia/Darwin
AUS Eastern Standard Time=Australia/Sydney
Afghanistan Standard Time=Asia/Kabul
Alaskan Standard Time=America/Anchorage
Arab Standard Time=Asia/Riyadh
Arabian Standard Time=Asia/Dubai
Arabic Standard Time=Asia/Baghdad
Argentina Standard Time=America/Argentina/Buenos_Aires
Atlantic Standard Time=America/Halifax
Azerbaijan Standard Time=Asia/Baku
Azores Standard Time=Atlantic/Azores
Bangladesh Standard Time=Asia/Dhaka
Belarus Standard Time=Europe/Minsk
Canada Central Standard Time=America/Regina
Cape Verde Standard Time=Atlantic/Cape_Verde
Caucasus Standard Time=Asia/Yerevan
Cen. Australia Standard Time=Australia/Adelaide
Central America Standard Time=America/Guatemala
Central Asia Standard Time=Asia/Almaty
Central Brazilian Standard Time=America/Cuiaba
Central Europe Standard Time=Europe/Budapest
Central European Standard Time=Europe/Warsaw
Central Pacific Standard Time=Pacific/Guadalcanal
Central Standard Time=America/Chicago
Central Standard Time (Mexico)=America/Mexico_City
China Standard Time=Asia/Shanghai
E. Africa Standard Time=Africa/Nairobi
E. Australia Standard Time=Australia/Brisbane
E. Europe Standard Time=Europe/Chisinau
E. South America Standard Time=America/Sao_Paulo
Eastern Standard Time=America/New_York
Eastern Standard Time (Mexico)=America/Cancun
Egypt Standard Time=Africa/Cairo
Ekaterinburg Standard Time=Asia/Yekaterinburg
FLE Standard Time=Europe/Kiev
Fiji Standard Time=Pacific/Fiji
GMT Standard Time=Europe/London
GTB Standard Time=Europe/Bucharest
Georgian Standard Time=Asia/Tbilisi
Greenland Standard Time=America/Godthab
Greenwich Standard Time=Atlantic/Reykjavik
Hawaiian Standard Time=Pacific/Honolulu
India Standard Time=Asia/Calcutta
Iran Standard Time=Asia/Tehran
Israel Standard Time=Asia/Jerusalem
Jordan Standard Time=Asia/Amman
Kaliningrad Standard Time=Europe/Kaliningrad
Korea Standard Time=Asia/Seoul
Mauritius Standard Time=Indian/Mauritius
Middle East Standard Time=Asia/Beirut
Montevideo Standard Time=America/Montevideo
Morocco Standard Time=Africa/Casablanca
Mountain Standard Time=America/Denver
Mountain Standard Time (Mexico)=America/Mazatlan
Myanmar Standard Time=Asia/Rangoon
N. Central Asia Standard Time=Asia/Novosibirsk
Namibia Standard Time=Africa/Windhoek
Nepal Standard Time=Asia/Katmandu
New Zealand Standard Time=Pacific/Auckland
Newfoundland Standard Time=America/St_Johns
Pacific SA Standard Time=America/Santiago
Pacific Standard Time=America/Los_Angeles
Pacific Standard Time (Mexico)=America/Tijuana
Pakistan Standard Time=Asia/Karachi
Paraguay Standard Time=America/Asuncion
Romance Standard Time=Europe/Paris
Russian Standard Time=Europe/Moscow
SA Eastern Standard Time=America/Cayenne
SA Pacific Standard Time=America/Bogota
SA Western Standard Time=America/La_Paz
SE Asia Standard Time=Asia/Bangkok
Samoa Standard Time=Pacific/Apia
Singapore Standard Time=Asia/Singapore
South Africa Standard Time=Africa/Johannesburg
Sri Lanka Standard Time=Asia/Colombo
Syria Standard Time=Asia/Damascus
Taipei Standard Time=Asia/Taipei
Tasmania Standard Time=Australia/Hobart
Tokyo Standard Time=Asia/Tokyo
Tonga Standard Time=Pacific/Tongatapu
Turkey Standard Time=Europe/Istanbul
US Eastern Standard Time=America/Indianapolis
US Mountain Standard Time=America/Phoenix
UTC=UTC
Ulaanbaatar Standard Time=Asia/Ulaanbaatar
Venezuela Standard Time=America/Caracas
Vladivostok Standard Time=Asia/Vladivostok
W. Australia Standard Time=Australia/Perth
W. Central Africa Standard Time=Africa/Lagos
W. Europe Standard Time=Europe/Berlin
West Asia Standard Time=Asia/Tashkent
West Pacific Standard Time=Pacific/Port_Moresby`
    .split('\n')
    .map((row) => row.split('='))
    .map(([name = '', zone = '']) => [name.toLowerCase(), zone] as const),
)
