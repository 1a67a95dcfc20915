import { useMessages } from '#i18n'
import { Button } from '#ui'

/** Stands first in each form, so that the Enter key saves and does not take a row away. */
export function EnterSaves({ version }: { readonly version: number }) {
  return (
    <>
      <button type="submit" name="go" value="stay" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="version" value={String(version)} />
    </>
  )
}

/** The buttons under a part's form. */
export function SavesPart({ stay }: { readonly stay?: string }) {
  const { workbench: words } = useMessages()
  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-5">
      <Button name="go" value="stay">
        {stay ?? words.save}
      </Button>
      <Button weight="secondary" name="go" value="next">
        {words.saveAndNext}
      </Button>
    </div>
  )
}
