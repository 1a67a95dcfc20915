/** Kinds of right (IP Law, consolidated to Law 93/2025/QH15), with the term in years and the office's number formats. */
export interface RightType {
  readonly key: RightKind
  readonly vi: string
  readonly en: string
  /** Longest term of protection in years; null when there is none or it is indefinite. */
  readonly termYears: number | null
  /** Formats are conventions of the office: a number outside them is a warning, never a refusal. */
  readonly application: RegExp | null
  readonly grant: RegExp | null
  readonly example: string | null
  readonly legal: string
  /** False for geographical indications, which may be neither assigned (Art. 139(2)) nor licensed (Art. 142(1)). */
  readonly transferable: boolean
}

export const rightKinds = [
  'invention_patent',
  'utility_solution',
  'industrial_design',
  'trademark',
  'layout_design',
  'geographical_indication',
  'plant_variety',
  'copyright_work',
  'software',
  'trade_secret',
  'know_how',
] as const
export type RightKind = (typeof rightKinds)[number]

export const rightTypes: readonly RightType[] = [
  {
    key: 'invention_patent',
    vi: 'Sáng chế',
    en: 'Invention patent',
    termYears: 20,
    application: /^1-\d{4}-\d{5}$/,
    grant: /^1-\d{7}(-\d{3})?$/,
    example: '1-0012345',
    legal: 'Art. 93(2)',
    transferable: true,
  },
  {
    key: 'utility_solution',
    vi: 'Giải pháp hữu ích',
    en: 'Utility solution (utility model)',
    termYears: 10,
    application: /^2-\d{4}-\d{5}$/,
    grant: /^2-\d{7}(-\d{3})?$/,
    example: '2-0001234',
    legal: 'Art. 93(3)',
    transferable: true,
  },
  {
    key: 'industrial_design',
    vi: 'Kiểu dáng công nghiệp',
    en: 'Industrial design',
    termYears: 15,
    application: /^3-\d{4}-\d{5}$/,
    grant: /^3-\d{7}(-\d{3})?$/,
    example: '3-0023456',
    legal: 'Art. 93(4)',
    transferable: true,
  },
  {
    key: 'trademark',
    vi: 'Nhãn hiệu',
    en: 'Trade mark',
    termYears: 10,
    application: /^4-\d{4}-\d{5}$/,
    grant: /^4-\d{7}-\d{3}$/,
    example: '4-0345678-000',
    legal: 'Art. 93(6); licence of a mark need not be registered to bind third parties (Art. 148(3))',
    transferable: true,
  },
  {
    key: 'layout_design',
    vi: 'Thiết kế bố trí mạch tích hợp bán dẫn',
    en: 'Integrated-circuit layout design',
    termYears: 10,
    application: /^5-\d{4}-\d{5}$/,
    grant: null,
    example: '5-2021-00001',
    legal: 'Art. 93(5)',
    transferable: true,
  },
  {
    key: 'geographical_indication',
    vi: 'Chỉ dẫn địa lý',
    en: 'Geographical indication',
    termYears: null,
    application: /^6-\d{4}-\d{5}$/,
    grant: null,
    example: '6-2021-00010',
    legal: 'Art. 93(7)',
    transferable: false,
  },
  {
    key: 'plant_variety',
    vi: 'Giống cây trồng',
    en: 'Plant variety',
    termYears: 20,
    application: null,
    grant: null,
    example: null,
    legal: 'Art. 169',
    transferable: true,
  },
  {
    key: 'copyright_work',
    vi: 'Quyền tác giả',
    en: 'Copyright (works other than software)',
    termYears: null,
    application: null,
    grant: /^\d{1,6}\/\d{4}\/QTG$/,
    example: '1234/2024/QTG',
    legal: 'Art. 27, 49',
    transferable: true,
  },
  {
    key: 'software',
    vi: 'Chương trình máy tính (phần mềm)',
    en: 'Computer program (software)',
    termYears: null,
    application: null,
    grant: /^\d{1,6}\/\d{4}\/QTG$/,
    example: '1234/2024/QTG',
    legal: 'Art. 22, 27',
    transferable: true,
  },
  {
    key: 'trade_secret',
    vi: 'Bí mật kinh doanh',
    en: 'Trade secret / undisclosed information',
    termYears: null,
    application: null,
    grant: null,
    example: null,
    legal: 'Art. 84 and Art. 6(3)(c)',
    transferable: true,
  },
  {
    key: 'know_how',
    vi: 'Bí quyết kỹ thuật, bí quyết công nghệ',
    en: 'Technical / technological know-how',
    termYears: null,
    application: null,
    grant: null,
    example: null,
    legal: 'Technology Transfer Law Art. 2(1), 4(1)(a)',
    transferable: true,
  },
]

