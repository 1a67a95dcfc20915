import { needSchema } from '#modules/needs'
import { demonstrationNeeds } from '../../db/seed/content/needs.ts'
import type { LabelledNeed } from './labelled.ts'

type Labels = Pick<LabelledNeed, 'grades' | 'verdicts'>

/** Labels for the needs of the demonstration, made by reading the technologies' texts. */
const labels: Readonly<Record<string, Labels>> = {
  'can-xu-ly-nuoc-thai-man': {
    grades: { 'nuoc-thai-nuoc-mam': 3, 'nuoc-thai-lang-bun': 1 },
    verdicts: { 'nuoc-thai-nuoc-mam': '+?-+?+??', 'nuoc-thai-lang-bun': '???+????' },
  },
  'can-thu-nhanh-histamin': {
    grades: { 'giay-histamin': 3, 'da-set-ca-ngu': 1, 'truy-xuat-ca-ngu': 1 },
    verdicts: { 'giay-histamin': '+++???' },
  },
  'can-giu-mau-than-ca-ngu': { grades: { 'da-set-ca-ngu': 1 }, verdicts: {} },
  'can-kiem-giong-ehp': { grades: { 'que-thu-ehp': 3 }, verdicts: { 'que-thu-ehp': '+++?++' } },
  'can-xu-ly-nuoc-ao-tom': {
    grades: { 'tom-hai-giai-doan': 3, 'trung-hoa-bun-tom': 2 },
    verdicts: { 'tom-hai-giai-doan': '+?+???' },
  },
  'can-rut-ngan-chuop': {
    grades: { 'nuoc-mam-vi-sinh-ua-man': 3 },
    verdicts: { 'nuoc-mam-vi-sinh-ua-man': '++???' },
  },
  'can-nhan-dang-loai-ca': {
    grades: { 'thi-giac-loi-go': 2, 'truy-xuat-ca-ngu': 1 },
    verdicts: { 'thi-giac-loi-go': '??+???' },
  },
  'can-giong-ca-bop': { grades: { 'ca-bop-giong': 3 }, verdicts: { 'ca-bop-giong': '+++??' } },
  'can-keo-khong-formaldehyde': {
    grades: { 'keo-dan-dam-nanh': 3 },
    verdicts: { 'keo-dan-dam-nanh': '++++++?' },
  },
  'can-phan-hang-thanh-go': { grades: { 'thi-giac-loi-go': 3 }, verdicts: { 'thi-giac-loi-go': '+++??+?' } },
  'can-do-am-clo': { grades: { 'vien-nen-vo-keo': 1 }, verdicts: { 'vien-nen-vo-keo': '???????' } },
  'can-nuoc-dua-gia': { grades: { 'nuoc-dua-mang-loc': 2 }, verdicts: { 'nuoc-dua-mang-loc': '????++?' } },
  'can-tham-xo-dua': { grades: { 'gia-the-mun-dua': 1, 'keo-dan-dam-nanh': 1 }, verdicts: {} },
  'can-xu-ly-bun-da': {
    grades: { 'gach-bun-da-granite': 3 },
    verdicts: { 'gach-bun-da-granite': '++++++??' },
  },
  'can-giam-bui-cua-da': { grades: { 'gach-bun-da-granite': 1, 'thu-hoi-bot-banh-trang': 1 }, verdicts: {} },
  'can-tram-nuoc-thai-bun': {
    grades: { 'nuoc-thai-lang-bun': 3, 'thu-hoi-bot-banh-trang': 2, 'nuoc-thai-nuoc-mam': 1 },
    verdicts: { 'nuoc-thai-lang-bun': '+++?+?+' },
  },
  'can-bun-tuoi-giu-lau': { grades: {}, verdicts: { 'da-set-ca-ngu': '?????' } },
}

export const demonstrationLabels: readonly LabelledNeed[] = demonstrationNeeds.map(({ key, profile }) => ({
  key,
  profile: needSchema.parse(profile),
  ...(labels[key] ?? { grades: {}, verdicts: {} }),
}))
