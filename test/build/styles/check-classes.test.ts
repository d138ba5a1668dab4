import { expect, test } from 'vitest'
import { checkClasses } from '../../../build/styles/check-classes.ts'

const entry = 'page/main.tsx'

/** Checks a page of two components with their style sheets, which is valid except for the given files. */
function check(changes: Record<string, string> = {}): string[] {
  const page = {
    [entry]: `import './styles/base.css'\nimport { Card } from './card.tsx'`,
    'page/styles/base.css': 'body { margin: 0 } .quiet { opacity: 0.5 }',
    'page/card.css': '.card { color: red } .card-title { color: blue }',
    'page/card.tsx': `import './card.css'\nconst all = <p className="card card-title quiet" />`,
    'page/form/field.css': '.field input { width: 100% }',
    'page/form/field.tsx': `import './field.css'\nconst all = <p className="field" />`,
  }
  return checkClasses({ ...page, ...changes }, entry)
}

/** Checks the page with a third line in the file of the card. */
const checkLine = (code: string) =>
  check({ 'page/card.tsx': `import './card.css'\nconst all = <p className="card card-title quiet" />;\n${code}` })

test('a page in which every class is loaded with the file that uses it has no problems', () => {
  expect(check()).toEqual([])
})

test('a class whose style sheet only another file imports is reported', () => {
  expect(checkLine('const missing = <p className="field" />')).toEqual([
    'page/card.tsx:3: .field is defined in page/form/field.css, which this file does not import.',
  ])
  expect(checkLine(`import './form/field.css'; const there = <p className="field" />`)).toEqual([])
})

test('a class that no style sheet defines is reported, even if it is only used in a selector', () => {
  expect(checkLine('const typo = <p className="crad" />')).toEqual(['page/card.tsx:3: No style sheet defines .crad.'])
  expect(checkLine(`element.closest('li > .crad')`)).toEqual(['page/card.tsx:3: No style sheet defines .crad.'])
})

test('a selector may use a class of another file without its style sheet', () => {
  expect(checkLine(`element.querySelector('.field')`)).toEqual([])
})

test('a class that nothing uses is reported', () => {
  expect(check({ 'page/form/field.css': '.field {}\n@media print {\n  .field-note {}\n}' })).toEqual([
    'page/form/field.css:3: Nothing uses .field-note.',
  ])
})

test('a style sheet that uses a class of another one is reported', () => {
  expect(check({ 'page/card.css': '.card {}\n.card-title {}\n.card > .field {}' })).toEqual([
    'page/card.css:3: .field belongs to page/form/field.css.',
  ])
  expect(check({ 'page/card.css': '.card {}\n.card-title {}\n.card:has(:not(.field)) {}' })).toEqual([
    'page/card.css:3: .field belongs to page/form/field.css.',
  ])
})

test('a style sheet may use the classes of packages for their own elements', () => {
  expect(check({ 'page/card.css': '.card {} .card-title .lucide {}' })).toEqual([])
})

test('an imported style sheet that the file does not use is reported', () => {
  expect(checkLine(`import './form/field.css'`)).toEqual(['page/card.tsx: Uses no class of page/form/field.css.'])
})

test.each([
  ['both sides of a condition', `<p className={isOn ? 'one' : 'two'} />`],
  ['the end of an and', `<p className={isOn && 'one two'} />`],
  ['a fallback', `<p className={className || 'one two'} />`],
  ['the words of a template', '<p className={`one ${isOn ? "two" : ""} ${className}`} />'],
  ['a table of classes', `const names = { a: 'one', b: 'two' } satisfies Names; <p className={names[kind]} />`],
  ['a constant', `const both = 'one two'; <p className={both} />`],
  ['a function', `function name() { if (isOn) return 'one'; return 'two' }; <p className={name()} />`],
  ['an arrow function', `const name = () => { return isOn ? 'one' : 'two' }; <p className={name()} />`],
  ['a property', `const props = { className: 'one' }; Decoration.mark({ class: 'two' })`],
  ['the default of a parameter', `function Two({ className = 'one two' }) {}`],
  ['a prop for a part of a component', `<Field inputClassName="one" labelClassName="two" />`],
  ['an assignment', `element.className = 'one two'`],
  ['the class list of an element', `element.classList.toggle('one'); element.classList.add('two')`],
  ['an attribute that is set', `element.setAttribute('class', 'one two')`],
])('classes are found in %s', (_, code) => {
  expect(checkLine(code).toSorted()).toEqual([
    'page/card.tsx:3: No style sheet defines .one.',
    'page/card.tsx:3: No style sheet defines .two.',
  ])
})

test.each([
  ['a class that is glued together', '<p className={`card-${kind}`} />', /glued together/],
  ['a value from another file', '<p className={imported} />', /“imported” stands for cannot be read/],
  ['a value that leads to itself', 'const a = b; const b = a; <p className={a} />', /cannot be read/],
  ['a call of a method', `<p className={names.join(' ')} />`, /cannot be read from this CallExpression/],
  ['a class that is passed by its position', 'const make = (className) => {}', /as a property called className/],
])('%s is reported, because it cannot be checked', (_, code, problem) => {
  expect(checkLine(code)).toEqual([expect.stringMatching(problem)])
})
