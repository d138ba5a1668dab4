import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { exportGroups, type ExportTarget } from '../../electron/shared/contract/exports.ts'
import { destinationTarget } from '../../electron/shared/destination-target.ts'
import type { Destination } from '../../electron/shared/destinations.ts'
import { foldName } from '../../electron/shared/fold-text.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { TextField } from '../components/text-field.tsx'
import '../components/field.css'
import './export-targets.css'

interface Props {
  targets: readonly ExportTarget[]
  destinations: readonly Destination[]
  /** The id of the chosen target, or that of the chosen destination among the targets. */
  value: string
  /** The id that was used last; `null` before the first export. */
  lastUsed: string | null
  onChange: (id: string) => void
}

/**
 * All destinations and targets by group, with the last used one first. Words narrow the list, and Enter chooses the first
 * that is left.
 */
export function ExportTargets({ targets, destinations, value, lastUsed, onChange }: Props) {
  const [words, setWords] = useState('')
  const groups = groupTargets([...destinations.map(asListed(targets)), ...targets.map(toListed)], lastUsed, words)
  return (
    <>
      <TextField
        label={t('export.find-target')}
        hideLabel
        placeholder={t('export.find-target')}
        className="export-targets-find"
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          const first = groups[0]?.targets[0]
          if (event.key !== 'Enter' || words === '' || first === undefined) return
          event.preventDefault()
          onChange(first.id)
          setWords('')
        }}
      />
      <RadioGroup className="export-targets" value={value} onChange={onChange}>
        <Label className="field-label export-targets-label">{t('export.what')}</Label>
        {groups.map(({ name, targets: listed }) => (
          <TargetGroup key={name} name={name} targets={listed} />
        ))}
        {groups.length === 0 && <output className="quiet">{t('export.no-target', { words })}</output>}
      </RadioGroup>
    </>
  )
}

/** A target or a destination in the list. */
interface Listed {
  id: string
  group: (typeof exportGroups)[number] | 'destinations'
  name: string
  description: string
  /** Whether somebody else wrote its name. */
  isVerbatim: boolean
}

const toListed = ({ id, group, name, description }: ExportTarget): Listed => ({
  id,
  group,
  name: render(name),
  description: render(description),
  isVerbatim: false,
})

const asListed =
  (targets: readonly ExportTarget[]) =>
  (destination: Destination): Listed => {
    const target = targets.find(({ id }) => id === destination.target)
    const name = target === undefined ? destination.target : render(target.name)
    return {
      id: destinationTarget(destination),
      group: 'destinations',
      name: destination.name,
      description: t('destination.in-folder', { target: name, folder: destination.folder }),
      isVerbatim: true,
    }
  }

function TargetGroup({ name, targets }: Group) {
  return (
    <fieldset className="export-group">
      <legend className="export-group-name">{name}</legend>
      {targets.map((target) => (
        <Radio
          key={target.id}
          value={target.id}
          className="export-target"
          aria-label={target.name}
          aria-describedby={`target-${target.id}`}
        >
          <span className="export-target-mark" aria-hidden />
          <span className="export-target-text">
            <span className="export-target-name" data-verbatim={target.isVerbatim || undefined}>
              {target.name}
            </span>
            <span id={`target-${target.id}`} className="quiet">
              {target.description}
            </span>
          </span>
        </Radio>
      ))}
    </fieldset>
  )
}

interface Group {
  name: string
  targets: readonly Listed[]
}

/** The targets that match the words, without empty groups. */
function groupTargets(targets: readonly Listed[], lastUsed: string | null, words: string): Group[] {
  const wanted = foldName(words).split(' ')
  const nameOf = (group: Listed['group']) => t(`export.group.${group}`)
  const matching = targets.filter((target) => {
    const said = foldName(`${target.name} ${target.description} ${nameOf(target.group)}`)
    return wanted.every((word) => said.includes(word))
  })
  const last = matching.filter(({ id }) => id === lastUsed)
  const groups = (['destinations', ...exportGroups] as const).map((group) => ({
    name: nameOf(group),
    targets: matching.filter((target) => target.group === group && target.id !== lastUsed),
  }))
  return [{ name: t('export.group.last-used'), targets: last }, ...groups].filter((group) => group.targets.length > 0)
}
