import type { ListingKind } from '#modules/listings'
import { plainName } from './reference/plain-name.ts'

/** What a column of an imported file may fill. */
export const importFields = [
  'id',
  'title',
  'summary',
  'description',
  'problem',
  'advantages',
  'applications',
  'reason',
  'present',
  'conditions',
  'keywords',
  'category',
  'field',
  'ipc',
  'trl',
  'price',
  'budgetFrom',
  'budget',
  'currency',
  'neededOn',
  'province',
  'place',
  'owner',
  'source',
  'licence',
  'url',
  'lang',
] as const
export type ImportField = (typeof importFields)[number]

const technologyOnly: readonly ImportField[] = ['problem', 'advantages', 'applications', 'ipc', 'trl', 'price']
const needOnly: readonly ImportField[] = ['reason', 'present', 'conditions', 'budgetFrom', 'budget', 'neededOn']

/** The fields that a kind of listing has. */
export function fieldsOf(kind: ListingKind): readonly ImportField[] {
  const foreign = kind === 'technology' ? needOnly : technologyOnly
  return importFields.filter((field) => !foreign.includes(field))
}

/** Which column fills which field; a field without a column stays empty. */
export type Mapping = Readonly<Partial<Record<ImportField, string>>>

/** Names under which a column is known in Vietnamese and English, in plain form, the likeliest first. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  id: ['id', 'ma', 'ma so', 'ma ho so', 'ma cong nghe', 'ma nhu cau', 'code', 'external id', 'identifier', 'so hieu'],
  title: [
    'title',
    'tieu de',
    'ten cong nghe',
    'ten nhu cau',
    'ten nhiem vu',
    'ten de tai',
    'ten san pham',
    'ten',
    'name',
  ],
  summary: ['summary', 'tom tat', 'abstract', 'mo ta ngan', 'teaser', 'short description', 'gioi thieu'],
  description: [
    'description',
    'mo ta',
    'mo ta chi tiet',
    'noi dung',
    'chi tiet',
    'details',
    'solution',
    'giai phap',
    'yeu cau',
  ],
  problem: ['problem', 'van de', 'van de can giai quyet', 'boi canh'],
  advantages: ['advantages', 'uu diem', 'uu the', 'diem moi', 'benefits'],
  applications: ['applications', 'ung dung', 'pham vi ung dung', 'kha nang ung dung', 'uses'],
  reason: ['reason', 'ly do', 'objective', 'muc tieu', 'muc dich'],
  present: ['present', 'hien trang', 'giai phap hien tai', 'present solution', 'current solution'],
  conditions: ['conditions', 'dieu kien', 'constraints', 'rang buoc'],
  keywords: ['keywords', 'tu khoa', 'tags', 'the', 'keyword'],
  category: ['category', 'danh muc', 'linh vuc', 'nhom', 'phan loai', 'chu de', 'topic', 'area'],
  field: ['field', 'field code', 'science field', 'ma linh vuc', 'linh vuc khcn', 'linh vuc khoa hoc va cong nghe'],
  ipc: ['ipc', 'ma ipc', 'phan loai sang che'],
  trl: ['trl', 'muc do san sang', 'muc san sang cong nghe', 'readiness', 'technology readiness level'],
  price: ['price', 'gia', 'gia chao', 'gia ban', 'asking price', 'muc gia'],
  budgetFrom: ['budget from', 'ngan sach tu', 'minimum budget'],
  budget: ['budget', 'ngan sach', 'kinh phi', 'budget to', 'ngan sach den', 'ngan sach toi da', 'maximum budget'],
  currency: ['currency', 'don vi tien', 'loai tien', 'tien te'],
  neededOn: ['needed on', 'thoi han', 'can truoc ngay', 'deadline', 'han'],
  province: ['province', 'tinh', 'tinh thanh', 'tinh thanh pho', 'ma tinh'],
  place: ['place', 'dia diem', 'dia chi', 'location', 'address', 'noi trien khai'],
  owner: [
    'owner',
    'chu so huu',
    'don vi so huu',
    'don vi',
    'don vi chu tri',
    'organisation',
    'organization',
    'firm',
    'company',
  ],
  source: ['source', 'nguon', 'nguon du lieu'],
  licence: ['licence', 'license', 'giay phep', 'quyen su dung'],
  url: ['url', 'link', 'lien ket', 'duong dan', 'website', 'trang web'],
  lang: ['lang', 'language', 'ngon ngu'],
}

/** Guesses by the columns' names, in either language and any spelling, which column fills which field. */
export function guessMapping(columns: readonly string[], kind: ListingKind): Mapping {
  const plain = columns.map((column) => ({ column, name: plainName(column) }))
  const taken = new Set<string>()
  const mapping: Partial<Record<ImportField, string>> = {}
  for (const field of fieldsOf(kind)) {
    for (const name of names[field]) {
      const match = plain.find((entry) => entry.name === name && !taken.has(entry.column))
      if (!match) continue
      mapping[field] = match.column
      taken.add(match.column)
      break
    }
  }
  return mapping
}
