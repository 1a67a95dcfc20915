import type { ReactNode } from 'react'
import { Button, ReplyForm, useReplyForm } from '#ui'

interface PressFormProps {
  /** Names the form on its page. */
  readonly name: string
  readonly values: Readonly<Record<string, string>>
  readonly reply: unknown
  readonly weight?: 'primary' | 'secondary' | 'danger' | 'quiet'
  readonly children: ReactNode
}

/** A form that is one button. */
export function PressForm({ name, values, reply, weight = 'secondary', children }: PressFormProps) {
  const form = useReplyForm({ name, reply, values: {} })
  return (
    <ReplyForm of={form} className="space-y-2">
      {Object.entries(values).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Button weight={weight}>{children}</Button>
    </ReplyForm>
  )
}
