export { Badge, Facts, Foreign, Marked, Pagination, type Standing, Steps, Table, Tag } from './display.tsx'
export { Figure } from './drawing.tsx'
export {
  Checkbox,
  CheckboxGroup,
  type Choice,
  type Field,
  FileField,
  MoneyField,
  PasswordField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx'
export { ReplyForm, useReplyForm } from './form.tsx'
export { Button, ButtonLink, Link } from './link.tsx'
export { Empty, Notice, Page, Prose, Section } from './page.tsx'
