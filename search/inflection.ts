/** Irregular English forms that questions are full of. */
const IRREGULAR = new Map(
  `won:win built:build made:make wrote:write written:write led:lead grew:grow grown:grow fought:fight found:find
  began:begin begun:begin became:become held:hold took:take taken:take gave:give given:give went:go gone:go came:come
  saw:see seen:see knew:know known:know fell:fall fallen:fall left:leave lost:lose sold:sell bought:buy brought:bring
  taught:teach thought:think caught:catch sent:send spent:spend kept:keep met:meet paid:pay said:say told:tell ran:run
  rose:rise risen:rise broke:break broken:break spoke:speak spoken:speak chose:choose chosen:choose drove:drive
  driven:drive flew:fly flown:fly drew:draw drawn:draw threw:throw thrown:throw wore:wear worn:wear sank:sink sunk:sink
  sang:sing sung:sing swam:swim shot:shoot shown:show slept:sleep struck:strike stood:stand understood:understand
  died:die lay:lie laid:lay born:bear bore:bear hid:hide hidden:hide ate:eat eaten:eat drank:drink drunk:drink
  froze:freeze frozen:freeze stole:steal stolen:steal bound:bind wound:wind ground:grind fed:feed bred:breed
  people:person men:man women:woman children:child feet:foot teeth:tooth mice:mouse geese:goose lives:life wives:wife
  knives:knife leaves:leaf wolves:wolf halves:half shelves:shelf thieves:thief bacteria:bacterium fungi:fungus
  criteria:criterion phenomena:phenomenon data:datum media:medium analyses:analysis bases:basis crises:crisis
  theses:thesis hypotheses:hypothesis matrices:matrix indices:index vertices:vertex axes:axis larvae:larva algae:alga
  better:good best:good worse:bad worst:bad`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

const DOUBLED = /([bdfgklmnprt])\1$/

function stems(word: string, ending: string): string[] {
  const stem = word.slice(0, -ending.length)
  if (stem.length < 3 && !(stem.length === 2 && ending === 's')) return []
  return DOUBLED.test(stem) ? [stem.slice(0, -1), stem] : [stem, `${stem}e`]
}

/** The forms in which an English word may stand in a list of terms, the likeliest first; the word itself left out. */
export function baseForms(word: string): string[] {
  const forms: string[] = []
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) forms.push(irregular)
  if (word.length < 4) return forms
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('ied')) forms.push(`${word.slice(0, -3)}y`)
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) forms.push(word.slice(0, -2))
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1))
  if (word.endsWith('ing')) forms.push(...stems(word, 'ing'))
  if (word.endsWith('ed')) forms.push(...stems(word, 'ed'))
  if (word.endsWith('ly')) forms.push(word.slice(0, -2))
  if (word.endsWith('er')) forms.push(...stems(word, 'er'))
  if (word.endsWith('est')) forms.push(...stems(word, 'est'))
  return forms
}
