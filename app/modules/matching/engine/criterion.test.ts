import { describe, expect, test } from 'vitest'
import { type ProfileInput, profileSchema, publicTechnology } from '#modules/technologies'
import { judgeCriterion, preparedCriterion } from './criterion.ts'
import { preparedText } from './passages.ts'

const today = Date.UTC(2026, 10, 25)

interface Said {
  readonly vi?: ProfileInput['texts'] extends { vi?: infer T } ? T : never
  readonly advantages?: string
  readonly en?: string
  readonly closed?: boolean
  readonly comparison?: ProfileInput['comparison']
}

/** Judges a criterion by a technology whose advantages say this. */
function judged(criterion: string, said: Said, language: 'vi' | 'en' = 'vi') {
  const profile = profileSchema.parse({
    sourceLanguage: language,
    texts: {
      [language]: {
        title: language === 'vi' ? 'Công nghệ mẫu' : 'A sample',
        advantages: said.advantages ?? said.en ?? '',
      },
    },
    comparison: said.comparison ?? [],
    visibility: said.closed ? { advantages: 'confidential' } : {},
  })
  return judgeCriterion(
    [preparedCriterion(criterion, language)],
    preparedText(publicTechnology(profile).profile, today),
  )
}

describe('a criterion in Vietnamese', () => {
  test.each([
    ['Công suất tối thiểu 500 kg/h', 'Năng suất 800 kg/giờ, hai người đứng máy.', 'met'],
    ['Công suất tối thiểu 500 kg/h', 'Năng suất 200 kg/giờ, hai người đứng máy.', 'not_met'],
    ['Công suất tối thiểu 500 kg/h', 'Máy chạy êm, dễ vệ sinh.', 'unknown'],
    // 10 tonnes a day are 417 kg/h by day and night, and 1,250 kg/h in eight hours.
    ['Công suất tối thiểu 500 kg/giờ', 'Năng suất 10 tấn/ngày.', 'unknown'],
    ['Công suất tối thiểu 500 kg/giờ', 'Năng suất 20 tấn/ngày.', 'met'],
    ['Công suất từ 5 đến 10 m³/ngày', 'Công suất từ 2 đến 20 m³/ngày.', 'met'],
    ['Công suất từ 5 đến 10 m³/ngày', 'Công suất 3 m³/ngày.', 'not_met'],
    ['Công suất từ 5 đến 10 m³/ngày', 'Công suất 8.000 lít/ngày.', 'met'],
    ['Nhiệt độ sấy không quá 60 °C', 'Nhiệt độ sấy 52–58 °C.', 'met'],
    ['Nhiệt độ sấy ≤ 60 °C', 'Nhiệt độ sấy đạt 75 °C.', 'not_met'],
    ['Nhiệt độ sấy ≤ 60 °C', 'Nhiệt độ sấy từ 50 đến 75 °C.', 'unknown'],
    ['Hiệu suất thu hồi ≥ 62,5%', 'Hiệu suất thu hồi đạt 63%.', 'met'],
    ['Hiệu suất thu hồi ≥ 62,5%', 'Hiệu suất thu hồi tăng từ 41% lên 58%.', 'not_met'],
    ['Chi phí vận hành không quá 25.000 đồng/m³', 'Chi phí vận hành 0,021 triệu đồng/m³.', 'met'],
    ['Tổng nitơ đầu ra không quá 20 mg/L', 'COD đầu ra 12 mg/L, tổng nitơ từ 840 còn 32 mg/L.', 'not_met'],
    ['Amoni đầu ra không quá 5 mg/L', 'COD đầu ra 3 mg/L, tổng nitơ đầu ra 2 mg/L.', 'unknown'],
    ['Amoni đầu ra không quá 5 mg/L', 'Amoni đầu ra dưới 8 mg/L.', 'unknown'],
    ['COD giảm từ 60%', 'COD nước sau cụm giảm 66%.', 'met'],
    ['COD giảm từ 60%', 'COD trong nước còn 66%.', 'unknown'],
    ['Thời gian ủ không quá sáu tháng', 'Thời gian ủ 150 ngày.', 'met'],
    ['Đã vận hành trên 3 năm', 'Ba trạm vận hành từ năm 2021.', 'met'],
    ['Đã vận hành trên 3 năm', 'Một trạm vận hành từ tháng 4/2026.', 'not_met'],
    ['Không dùng hóa chất', 'Xử lý bằng hơi nước, không dùng hóa chất.', 'met'],
    ['Không dùng hóa chất', 'Nước được châm hóa chất keo tụ.', 'not_met'],
    ['Không dùng hóa chất', 'Xử lý bằng hơi nước.', 'unknown'],
    ['Không dùng CO hoặc nitrit', 'Không dùng CO, nitrit trong mọi công đoạn.', 'met'],
    ['Không dùng CO hoặc nitrit', 'Có cơ cấu đảo khay và cỏ lót.', 'unknown'],
    ['Thu khí sinh học cho bếp các hộ', 'Không cần máy thổi, thu khí sinh học dẫn về bếp các hộ.', 'met'],
    ['Tổng vi khuẩn không quá 10⁵ CFU/g', 'Tổng vi khuẩn 2 × 10⁴ CFU/g.', 'met'],
    ['Sai số độ ẩm không quá ±1%', 'Sai số độ ẩm mục tiêu 12,5 ± 0,6%.', 'met'],
  ])('%s — %s', (criterion, advantages, verdict) => {
    expect(judged(criterion, { advantages }).verdict).toBe(verdict)
  })

  test('the verdict rests on the sentence that speaks of it', () => {
    const { evidence } = judged('Độ bền trượt từ 0,7 MPa', {
      advantages: 'Phát thải 0,008 mg/m³. Độ bền trượt sau ngâm đạt 0,82–0,96 MPa. Không phải thay máy ép.',
    })
    expect(evidence).toEqual({
      text: 'Độ bền trượt sau ngâm đạt 0,82–0,96 MPa.',
      language: 'vi',
      place: 'advantages',
    })
  })

  test('of a comparison only what is offered counts', () => {
    const comparison = [{ criterion: 'Tỷ lệ sống', unit: '%', present: '95', offered: '60 (ao đất)' }]
    const found = judged('Tỷ lệ sống từ 80%', { comparison })
    expect(found).toMatchObject({ verdict: 'not_met', evidence: { text: 'Tỷ lệ sống: 60 (ao đất) %' } })
  })

  test('a closed section gives no verdict and no sentence', () => {
    const open = judged('Công suất tối thiểu 500 kg/h', { advantages: 'Năng suất 800 kg/giờ.' })
    const closed = judged('Công suất tối thiểu 500 kg/h', { advantages: 'Năng suất 800 kg/giờ.', closed: true })
    expect(open.verdict).toBe('met')
    expect(closed).toMatchObject({ verdict: 'unknown', evidence: null })
  })
})

describe('a criterion in English', () => {
  test.each([
    ['Throughput of at least 500 kg/h', 'Throughput is 1,200 kg/h.', 'met'],
    ['Throughput of at least 500 kg/h', 'Throughput is 0.2 t/h.', 'not_met'],
    ['A payback of 24 months or less', 'The plant pays back in 19 months.', 'met'],
    ['No preservatives', 'It keeps 60 days, without turning pink, and without preservatives.', 'met'],
    ['No preservatives', 'Preservatives are added before filling.', 'not_met'],
    ['Survival of 80% or more', 'Survival rises from 60% to 84%.', 'met'],
    ['Works at up to 45 ppt salinity', 'It treats water at a salinity of 30–45 ppt.', 'met'],
  ])('%s — %s', (criterion, en, verdict) => {
    expect(judged(criterion, { en }, 'en').verdict).toBe(verdict)
  })
})
