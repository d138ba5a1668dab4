import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Star } from 'lucide-react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Button } from '../../../renderer/components/button.tsx'
import { Choice } from '../../../renderer/components/choice.tsx'
import { ComboBox } from '../../../renderer/components/combo-box.tsx'
import { Dialog } from '../../../renderer/components/dialog.tsx'
import { EmptyState } from '../../../renderer/components/empty-state.tsx'
import { FieldGroup } from '../../../renderer/components/field.tsx'
import { IconButton } from '../../../renderer/components/icon-button.tsx'
import { IconToggle } from '../../../renderer/components/icon-toggle.tsx'
import { shownKeys } from '../../../renderer/components/keys.ts'
import { Menu } from '../../../renderer/components/menu.tsx'
import { Tooltips } from '../../../renderer/components/tooltips.tsx'
import { Select } from '../../../renderer/components/select.tsx'
import { Checkbox, Switch } from '../../../renderer/components/switch.tsx'
import { DateField, TextArea, TextField } from '../../../renderer/components/text-field.tsx'
import { TokenField } from '../../../renderer/components/token-field.tsx'
import { axeFindings } from '../../support/page-axe.ts'

const nothing = () => {}
const cities = [
  { id: 'Europe/Berlin', label: 'Berlin, Europe' },
  { id: 'America/New_York', label: 'New York, America' },
  { id: 'America/Toronto', label: 'Toronto, America' },
]

function Zones({ onChange }: { onChange: (zone: string | null) => void }) {
  const [zone, setZone] = useState<string | null>('Europe/Berlin')
  return (
    <ComboBox
      label="Time zone"
      items={cities}
      value={zone}
      onChange={(next) => {
        setZone(next)
        onChange(next)
      }}
    />
  )
}

function Tags({ initial }: { initial: string[] }) {
  const [tags, setTags] = useState(initial)
  return (
    <>
      <TokenField label="Tags" value={tags} onChange={setTags} />
      <output>{tags.join('|')}</output>
    </>
  )
}

const tokens = () => screen.getByRole('status').textContent

function Page() {
  const [isOpen, setOpen] = useState(false)
  return (
    <main>
      <Button onPress={() => setOpen(true)}>Open</Button>
      {isOpen && (
        <Dialog title="Trip details" onClose={() => setOpen(false)} footer={<Button>Save</Button>}>
          <TextField label="Name" value="" onChange={nothing} />
        </Dialog>
      )}
    </main>
  )
}

it('axe finds no violations in any of the components', async () => {
  render(
    <main>
      <Button kind="primary">Save</Button>
      <IconButton label="Highlight" keys="Mod+H" icon={<Star aria-hidden />} />
      <IconToggle label="Private" icon={<Star aria-hidden />} isSelected onChange={nothing} />
      <FieldGroup label="Days">
        <TextField label="Name" value="" onChange={nothing} description="As on the badge." />
        <TextField label="City" value="" onChange={nothing} error="The trip needs a city." />
        <TextArea label="Lead" value="" onChange={nothing} />
        <DateField label="First day" value="2026-04-14" onChange={nothing} />
      </FieldGroup>
      <Select label="Kind" items={cities} value="Europe/Berlin" onChange={nothing} />
      <ComboBox label="Time zone" items={cities} value="Europe/Berlin" onChange={nothing} />
      <TokenField label="Tags" value={['python', 'data']} onChange={nothing} />
      <TokenField label="Authors" value={[]} onChange={nothing} />
      <Choice label="Theme" items={cities} value="Europe/Berlin" onChange={nothing} />
      <Switch isSelected onChange={nothing}>
        Published
      </Switch>
      <Checkbox isSelected={false} onChange={nothing}>
        Include
      </Checkbox>
      <Checkbox aria-label="Include the opening" isSelected onChange={nothing}>
        {null}
      </Checkbox>
      <EmptyState title="Nothing here yet." action={<Button>Add</Button>}>
        It will be.
      </EmptyState>
    </main>,
  )
  expect(await axeFindings()).toEqual([])
})

/** Whether the spelling of a field is checked, in the words of HTML. */
const isChecked = (name: string) => screen.getByRole('textbox', { name }).getAttribute('spellcheck')

