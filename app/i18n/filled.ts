/** Puts values into the places `{name}` of a text. A place without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>> | undefined): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values?.[name] === undefined ? whole : String(values[name]),
  )
}

/** A sentence with places `{name}`, as a function of what stands in them, written out already. */
export function filled(text: string): (values: Readonly<Record<string, string>>) => string {
  return (values) => fill(text, values)
}
