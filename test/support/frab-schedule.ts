/** An event of 14 April 2026, or of another day. */
export interface FrabEvent {
  /** Its number, from 1 on. */
  id: number
  title: string
  room?: string
  day?: string
  /** `10:45` */
  start?: string
  persons?: readonly string[]
}

/** A programme as frab and pretalx export it, in Berlin's time. */
export function frabSchedule(events: readonly FrabEvent[]): string {
  const days = [...new Set(events.map(({ day = '2026-04-14' }) => day))].toSorted()
  return JSON.stringify({
    schedule: {
      version: '1',
      conference: {
        title: 'Lantern Conf 2026',
        acronym: 'lantern',
        start: days[0],
        end: days.at(-1),
        daysCount: days.length,
        time_zone_name: 'Europe/Berlin',
        days: days.map((date, index) => ({ index, date, rooms: roomsOf(events, date) })),
      },
    },
  })
}

function roomsOf(events: readonly FrabEvent[], date: string): Record<string, object[]> {
  const rooms: Record<string, object[]> = {}
  for (const { id, title, room = 'Aula', day = '2026-04-14', start = '10:00', persons = ['Ada Lind'] } of events) {
    if (day !== date) continue
    const event = {
      guid: `00000000-0000-4000-9000-${String(id).padStart(12, '0')}`,
      id,
      date: `${day}T${start}:00+02:00`,
      start,
      duration: '00:30',
      room,
      title,
      subtitle: '',
      track: null,
      type: 'Talk',
      language: 'en',
      abstract: `What number ${id} is about.`,
      description: '',
      persons: persons.map((name, index) => ({ id: index, public_name: name })),
      links: [],
    }
    rooms[room] = [...(rooms[room] ?? []), event]
  }
  return rooms
}