describe('a field', () => {
  it('a field shows its error where a screen reader finds it', () => {
    render(<TextField label="Name" value="" onChange={nothing} error="The trip needs a name." />)
    const field = screen.getByRole('textbox', { name: 'Name' })
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('The trip needs a name.')
  })

  it('the spelling is not checked in fields of one line and for tags, which hold names, unless they hold a sentence', () => {
    render(
      <>
        <TextField label="City" value="Lübeck" onChange={nothing} />
        <TextField label="Description" value="In short." onChange={nothing} spellCheck="true" />
        <TokenField label="Authors" value={[]} onChange={nothing} />
      </>,
    )
    expect(['City', 'Description', 'Authors'].map(isChecked)).toEqual(['false', 'true', 'false'])
  })
})

describe('an icon button', () => {
  it('an icon button shows its key in its tooltip, until Escape closes that alone', async () => {
    const onKeyDown = vi.fn<() => void>()
    render(
      <div role="presentation" onKeyDown={onKeyDown}>
        <IconButton label="Settings" keys="Mod+," icon={<Star aria-hidden />} />
        <Tooltips />
      </div>,
    )
    await userEvent.tab()
    expect(screen.getByRole('tooltip').textContent).toBe(`Settings${shownKeys('Mod+,')}`)
    const button = screen.getByRole('button')
    expect(button.getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).toBeNull()
    expect(button.hasAttribute('aria-describedby')).toBe(false)
    expect(onKeyDown).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onKeyDown).toHaveBeenCalledTimes(1)
  })

  it('an icon button shows its tooltip when the mouse rests on it, and none once it is gone', async () => {
    const { rerender } = render(
      <>
        <IconButton label="Settings" icon={<Star aria-hidden />} />
        <Tooltips />
      </>,
    )
    await userEvent.hover(screen.getByRole('button'))
    expect(screen.queryByRole('tooltip')).toBeNull()
    expect((await screen.findByRole('tooltip')).textContent).toBe('Settings')
    rerender(
      <>
        <p>Nothing</p>
        <Tooltips />
      </>,
    )
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
  })

  it('an icon button is a toggle button if it has a state', async () => {
    const onChange = vi.fn<(isSelected: boolean) => void>()
    render(<IconToggle label="Private" icon={<Star aria-hidden />} isSelected={false} onChange={onChange} />)
    const button = screen.getByRole('button', { name: 'Private', pressed: false })
    await userEvent.click(button)
    expect(onChange).toHaveBeenCalledWith(true)
  })
})

