import { useEffect, useRef, useState } from 'react'
import { takeTurn } from './take-turn.ts'
import './cover.css'

/** Maximum number of pixels of a cover: decoding more could take all of the memory, each time the library is shown. */
const MAX_PIXELS = 64_000_000
/** How near a cover must be to what is seen, to be loaded: about one row of cards. */
const NEAR = '256px'

interface LoadedPictureProps {
  address: string
  /** It cannot be loaded, or should not be shown. */
  onUnfit: () => void
}

/** A picture that is loaded as soon as its turn has come. It is not drawn before its size is known. */
function LoadedPicture({ address, onUnfit }: LoadedPictureProps) {
  const [state, setState] = useState<'waiting' | 'loading' | 'shown'>('waiting')
  const endTurn = useRef<() => void>(null)
  // Each is a whole photo. Reading many at once would hold up the main process.
  useEffect(() => {
    const end = takeTurn(() => setState('loading'))
    endTurn.current = end
    return end
  }, [])
  if (state === 'waiting') return null
  return (
    <img
      className={state === 'shown' ? 'cover-image cover-image-shown' : 'cover-image'}
      src={address}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
        endTurn.current?.()
        if (naturalWidth * naturalHeight <= MAX_PIXELS) setState('shown')
        else onUnfit()
      }}
      onError={onUnfit}
    />
  )
}

/**
 * A picture that lies over the drawing of a cover once it is loaded. It is in memory only while it is near: those of a
 * thousand trips would need gigabytes. `loading="lazy"` would load dozens ahead, and keep them.
 */
export function CoverPicture({ address }: { address: string }) {
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  const [isUnfit, setIsUnfit] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver((changes) => setIsNear(changes.at(-1)?.isIntersecting ?? false), {
      scrollMargin: NEAR,
    })
    if (frame.current !== null) observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className="cover-picture">
      {isNear && !isUnfit && <LoadedPicture address={address} onUnfit={() => setIsUnfit(true)} />}
    </div>
  )
}
