import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { exportGroups, type ExportTarget } from '../../electron/shared/contract/exports.ts'
import { foldName } from '../../electron/shared/fold-text.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { TextField } from '../components/text-field.tsx'
import '../components/field.css'
import './export-targets.css'

interface Props {
  targets: readonly ExportTarget[]
  /** The id of the chosen target. */
  value: string
  /** The id of the target that was used last; `null` before the first export. */
  lastUsed: string | null
  onChange: (target: string) => void
}

/** All targets by group, with the last used one first. Words narrow the list, and Enter chooses the first that is left. */
export function ExportTargets({ targets, value, lastUsed, onChange }: Props) {
  const [words, setWords] = useState('')
  const groups = groupTargets(targets, lastUsed, words)
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

function TargetGroup({ name, targets }: Group) {
  return (
    <fieldset className="export-group">
      <legend className="export-group-name">{name}</legend>
      {targets.map((target) => (
        <Radio
          key={target.id}
          value={target.id}
          className="export-target"
          aria-label={render(target.name)}
          aria-describedby={`target-${target.id}`}
        >
          <span className="export-target-mark" aria-hidden />
          <span className="export-target-text">
            <span className="export-target-name">{render(target.name)}</span>
            <span id={`target-${target.id}`} className="quiet">
              {render(target.description)}
            </span>
          </span>
        </Radio>
      ))}
    </fieldset>
  )
}

interface Group {
  name: string
  targets: readonly ExportTarget[]
}

/** The targets that match the words, without empty groups. */
function groupTargets(targets: readonly ExportTarget[], lastUsed: string | null, words: string): Group[] {
  const wanted = foldName(words).split(' ')
  const matching = targets.filter((target) => {
    const said = foldName(`${render(target.name)} ${render(target.description)} ${t(`export.group.${target.group}`)}`)
    return wanted.every((word) => said.includes(word))
  })
  const last = matching.filter(({ id }) => id === lastUsed)
  const groups = exportGroups.map((group) => ({
    name: t(`export.group.${group}`),
    targets: matching.filter((target) => target.group === group && target.id !== lastUsed),
  }))
  return [{ name: t('export.group.last-used'), targets: last }, ...groups].filter((group) => group.targets.length > 0)
}