describe('a combo box', () => {
  it('a combo box chooses the first match when Enter is pressed', async () => {
    const onChange = vi.fn<(zone: string | null) => void>()
    render(<Zones onChange={onChange} />)
    const input = screen.getByRole<HTMLInputElement>('combobox')
    await userEvent.clear(input)
    await userEvent.type(input, 'york{Enter}')
    expect(onChange).toHaveBeenLastCalledWith('America/New_York')
    expect(input.value).toBe('New York, America')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('a combo box chooses the item that the arrow keys reached', async () => {
    const onChange = vi.fn<(zone: string | null) => void>()
    render(<Zones onChange={onChange} />)
    const input = screen.getByRole('combobox')
    await userEvent.clear(input)
    await userEvent.type(input, 'america{ArrowDown}{ArrowDown}{Enter}')
    expect(onChange).toHaveBeenLastCalledWith('America/Toronto')
  })

  it('a combo box says if there is no match', async () => {
    render(<Zones onChange={nothing} />)
    await userEvent.clear(screen.getByRole('combobox'))
    await userEvent.type(screen.getByRole('combobox'), 'atlantis')
    expect(screen.getByRole('listbox').textContent).toBe('Nothing by that name')
  })
})

describe('a token field', () => {
  it('a token field ends a token at Enter, at a comma, and on leaving', async () => {
    render(<Tags initial={[]} />)
    const input = screen.getByRole('textbox', { name: 'Tags' })
    await userEvent.type(input, 'python{Enter}data science, web')
    expect(tokens()).toBe('python|data science')
    await userEvent.tab()
    expect(tokens()).toBe('python|data science|web')
  })

  it('a token field ignores duplicates and empty tokens', async () => {
    render(<Tags initial={['python']} />)
    await userEvent.type(screen.getByRole('textbox'), 'python, , {Enter}')
    expect(tokens()).toBe('python')
  })

  it('a token field removes the last token at Backspace, and any with its button', async () => {
    render(<Tags initial={['a', 'b', 'c']} />)
    await userEvent.type(screen.getByRole('textbox'), '{Backspace}')
    expect(tokens()).toBe('a|b')
    await userEvent.click(screen.getByRole('button', { name: /Remove a/ }))
    expect(tokens()).toBe('b')
  })
})

describe('a dialog', () => {
  it('a dialog has a name, keeps the focus inside, and restores it', async () => {
    render(<Page />)
    const opener = screen.getByRole('button', { name: 'Open' })
    await userEvent.click(opener)
    const dialog = screen.getByRole('dialog', { name: 'Trip details' })
    expect(await axeFindings()).toEqual([])
    for (let press = 0; press < 6; press++) {
      await userEvent.tab()
      expect(dialog.contains(document.activeElement)).toBe(true)
    }
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await expect.poll(() => document.activeElement).toBe(opener)
  })
})

const menuButton = () => screen.getByRole('button', { name: 'Trip menu', hidden: true })
const isExpanded = () => menuButton().getAttribute('aria-expanded')

describe('a menu', () => {
  const tripMenu = (
    <Menu
      label="This trip"
      trigger={<IconButton label="Trip menu" icon={<Star aria-hidden />} />}
      items={[
        { id: 'open', label: 'Open', onAction: nothing },
        { id: 'remove', label: 'Delete', onAction: nothing },
      ]}
    />
  )
  it('a menu opens at the press of a mouse, with the focus in it but on no entry, and gives it back', async () => {
    render(tripMenu)
    expect(menuButton().getAttribute('aria-haspopup')).toBe('true')
    expect(isExpanded()).toBe('false')
    await userEvent.pointer({ target: menuButton(), keys: '[MouseLeft>]' })
    const list = await screen.findByRole('menu')
    await userEvent.pointer({ target: menuButton(), keys: '[/MouseLeft]' })
    expect(isExpanded()).toBe('true')
    expect(menuButton().getAttribute('aria-controls')).toBe(list.id)
    await expect.poll(() => document.activeElement).toBe(list)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(isExpanded()).toBe('false')
    await expect.poll(() => document.activeElement).toBe(menuButton())
  })

  it.each([
    ['{Enter}', 'Open'],
    [' ', 'Open'],
    ['{ArrowDown}', 'Open'],
    ['{ArrowUp}', 'Delete'],
    ['{Alt>}{ArrowDown}{/Alt}', 'Open'],
  ])('the key "%s" opens a menu with the focus on the entry "%s"', async (keys, name) => {
    render(tripMenu)
    await userEvent.tab()
    await userEvent.keyboard(keys)
    const entry = await screen.findByRole('menuitem', { name })
    await expect.poll(() => document.activeElement).toBe(entry)
  })

  it('a key that opens a menu does not when it is held down with another', async () => {
    render(tripMenu)
    await userEvent.tab()
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}{Control>}{ArrowDown}{/Control}')
    expect(isExpanded()).toBe('false')
  })

  it('a menu opens by keyboard and runs what is chosen', async () => {
    const remove = vi.fn<() => void>()
    render(
      <Menu
        label="This trip"
        trigger={<IconButton label="Trip menu" icon={<Star aria-hidden />} />}
        items={[
          { id: 'open', label: 'Open', onAction: nothing },
          { id: 'line', separator: true },
          { id: 'remove', label: 'Delete', keys: 'Delete', isDanger: true, onAction: remove },
        ]}
      />,
    )
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const menu = await screen.findByRole('menu')
    expect(await axeFindings()).toEqual([])
    expect(within(menu).getAllByRole('menuitem')).toHaveLength(2)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(remove).toHaveBeenCalledOnce()
  })
})
