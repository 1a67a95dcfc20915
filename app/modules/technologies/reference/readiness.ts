/** Technology readiness levels 1 to 9: names after the European Commission's Horizon scale, compatible with ISO 16290:2013. */
export interface ReadinessLevel {
  readonly level: number
  readonly stage: ReadinessStage
  readonly vi: string
  readonly en: string
  readonly definition: { readonly vi: string; readonly en: string }
  /** What is asked for as proof of this level. */
  readonly evidence: readonly { readonly vi: string; readonly en: string }[]
}

export const readinessStages = ['research', 'development', 'deployment'] as const
export type ReadinessStage = (typeof readinessStages)[number]

export const readinessLevels: readonly ReadinessLevel[] = [
  {
    level: 1,
    stage: 'research',
    vi: 'Quan sát và công bố nguyên lý cơ bản',
    en: 'Basic principles observed',
    definition: {
      vi: 'Nghiên cứu cơ bản bắt đầu được chuyển thành ý tưởng ứng dụng.',
      en: 'Scientific research begins to be translated into applied R&D.',
    },
    evidence: [
      { vi: 'bài báo khoa học', en: 'paper' },
      { vi: 'báo cáo nghiên cứu', en: 'research report' },
    ],
  },
  {
    level: 2,
    stage: 'research',
    vi: 'Hình thành khái niệm hoặc ứng dụng công nghệ',
    en: 'Technology concept formulated',
    definition: {
      vi: 'Ý tưởng ứng dụng được nêu ra, còn mang tính suy đoán, chưa có thực nghiệm.',
      en: 'Practical application is invented; still speculative, no experimental proof.',
    },
    evidence: [
      { vi: 'bản mô tả khái niệm', en: 'concept note' },
      { vi: 'phân tích khả thi sơ bộ', en: 'early feasibility' },
    ],
  },
  {
    level: 3,
    stage: 'research',
    vi: 'Chứng minh khái niệm bằng thực nghiệm',
    en: 'Experimental proof of concept',
    definition: {
      vi: 'Nghiên cứu phân tích và thí nghiệm xác nhận chức năng then chốt.',
      en: 'Analytical and laboratory studies validate critical functions.',
    },
    evidence: [
      { vi: 'dữ liệu thí nghiệm', en: 'experimental data' },
      { vi: 'báo cáo PoC', en: 'PoC report' },
    ],
  },
  {
    level: 4,
    stage: 'development',
    vi: 'Kiểm chứng công nghệ trong phòng thí nghiệm',
    en: 'Technology validated in lab',
    definition: {
      vi: 'Các thành phần được tích hợp và thử nghiệm trong phòng thí nghiệm.',
      en: 'Basic components are integrated and tested in a laboratory.',
    },
    evidence: [
      { vi: 'báo cáo thử nghiệm', en: 'test report' },
      { vi: 'mẫu thử phòng thí nghiệm', en: 'lab prototype' },
    ],
  },
  {
    level: 5,
    stage: 'development',
    vi: 'Kiểm chứng công nghệ trong môi trường liên quan',
    en: 'Technology validated in relevant environment',
    definition: {
      vi: 'Mẫu tích hợp được thử trong môi trường mô phỏng gần thực tế (môi trường công nghiệp liên quan với công nghệ then chốt).',
      en: 'Integrated components tested in a simulated or industrially relevant environment.',
    },
    evidence: [{ vi: 'báo cáo thử nghiệm môi trường liên quan', en: 'relevant-environment test report' }],
  },
  {
    level: 6,
    stage: 'development',
    vi: 'Trình diễn công nghệ trong môi trường liên quan',
    en: 'Technology demonstrated in relevant environment',
    definition: {
      vi: 'Nguyên mẫu gần hoàn chỉnh được trình diễn ở quy mô thử nghiệm.',
      en: 'Representative prototype demonstrated at pilot scale.',
    },
    evidence: [
      { vi: 'biên bản trình diễn', en: 'demonstration minutes' },
      { vi: 'quy trình pilot', en: 'pilot protocol' },
    ],
  },
  {
    level: 7,
    stage: 'deployment',
    vi: 'Trình diễn nguyên mẫu hệ thống trong môi trường vận hành',
    en: 'System prototype demonstration in operational environment',
    definition: {
      vi: 'Nguyên mẫu hệ thống vận hành trong điều kiện thực tế của người dùng.',
      en: 'Prototype near or at planned operational system, demonstrated in operation.',
    },
    evidence: [{ vi: 'xác nhận của đơn vị thử nghiệm', en: 'user-site confirmation' }],
  },
  {
    level: 8,
    stage: 'deployment',
    vi: 'Hệ thống hoàn chỉnh và được chứng nhận',
    en: 'System complete and qualified',
    definition: {
      vi: 'Công nghệ hoàn thiện, đạt tiêu chuẩn, chứng nhận, sẵn sàng sản xuất.',
      en: 'Technology proven in final form under expected conditions, qualified.',
    },
    evidence: [
      { vi: 'chứng nhận hợp chuẩn, hợp quy', en: 'conformity certificates' },
      { vi: 'hồ sơ sản xuất', en: 'production file' },
    ],
  },
  {
    level: 9,
    stage: 'deployment',
    vi: 'Hệ thống được kiểm chứng trong vận hành thực tế',
    en: 'Actual system proven in operational environment',
    definition: {
      vi: 'Đã ứng dụng hoặc thương mại hóa, có kết quả vận hành.',
      en: 'Actual application in final form; competitive manufacturing or use.',
    },
    evidence: [
      { vi: 'hợp đồng bán hàng, chuyển giao', en: 'sales or transfer contracts' },
      { vi: 'số liệu vận hành', en: 'operating data' },
    ],
  },
]

/** The band a level belongs to: 1-3 research, 4-6 development, 7-9 deployment. */
export function readinessStage(level: number): ReadinessStage {
  return level <= 3 ? 'research' : level <= 6 ? 'development' : 'deployment'
}
