import type { Classified } from './classified.ts'

/** Sections of the Vietnam Standard Industrial Classification, version 2025 (Decision 36/2025/QD-TTg). */
export const industries: readonly Classified[] = [
  { code: 'A', vi: 'Nông nghiệp, lâm nghiệp và thủy sản', en: 'Agriculture, forestry and fishing' },
  { code: 'B', vi: 'Khai khoáng', en: 'Mining and quarrying' },
  { code: 'C', vi: 'Công nghiệp chế biến, chế tạo', en: 'Manufacturing' },
  {
    code: 'D',
    vi: 'Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí',
    en: 'Electricity, gas, steam and air conditioning supply',
  },
  {
    code: 'E',
    vi: 'Cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải',
    en: 'Water supply; sewerage, waste management and remediation',
  },
  { code: 'F', vi: 'Xây dựng', en: 'Construction' },
  {
    code: 'G',
    vi: 'Bán buôn và bán lẻ; sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác',
    en: 'Wholesale and retail trade; repair of motor vehicles and motorcycles',
  },
  { code: 'H', vi: 'Vận tải, kho bãi', en: 'Transportation and storage' },
  { code: 'I', vi: 'Dịch vụ lưu trú và ăn uống', en: 'Accommodation and food service activities' },
  {
    code: 'J',
    vi: 'Hoạt động xuất bản, phát sóng, sản xuất và phân phối nội dung',
    en: 'Publishing, broadcasting, content production and distribution',
  },
  {
    code: 'K',
    vi: 'Hoạt động viễn thông; lập trình máy tính, tư vấn, cơ sở hạ tầng máy tính và các dịch vụ thông tin khác',
    en: 'Telecommunications, computer programming, consultancy, computing infrastructure and other information services',
  },
  { code: 'L', vi: 'Hoạt động tài chính, ngân hàng và bảo hiểm', en: 'Financial and insurance activities' },
  { code: 'M', vi: 'Hoạt động kinh doanh bất động sản', en: 'Real estate activities' },
  {
    code: 'N',
    vi: 'Hoạt động chuyên môn, khoa học và công nghệ',
    en: 'Professional, scientific and technical activities',
  },
  { code: 'O', vi: 'Hoạt động hành chính và dịch vụ hỗ trợ', en: 'Administrative and support service activities' },
  {
    code: 'P',
    vi: 'Hoạt động của Đảng Cộng sản, tổ chức chính trị - xã hội, quản lý nhà nước, an ninh quốc phòng; bảo đảm xã hội bắt buộc',
    en: 'Public administration and defence; compulsory social security',
  },
  { code: 'Q', vi: 'Giáo dục và đào tạo', en: 'Education' },
  { code: 'R', vi: 'Y tế và hoạt động trợ giúp xã hội', en: 'Human health and social work activities' },
  { code: 'S', vi: 'Nghệ thuật, thể thao và giải trí', en: 'Arts, sports and recreation' },
  { code: 'T', vi: 'Hoạt động dịch vụ khác', en: 'Other service activities' },
  {
    code: 'U',
    vi: 'Hoạt động làm thuê các công việc trong các hộ gia đình, sản xuất sản phẩm vật chất và dịch vụ tự tiêu dùng của hộ gia đình',
    en: 'Activities of households as employers; own-use production',
  },
  {
    code: 'V',
    vi: 'Hoạt động của các tổ chức và cơ quan quốc tế',
    en: 'Activities of extraterritorial organisations and bodies',
  },
]
