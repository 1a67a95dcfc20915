import { scienceFields } from '#classifications'
import { plainName } from './plain-name.ts'

/**
 * Categories of known collections and the fields of science and technology they speak of; a category that speaks of
 * none (an agency, a rank) is not in the table and gives no field.
 */
const categories: readonly (readonly [fields: readonly string[], names: readonly string[]])[] = [
  [['101'], ['Mathematics']],
  [
    ['102'],
    [
      'Data and Image Processing',
      'Data Servers Processing and Handling',
      'Image Processing',
      'Information Systems',
      'Autonomous Systems',
      'Công nghệ thông tin',
      'Trường CNTT và Truyền thông',
      'Trường Công nghệ thông tin và Truyền thông',
      'Khoa học máy tính',
    ],
  ],
  [['101', '102'], ['Viện Toán ứng dụng và Tin học']],
  [['103'], ['Viện Vật lý kỹ thuật']],
  [
    ['105'],
    [
      'Environmental Science (Earth, Air, Space, Exoplanet)',
      'Environmental Science',
      'Earth Science',
      'Earth data science',
      'Earth observation',
      'Remote sensing',
    ],
  ],
  [['201'], ['Xây dựng', 'Construction']],
  [['202'], ['Electronics and Electrical Power', 'Electronics', 'Sensors', 'Trường Điện - Điện tử', 'Điện - Điện tử']],
  [
    ['203'],
    [
      'Aeronautics',
      'Propulsion',
      'Structures and Mechanisms',
      'Vehicle Management (Space/Air/Ground)',
      'Air Platform',
      'Space Platforms',
      'Trường Cơ khí',
      'Cơ khí',
    ],
  ],
  [['204'], ['Viện Kỹ thuật hóa học', 'Công nghệ hóa học']],
  [
    ['205'],
    [
      'Materials and Processes',
      'Materials/Processes',
      'Viện KH&KT Vật liệu',
      'Viện Khoa học và Kỹ thuật Vật liệu',
      'Vật liệu',
    ],
  ],
  [['206'], ['Biomedical']],
  [['207'], ['Viện KH&CN Môi trường', 'Viện Khoa học và Công nghệ Môi trường', 'Xử lý môi trường']],
  [
    ['209', '211'],
    ['Viện CNSH & CNTP', 'Viện Công nghệ Sinh học và Công nghệ Thực phẩm'],
  ],
  [['211'], ['Công nghệ thực phẩm', 'Food technology']],
  [['401'], ['Trồng trọt']],
  [['402'], ['Chăn nuôi']],
  [['405'], ['Thủy sản', 'Nuôi trồng thủy sản', 'Aquaculture']],
  [['502'], ['Viện Kinh tế và Quản lý', 'Business Systems and Project Management']],
  [['503'], ['Viện Sư phạm kỹ thuật']],
]

const byCategory = new Map(
  categories.flatMap(([fields, names]) => names.map((name): [string, readonly string[]] => [plainName(name), fields])),
)

const byName = new Map<string, string>(
  scienceFields.flatMap(({ code, vi, en }): [string, string][] => [
    [plainName(vi), code],
    [plainName(en), code],
    [code, code],
  ]),
)

/** The fields a category speaks of, by its code, its name in either language or the table; empty when unknown. */
export function fieldsOfCategory(category: string): readonly string[] {
  const name = plainName(category)
  const field = byName.get(name)
  return field === undefined ? (byCategory.get(name) ?? []) : [field]
}
