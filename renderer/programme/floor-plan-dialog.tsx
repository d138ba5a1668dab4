import { ImagePlus, MapPin } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { findSession } from '../../electron/shared/programme/sessions-of.ts'
import type { RoomPlace } from '../../electron/shared/programme.ts'
import type { Photo, Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Select } from '../components/select.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { placeRoom } from './plan-edits.ts'
import './floor-plan-dialog.css'

/** How far an arrow key moves the point, as a part of the picture's width or height; with Shift, five times as far. */
const STEP = 0.01

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

const within = (value: number) => Math.max(0, Math.min(1, value))

/** Shows where the room of the chosen session is on a floor plan, which is a picture of the trip. */
export function FloorPlanDialog() {
  const trip = useTrip((state) => state.trip)
  const { places } = useTrip((state) => state.plan)
  const session = useTrip((state) => findSession(state, state.sessionId ?? ''))
  if (trip === null || session === undefined) return null
  const known = places[session.room]?.value ?? null
  // The plan that another room is on is likely to be this room's, too.
  const others = Object.values(places).flatMap(({ value }) => value ?? [])
  const photoId = known?.photoId ?? others.at(-1)?.photoId ?? null
  return <FloorPlan trip={trip} room={session.room} known={known} photoId={photoId} />
}

interface FloorPlanProps {
  trip: Trip
  room: string
  known: RoomPlace | null
  /** The picture that is shown first. */
  photoId: string | null
}

const nameOf = ({ caption, originalName }: Photo) => caption || originalName

function FloorPlan({ trip, room, known, photoId: first }: FloorPlanProps) {
  const closeDialog = useApp((state) => state.closeDialog)
  const addPhoto = useTrip((state) => state.addPhoto)
  const isReadOnly = useTripReadOnly()
  const { photos } = trip
  const [photoId, setPhotoId] = useState(() => photos.find(({ id }) => id === first)?.id ?? null)
  const [point, setPoint] = useState(() => (known === null ? null : { x: known.x, y: known.y }))
  const photo = photos.find(({ id }) => id === photoId)

  const add = async (file: File | undefined) => {
    if (file === undefined) return
    const added = await addPhoto(file.name, new Uint8Array(await file.arrayBuffer()))
    if (added !== null) setPhotoId(added.id)
  }
  const save = () => {
    if (photoId !== null && point !== null) void placeRoom(room, { photoId, ...point })
    closeDialog()
  }
  const chooser = !isReadOnly && (
    <FileTrigger acceptedFileTypes={['image/*']} onSelect={(files) => void add(files?.[0])}>
      <Button icon={<ImagePlus aria-hidden />}>{t('programme.plan.add')}</Button>
    </FileTrigger>
  )
  const isChanged =
    point !== null && photo !== undefined && (photoId !== known?.photoId || point.x !== known.x || point.y !== known.y)
  return (
    <Dialog
      title={t('programme.plan.title', { room })}
      onClose={closeDialog}
      size="large"
      footer={
        <>
          {known !== null && !isReadOnly && (
            <Button
              kind="plain"
              onPress={() => {
                void placeRoom(room, null)
                closeDialog()
              }}
            >
              {t('programme.plan.remove')}
            </Button>
          )}
          <Button kind="plain" onPress={closeDialog}>
            {isChanged ? t('action.cancel') : t('action.close')}
          </Button>
          {isChanged && (
            <Button kind="primary" onPress={save}>
              {t('action.save')}
            </Button>
          )}
        </>
      }
    >
      {photos.length === 0 ? (
        <EmptyState title={t('programme.plan.none')} action={chooser}>
          {t('programme.plan.none-note')}
        </EmptyState>
      ) : (
        <>
          <div className="floor-plan-choice">
            <Select
              label={t('programme.plan.picture')}
              hideLabel
              isDisabled={isReadOnly}
              items={[
                { id: '', label: t('programme.plan.choose') },
                ...photos.map((one) => ({ id: one.id, label: nameOf(one), isVerbatim: true as const })),
              ]}
              value={photo?.id ?? ''}
              onChange={(id) => setPhotoId(id === '' ? null : id)}
            />
            {chooser}
          </div>
          {photo && (
            <Plan
              key={photo.id}
              address={bridge.photoAddress(trip.id, photo.id)}
              alt={photo.alt || nameOf(photo)}
              room={room}
              point={point}
              onPoint={isReadOnly ? null : setPoint}
            />
          )}
        </>
      )}
    </Dialog>
  )
}

interface Point {
  x: number
  y: number
}

interface PlanProps {
  address: string
  alt: string
  room: string
  point: Point | null
  /** Moves the point; `null` if that is not possible. */
  onPoint: ((point: Point) => void) | null
}

/** The picture with the point on it, which a click or the arrow keys move. */
function Plan({ address, alt, room, point, onPoint }: PlanProps) {
  const picture = useRef<HTMLImageElement>(null)
  const onClick = (event: MouseEvent) => {
    const box = picture.current?.getBoundingClientRect()
    if (box === undefined || onPoint === null || box.width === 0) return
    onPoint({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || onPoint === null) return
    event.preventDefault()
    const [x, y] = step.map((by) => (event.shiftKey ? by * 5 : by))
    const from = point ?? { x: 0.5, y: 0.5 }
    onPoint({ x: within(from.x + (x ?? 0)), y: within(from.y + (y ?? 0)) })
  }
  return (
    <>
      {onPoint && <p className="quiet">{t('programme.plan.how')}</p>}
      {/* With the keyboard, the arrow keys move the point. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="floor-plan" onClick={onClick}>
        <img ref={picture} src={address} alt={alt} className="floor-plan-picture" />
        <button
          type="button"
          className="floor-plan-point"
          data-unset={point === null ? '' : undefined}
          style={{ left: `${(point?.x ?? 0.5) * 100}%`, top: `${(point?.y ?? 0.5) * 100}%` }}
          aria-label={
            point === null
              ? t('programme.plan.unset', { room })
              : t('programme.plan.point', {
                  room,
                  across: Math.round(point.x * 100),
                  down: Math.round(point.y * 100),
                })
          }
          onKeyDown={onKeyDown}
          onClick={(event) => event.stopPropagation()}
        >
          <MapPin aria-hidden />
          <span>{room}</span>
        </button>
      </div>
    </>
  )
}
