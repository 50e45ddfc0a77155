// Parses and renders every card of a folder with the official library, as a client does, with a Markdown processor, as
// Teams has one. Prints what is wrong, a line each, and ends with 1 if anything is.
//   node check.mjs <folder with *.json, at any depth> [--pages <folder to write an HTML page for each card into>]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';
import { Window } from 'happy-dom';
import { marked } from 'marked';

const [folder, option, pages] = process.argv.slice(2);
const window = new Window();
for (const name of ['window', 'document', 'HTMLElement', 'HTMLButtonElement', 'HTMLInputElement', 'HTMLSelectElement', 'HTMLSlotElement', 'Node', 'Event', 'KeyboardEvent']) {
  globalThis[name] = name === 'window' ? window : window[name];
}

const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = marked.parse(text);
  result.didProcess = true;
};

// The library skips what it does not know without a word, so properties are compared with its own schema. These hold
// other objects and stand in its code instead.
const children = {
  AdaptiveCard: ['$schema', 'body', 'actions', 'refresh', 'msteams'],
  Container: ['items'],
  RichTextBlock: ['inlines'],
  ActionSet: ['actions'],
  'Action.ShowCard': ['card'],
};

const shapes = {
  refresh: ['action', 'userIds'],
  msteams: ['width'],
  choices: ['title', 'value'],
  'choices.data': ['type', 'dataset'],
  data: ['ask', 'amendment', 'verb'],
};

function known(type) {
  const made = type === 'AdaptiveCard' ? new cards.AdaptiveCard()
    : type === 'TextRun' ? new cards.TextRun()
      : cards.GlobalRegistry.elements.findByName(type) ? cards.GlobalRegistry.elements.createInstance(type, cards.Versions.latest)
        : cards.GlobalRegistry.actions.findByName(type) ? cards.GlobalRegistry.actions.createInstance(type, cards.Versions.latest)
          : undefined;
  if (!made) return undefined;
  const schema = made.getSchema();
  return new Set(['type', 'fallback', ...(children[type] ?? []), ...Array.from({ length: schema.getCount() }, (_, i) => schema.getItemAt(i).name)]);
}

function* unknown(value, place) {
  if (Array.isArray(value)) {
    for (const item of value) yield* unknown(item, place);
  } else if (value && typeof value === 'object') {
    const shape = shapes[place];
    const names = shape ? new Set(shape) : known(value.type);
    if (!names) yield `unknown element ${value.type} in ${place}`;
    for (const [name, inner] of Object.entries(value)) {
      if (names && !names.has(name)) yield `unknown property ${name} of ${value.type ?? place}`;
      yield* unknown(inner, name);
    }
  }
}

function* wrong(json) {
  if (json.version !== '1.5') yield `version ${json.version}`;
  yield* unknown(json, 'the card');
  const context = new cards.SerializationContext(cards.Versions.latest);
  // The library keeps its place in this pattern from one card to the next, and would refuse every other language.
  cards.CardElement.langProperty.regEx.lastIndex = 0;
  const card = new cards.AdaptiveCard();
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) yield `parsing: ${context.getEventAt(i).message}`;
  for (const event of card.validateProperties().validationEvents) yield `validating: ${event.message}`;
  const rendered = card.render();
  if (!rendered) return yield 'it does not render';
  const markup = rendered.querySelectorAll('a, b, blockquote, code, em, h1, h2, h3, hr, i, img, li, ol, pre, strong, table, ul');
  for (const element of markup) yield `markup in a text: ${element.outerHTML}`;
  if (rendered.textContent.trim().length === 0) yield 'it says nothing';
}

const files = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.json')).sort();
let problems = files.length === 0 ? [`no cards in ${folder}`] : [];
for (const file of files) {
  const text = readFileSync(join(folder, file), 'utf8');
  const json = JSON.parse(text);
  problems.push(...[...wrong(json)].map(problem => `${file}: ${problem}`));
  if (option === '--pages') page(join(pages, file.replace(/\.json$/, '.html')), json);
}

console.log(problems.length ? problems.join('\n') : `${files.length} cards`);
await window.happyDOM.close();
process.exit(problems.length ? 1 : 0);

// As wide as a small phone, by the library in the browser itself.
function page(path, json) {
  mkdirSync(dirname(path), { recursive: true });
  const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  const script = relative(dirname(path), library);
  const data = JSON.stringify(json).replaceAll('<', '\\u003c');
  writeFileSync(path, `<!DOCTYPE html><html lang="${json.lang}"><meta charset="utf-8"><title>${basename(path)}</title>
<link rel="stylesheet" href="${relative(dirname(path), library.replace('adaptivecards.min.js', 'adaptivecards.css'))}">
<style>body { margin: 0; } main { width: 320px; font-family: 'Segoe UI', sans-serif; } .ac-pushButton { max-width: 100%; }</style>
<main></main><script src="${script}"></script>
<script>const card = new AdaptiveCards.AdaptiveCard();
card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: 'DejaVu Sans, sans-serif', actions: { maxActions: 6, actionsOrientation: 'vertical', actionAlignment: 'stretch' }, containerStyles: { emphasis: { backgroundColor: '#f0f0f0' } } });
card.parse(${data}, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.latest));
document.querySelector('main').append(card.render());</script></html>\n`);
}
