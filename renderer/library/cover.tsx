import { type CSSProperties, useState } from 'react'
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

/** Maximum number of pixels of a cover: decoding more could take all of the memory, each time the library is shown. */
const MAX_PIXELS = 64_000_000

/** A picture over the drawing, as soon as it is loaded. It is not drawn before its size is known. */
function Picture({ address }: { address: string }) {
  const [state, setState] = useState<'loading' | 'shown' | 'unfit'>('loading')
  if (state === 'unfit') return null
  return (
    <img
      className={`cover-picture ${state === 'shown' ? 'cover-picture-shown' : ''}`}
      src={address}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        setState(naturalWidth * naturalHeight <= MAX_PIXELS ? 'shown' : 'unfit')
      }
      onError={() => setState('unfit')}
    />
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
      {picture !== null && <Picture key={picture} address={picture} />}
    </div>
  )
}
