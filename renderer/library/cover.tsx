import type { CSSProperties } from 'react'
import { CoverPicture } from './cover-picture.tsx'
import { COVER_HEIGHT, COVER_WIDTH, coverShapes } from './cover-shapes.ts'
import './cover.css'

const hillClasses: Record<number, string> = { 0: 'cover-hill-0', 1: 'cover-hill-1', 2: 'cover-hill-2' }

/** A landscape drawn from the title, in the colours of the theme. */
function Drawing({ title }: { title: string }) {
  const { hue, sun, hills } = coverShapes(title)
  return (
    <svg
      className="cover-drawing"
      viewBox={`0 0 ${COVER_WIDTH} ${COVER_HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      style={{ '--hue': hue } as CSSProperties}
    >
      <rect className="cover-sky" width={COVER_WIDTH} height={COVER_HEIGHT} />
      <circle className="cover-sun" cx={sun.x} cy={sun.y} r={sun.radius} />
      {hills.map(({ path, depth }) => (
        <path key={depth} className={hillClasses[depth]} d={path} />
      ))}
    </svg>
  )
}

/**
 * The cover of a trip: a picture of the trip, or a drawing where there is none. Purely decorative.
 *
 * @param picture its address
 */
export function Cover({ title, picture }: { title: string; picture: string | null }) {
  return (
    <div className="cover">
      <Drawing title={title} />
      {picture !== null && <CoverPicture key={picture} address={picture} />}
    </div>
  )
}
