import type { Classified } from './classified.ts'

/** The 17 Sustainable Development Goals of the United Nations. */
export const developmentGoals: readonly Classified[] = [
  { code: '1', vi: 'Xóa nghèo', en: 'No poverty' },
  { code: '2', vi: 'Không còn nạn đói', en: 'Zero hunger' },
  { code: '3', vi: 'Sức khỏe và cuộc sống tốt', en: 'Good health and well-being' },
  { code: '4', vi: 'Giáo dục có chất lượng', en: 'Quality education' },
  { code: '5', vi: 'Bình đẳng giới', en: 'Gender equality' },
  { code: '6', vi: 'Nước sạch và vệ sinh', en: 'Clean water and sanitation' },
  { code: '7', vi: 'Năng lượng sạch với giá thành hợp lý', en: 'Affordable and clean energy' },
  { code: '8', vi: 'Công việc tốt và tăng trưởng kinh tế', en: 'Decent work and economic growth' },
  { code: '9', vi: 'Công nghiệp, sáng tạo và phát triển hạ tầng', en: 'Industry, innovation and infrastructure' },
  { code: '10', vi: 'Giảm bất bình đẳng', en: 'Reduced inequalities' },
  { code: '11', vi: 'Các thành phố và cộng đồng bền vững', en: 'Sustainable cities and communities' },
  { code: '12', vi: 'Tiêu thụ và sản xuất có trách nhiệm', en: 'Responsible consumption and production' },
  { code: '13', vi: 'Hành động về khí hậu', en: 'Climate action' },
  { code: '14', vi: 'Tài nguyên và môi trường biển', en: 'Life below water' },
  { code: '15', vi: 'Tài nguyên và môi trường trên đất liền', en: 'Life on land' },
  { code: '16', vi: 'Hòa bình, công lý và các thể chế mạnh mẽ', en: 'Peace, justice and strong institutions' },
  { code: '17', vi: 'Quan hệ đối tác vì các mục tiêu', en: 'Partnerships for the goals' },
]

/** Categories of the WIPO GREEN database. */
export const greenTags: readonly Classified[] = [
  { code: 'building', vi: 'Xây dựng và công trình', en: 'Building and construction' },
  { code: 'chemicals', vi: 'Hóa chất và vật liệu tiên tiến', en: 'Chemicals and advanced materials' },
  { code: 'energy', vi: 'Năng lượng', en: 'Energy' },
  { code: 'farming_forestry', vi: 'Nông nghiệp và lâm nghiệp', en: 'Farming and forestry' },
  { code: 'green_products', vi: 'Sản phẩm xanh', en: 'Green products' },
  { code: 'pollution_waste', vi: 'Ô nhiễm và chất thải', en: 'Pollution and waste' },
  { code: 'transportation', vi: 'Giao thông', en: 'Transportation' },
  { code: 'water', vi: 'Nước', en: 'Water' },
]