export const rightStatuses = [
  'none',
  'filed',
  'formality_exam',
  'accepted',
  'published',
  'substantive_exam',
  'grant_intended',
  'granted',
  'opposed',
  'refused',
  'withdrawn',
  'lapsed_fee',
  'surrendered',
  'expired',
  'invalidated',
  'disputed',
] as const
export type RightStatus = (typeof rightStatuses)[number]

export const rightStatusNames: Readonly<
  Record<RightStatus, { readonly vi: string; readonly en: string; readonly transferable: boolean }>
> = {
  none: { vi: 'Chưa đăng ký', en: 'No protection sought', transferable: false },
  filed: { vi: 'Đã nộp đơn', en: 'Application filed', transferable: true },
  formality_exam: { vi: 'Đang thẩm định hình thức', en: 'Under formality examination', transferable: false },
  accepted: { vi: 'Đã chấp nhận đơn hợp lệ', en: 'Accepted as a valid application', transferable: true },
  published: { vi: 'Đã công bố đơn', en: 'Application published', transferable: true },
  substantive_exam: { vi: 'Đang thẩm định nội dung', en: 'Under substantive examination', transferable: true },
  grant_intended: { vi: 'Thông báo dự định cấp văn bằng', en: 'Notice of intended grant', transferable: true },
  granted: { vi: 'Đã cấp văn bằng bảo hộ (còn hiệu lực)', en: 'Granted, in force', transferable: true },
  opposed: { vi: 'Đang có phản đối hoặc khiếu nại', en: 'Under opposition or appeal', transferable: true },
  refused: { vi: 'Từ chối cấp', en: 'Refused', transferable: false },
  withdrawn: { vi: 'Đã rút đơn hoặc coi như rút', en: 'Withdrawn or deemed withdrawn', transferable: false },
  lapsed_fee: { vi: 'Chấm dứt hiệu lực do không nộp phí', en: 'Lapsed for non-payment', transferable: false },
  surrendered: { vi: 'Chủ văn bằng từ bỏ', en: 'Surrendered', transferable: false },
  expired: { vi: 'Hết thời hạn bảo hộ', en: 'Expired', transferable: false },
  invalidated: { vi: 'Hủy bỏ hiệu lực', en: 'Invalidated', transferable: false },
  disputed: { vi: 'Đang tranh chấp', en: 'In dispute', transferable: false },
}

export const rightsBases = [
  'owner',
  'co_owner',
  'applicant',
  'licensee_may_sublicense',
  'host_of_state_task',
  'agent',
] as const
export type RightsBasis = (typeof rightsBases)[number]

export const rightsBasisNames: Readonly<Record<RightsBasis, { readonly vi: string; readonly en: string }>> = {
  owner: { vi: 'Chủ sở hữu', en: 'Owner' },
  co_owner: { vi: 'Đồng chủ sở hữu', en: 'Co-owner' },
  applicant: { vi: 'Người nộp đơn', en: 'Applicant' },
  licensee_may_sublicense: {
    vi: 'Bên được chuyển quyền sử dụng, được phép chuyển giao thứ cấp',
    en: 'Licensee entitled to sublicense',
  },
  host_of_state_task: {
    vi: 'Tổ chức chủ trì nhiệm vụ sử dụng ngân sách nhà nước',
    en: 'Host organisation of a state-funded task',
  },
  agent: { vi: 'Đại diện theo ủy quyền', en: 'Authorised agent' },
}
