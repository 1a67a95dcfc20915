import type { DemonstrationNeed } from '../demonstration.ts'
import { must, nice } from './notation.ts'

/** Needs of the wood, biomass, coconut, craft-village and stone enterprises. */
export const industryNeeds: readonly DemonstrationNeed[] = [
  {
    key: 'can-keo-khong-formaldehyde',
    owner: 'go-suoi-trau',
    author: 'vo-thi-thanh-tam',
    state: 'published',
    daysAgo: 84,
    profile: {
      texts: {
        vi: {
          title: 'Tìm keo dán ván ghép thanh và ván ép không formaldehyde, giá chấp nhận được cho hàng nội thất',
          wanted:
            'Công thức và quyền tự pha keo tại nhà máy hoặc nguồn cung keo ổn định 25 tấn/tháng cho dòng bàn ghế trong nhà mới. Keo phải chạy trên máy lăn và máy ép nóng hiện có; bên chào hỗ trợ chạy thử đến khi đạt ba lô liên tiếp.',
          reason:
            'Một chuỗi bán lẻ Bắc Âu yêu cầu toàn bộ hàng giao từ tháng 10/2027 không thêm formaldehyde, giá trị đơn hàng 4,1 triệu USD mỗi năm.',
          present:
            'Keo urê-formaldehyde E1 cho ván ép, PVAc D3 cho ghép thanh; phát thải 0,10 mg/m³; keo isocyanat thử nghiệm bị dính khuôn.',
          conditions: 'Ván mỏng keo lai 1,7 mm, ẩm 7–10%; ba máy ép nóng 15 tầng, nhiệt tối đa 130 °C; xưởng 30–35 °C.',
        },
        en: {
          title: 'Formaldehyde-free adhesive for edge-glued panels and plywood at a price furniture can bear',
          wanted:
            'A formula with the right to mix it in our plant, or a steady supply of 25 tonnes a month, for a new indoor line. It must run on our roller spreaders and hot presses, and the offeror supports trials until three batches in a row pass.',
          reason:
            'A Nordic retailer wants no added formaldehyde in anything delivered from October 2027: orders of 4.1 million USD a year.',
          present:
            'E1 urea-formaldehyde for plywood and PVAc D3 for edge gluing; emission of 0.10 mg/m³. Isocyanate stuck to the platens in trials.',
          conditions:
            'Acacia veneer of 1.7 mm at 7–10% moisture; three 15-daylight presses up to 130 °C; workshop at 30–35 °C.',
        },
      },
      criteria: [
        must(
          'Phát thải formaldehyde không quá 0,02 mg/m³ (buồng 1 m³)',
          'Formaldehyde of 0.02 mg/m³ or less (1 m³ chamber)',
        ),
        must('Độ bền trượt sau ngâm nước 63 °C từ 0,7 MPa', 'Shear strength of 0.7 MPa or more after soaking at 63 °C'),
        must('Giá quy khô không quá 24.000 đồng/kg', 'Dry cost of 24,000 đồng/kg or less'),
        must('Thời gian ép không quá 80 giây/mm', 'Pressing time of 80 s/mm or less'),
        nice('Thời gian sống của keo từ 5 giờ ở 30 °C', 'Pot life of 5 hours or more at 30 °C'),
        nice('Từ 80% nguyên liệu sinh học', '80% bio-based materials or more'),
        nice('Có phiếu thử theo EN 717-1 của phòng thử độc lập', 'Independent test report to EN 717-1'),
      ],
      budget: { from: 800_000_000, to: 3_000_000_000 },
      neededOn: '2027-08-31',
      fields: ['205', '204'],
      industries: ['C'],
      keywords: {
        vi: ['keo dán gỗ', 'không formaldehyde', 'ván ép', 'ghép thanh', 'gỗ keo'],
        en: ['wood adhesive', 'formaldehyde-free', 'plywood', 'edge-glued panel'],
      },
      province: '52',
      place: 'Khu công nghiệp Long Mỹ',
    },
  },
  {
    key: 'can-phan-hang-thanh-go',
    owner: 'go-suoi-trau',
    author: 'vo-thi-thanh-tam',
    state: 'published',
    daysAgo: 26,
    profile: {
      texts: {
        vi: {
          title: 'Tìm hệ thống phân hạng và tối ưu cắt thanh gỗ keo tự động, vốn dưới 2 tỷ đồng',
          wanted:
            'Hệ nhận dạng mắt, nứt, mục, vết mối và biến màu trên bốn mặt thanh gỗ keo xẻ, nối trực tiếp với hai cưa cắt chọn đang dùng. Cần phần mềm tối ưu theo danh mục chi tiết thay đổi mỗi ca.',
          reason: 'Giá gỗ keo có chứng chỉ tăng 22% trong một năm, thiếu thợ vạch lỗi có tay nghề.',
          present: 'Mười hai công nhân vạch phấn, hai cưa cắt chọn; tỷ lệ sử dụng 60,5%.',
          conditions:
            'Thanh 25–32 × 60–110 mm dài 0,6–2,4 m, ẩm 9–12%, bề mặt xẻ thô còn bụi; điện 380 V, khí nén 6 bar.',
        },
      },
      criteria: [
        must('Tốc độ từ 60 m/phút'),
        must('Phát hiện đúng từ 95% mắt chết lớn hơn 4 mm'),
        must('Tỷ lệ sử dụng phôi từ 65%'),
        must('Điều khiển được cưa qua Modbus TCP hoặc tín hiệu 24 V'),
        nice('Đổi danh mục chi tiết dưới 2 phút'),
        nice('Người vận hành tự dạy thêm loại lỗi mới'),
        nice('Bảo hành 24 tháng, có mặt trong vòng 48 giờ'),
      ],
      budget: { from: 900_000_000, to: 2_000_000_000 },
      neededOn: '2027-05-31',
      fields: ['202', '102'],
      industries: ['C'],
      keywords: { vi: ['phân hạng gỗ', 'thị giác máy', 'tối ưu cắt', 'gỗ keo', 'cưa cắt chọn'] },
      province: '52',
      place: 'Khu công nghiệp Long Mỹ',
    },
  },
  {
    key: 'can-do-am-clo',
    owner: 'sinh-khoi-hon-cha',
    author: 'phung-gia-bao',
    state: 'published',
    daysAgo: 63,
    profile: {
      texts: {
        vi: {
          title: 'Tìm giải pháp đo nhanh độ ẩm và clo của nguyên liệu sinh khối ngay trên băng tải tiếp nhận',
          wanted:
            'Thiết bị đo liên tục độ ẩm và hàm lượng clo của mùn cưa, dăm và vỏ cây trên băng tải, báo về hệ điều khiển để phối trộn tự động. Chấp nhận mua quyền kèm thiết bị hoặc thuê theo tấn đo.',
          reason:
            'Ba lô viên nén bị phạt vì clo vượt 0,03%; nguyên liệu từ vườn gần biển nhiễm mặn khó nhận ra bằng mắt.',
          present: 'Lấy mẫu tay bốn lần mỗi ca, sấy tủ 4 giờ; clo gửi phòng thử ngoài tỉnh mất sáu ngày.',
          conditions: 'Băng tải 1,2 m/giây, lớp liệu 80–200 mm, bụi dày, rung, 60 tấn/giờ.',
        },
      },
      criteria: [
        must('Sai số độ ẩm không quá ±1,5 điểm phần trăm trong khoảng 15–60%'),
        must('Phát hiện clo từ 0,02% trở lên trong vòng 10 phút'),
        must('Làm việc trong bụi, cấp bảo vệ IP65'),
        must('Tín hiệu ra 4–20 mA hoặc OPC UA'),
        nice('Không dùng nguồn phóng xạ'),
        nice('Tự hiệu chuẩn theo loại nguyên liệu'),
        nice('Bảo trì không quá 2 giờ/tháng'),
      ],
      budget: { from: 600_000_000, to: 1_800_000_000 },
      neededOn: '2027-06-15',
      fields: ['202', '204'],
      industries: ['C', 'D'],
      keywords: { vi: ['sinh khối', 'đo độ ẩm', 'clo', 'viên nén', 'băng tải', 'đo trực tuyến'] },
      province: '52',
      nameHidden: true,
    },
  },
  {
    key: 'can-nuoc-dua-gia',
    owner: 'dua-bong-son',
    author: 'lam-thi-my-hanh',
    state: 'published',
    daysAgo: 128,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ tận dụng 8.000 m³ nước dừa già mỗi năm thành sản phẩm thực phẩm hoặc vật liệu',
          wanted:
            'Phương án chế biến nước dừa già (độ Brix 3,8–4,5, pH 5,0–5,3) thành đồ uống, thạch, giấm, cellulose vi khuẩn hoặc sản phẩm khác có thị trường. Công ty có mặt bằng, hơi và sẵn sàng góp vốn 50% lập xưởng với bên có công nghệ.',
          reason: 'Nước dừa già đang xả vào trạm xử lý, chiếm 60% tải COD và 740 triệu đồng chi phí mỗi năm.',
          present: 'Một phần nhỏ bán cho cơ sở thạch dừa mùa hè; còn lại xử lý như nước thải.',
          conditions:
            'Phát sinh 25–40 m³/ngày trong bốn giờ buổi sáng; lên men chua sau 5 giờ ở 32 °C; có 800 m² nhà xưởng, hơi 1,5 tấn/giờ.',
        },
        en: {
          title: 'Using 8,000 m³ a year of mature coconut water for food or materials',
          wanted:
            'A way to turn mature coconut water (3.8–4.5 °Brix, pH 5.0–5.3) into drinks, nata, vinegar, bacterial cellulose or anything else with a market. We have the site and the steam and will put up half the capital of a workshop with the owner of the technology.',
          reason:
            'The water now goes to our treatment plant, where it makes 60% of the COD and costs 740 million đồng a year.',
          present: 'A little is sold to nata makers in summer; the rest is treated as waste water.',
          conditions:
            '25–40 m³ a day arise within four morning hours and sour in 5 hours at 32 °C; 800 m² of workshop, 1.5 t/h of steam.',
        },
      },
      criteria: [
        must(
          'Sử dụng được từ 60% lượng nước phát sinh (5.000 m³/năm)',
          'Takes at least 60% of the water (5,000 m³ a year)',
        ),
        must('Lãi gộp từ 3.000 đồng/lít nước dừa', 'Gross margin of 3,000 đồng or more a litre'),
        must('Thời gian hoàn vốn không quá 48 tháng', 'Pays back within 48 months'),
        must('Nước thải sau chế biến giảm COD từ 50%', 'Cuts COD of the remaining waste water by 50% or more'),
        nice('Sản phẩm bảo quản được từ 30 ngày ở 4 °C', 'Product keeps 30 days or more at 4 °C'),
        nice('Không dùng chất bảo quản hóa học', 'No chemical preservatives'),
        nice('Đã có khách hàng đặt thử', 'A customer has already ordered samples'),
      ],
      budget: { from: 1_500_000_000, to: 5_500_000_000 },
      neededOn: '2027-10-31',
      fields: ['211'],
      industries: ['C'],
      keywords: {
        vi: ['nước dừa già', 'đồ uống', 'thạch dừa', 'cellulose vi khuẩn', 'phụ phẩm dừa'],
        en: ['mature coconut water', 'beverage', 'nata de coco', 'bacterial cellulose'],
      },
      province: '52',
      place: 'Cụm công nghiệp Bồng Sơn',
    },
  },
  {
    key: 'can-tham-xo-dua',
    owner: 'dua-bong-son',
    author: 'lam-thi-my-hanh',
    state: 'submitted',
    daysAgo: 5,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ sản xuất tấm cách nhiệt, tiêu âm từ chỉ xơ dừa ngắn với chất kết dính sinh học',
          wanted:
            'Dây chuyền ép tấm 600 × 1.200 mm từ chỉ ngắn 20–60 mm không bán được làm dây, chất kết dính không độc, đạt yêu cầu chống cháy cho vách ngăn. Quy mô 400 m²/ngày.',
          reason: 'Chỉ ngắn chiếm 27% sản lượng, giá chỉ 1.800 đồng/kg và dễ cháy khi tồn kho.',
          present: 'Bán xô cho cơ sở nệm; thử ép với mủ cao su nhưng mùi nặng, cháy lan nhanh.',
          conditions: 'Xơ ẩm 14–16%, lẫn mụn 6%; có máy ép nóng 200 tấn cũ; tiêu chuẩn khách hàng theo EN 13501.',
        },
      },
      criteria: [
        must('Hệ số dẫn nhiệt không quá 0,048 W/m·K'),
        must('Phản ứng với lửa đạt loại C-s2,d0 trở lên'),
        must('Giá thành không quá 95.000 đồng/m² dày 25 mm'),
        nice('Hệ số hấp thụ âm NRC từ 0,55'),
        nice('Chất kết dính từ tinh bột, tanin hoặc lignin'),
      ],
      budget: { from: 700_000_000, to: 2_200_000_000 },
      neededOn: '2027-11-30',
      fields: ['205', '201'],
      industries: ['C', 'F'],
      keywords: { vi: ['xơ dừa', 'tấm cách nhiệt', 'tiêu âm', 'kết dính sinh học', 'chống cháy'] },
      province: '52',
      place: 'Cụm công nghiệp Bồng Sơn',
    },
  },
  {
    key: 'can-xu-ly-bun-da',
    owner: 'da-son-trieu',
    author: 'cao-nguyen-khang',
    state: 'published',
    daysAgo: 105,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ đưa bùn bột đá granite vào vật liệu xây dựng với tỷ lệ phối từ 50% khối lượng',
          wanted:
            'Công nghệ tiêu thụ bùn cưa đá với tỷ lệ phối cao để làm gạch, tấm, vữa hoặc cát nhân tạo, sản phẩm có đầu ra trong bán kính 150 km; bắt đầu từ một dây chuyền rồi nhân dần đến mức dùng hết 30.000 tấn bùn mỗi năm. Công ty bố trí 1,8 ha đất và góp vốn; bên có công nghệ góp công nghệ hoặc nhận phí theo mét vuông.',
          reason: 'Bãi chứa đầy vào giữa năm 2027; phí chôn lấp dự kiến 210.000 đồng/tấn.',
          present: 'Ép khung bản, đổ bãi; khoảng 5% cho lò gạch xi măng làm phụ gia trơ.',
          conditions:
            'Bùn ẩm 18–24%, SiO₂ 66–70%, Al₂O₃ 14%, sắt cưa 2–4%; điện 1.000 kVA, khí thải lò nhiệt 220 °C từ lò hơi lân cận.',
        },
        en: {
          title: 'Putting granite sludge into building materials at 50% by weight or more',
          wanted:
            'A process that takes a high share of sawing sludge into bricks, panels, mortar or artificial sand sold within 150 km, starting with one line and growing until 30,000 tonnes a year are used. We provide 1.8 ha and capital; the owner contributes the technology or is paid by the square metre.',
          reason: 'Our dump is full by the middle of 2027 and landfilling is expected to cost 210,000 đồng a tonne.',
          present: 'Filter-pressed and dumped; about 5% goes to cement block makers as inert filler.',
          conditions:
            'Sludge at 18–24% moisture, SiO₂ 66–70%, Al₂O₃ 14%, saw iron 2–4%; 1,000 kVA, and 220 °C flue gas from a neighbouring boiler.',
        },
      },
      criteria: [
        must('Tỷ lệ bùn đá trong sản phẩm từ 50% khối lượng', 'At least 50% sludge by weight in the product'),
        must('Cường độ nén từ 30 MPa với gạch lát', 'Pavers of 30 MPa or more'),
        must('Giá thành không quá 110.000 đồng/m² dày 30 mm', '110,000 đồng/m² or less at 30 mm'),
        must('Chiết độc kim loại nặng dưới ngưỡng QCVN 07', 'Heavy-metal leaching below QCVN 07'),
        must('Công suất dây chuyền đầu từ 40.000 m²/năm', 'A first line of 40,000 m² a year or more'),
        nice('Không dùng xi măng', 'No cement'),
        nice('Dùng được nhiệt khí thải 220 °C', 'Uses the 220 °C flue gas'),
        nice('Có công trình đã lát trên 12 tháng', 'Laid somewhere for more than 12 months'),
      ],
      budget: { from: 3_000_000_000, to: 8_000_000_000 },
      neededOn: '2027-05-01',
      fields: ['205', '201'],
      industries: ['B', 'C', 'F'],
      keywords: {
        vi: ['bùn đá granite', 'gạch không nung', 'geopolymer', 'vật liệu xây dựng', 'chất thải khai khoáng'],
        en: ['granite sludge', 'pavers', 'building materials', 'mining waste'],
      },
      province: '52',
      place: 'Cụm công nghiệp Nhơn Hòa',
    },
  },
  {
    key: 'can-giam-bui-cua-da',
    owner: 'da-son-trieu',
    author: 'cao-nguyen-khang',
    state: 'published',
    daysAgo: 22,
    profile: {
      texts: {
        vi: {
          title: 'Tìm giải pháp tuần hoàn nước cưa đá và thu bụi silic tại xưởng mài, cắt cạnh',
          wanted:
            'Giải pháp keo tụ, lắng nhanh và tuần hoàn nước cho sáu máy cưa dây, đồng thời giảm bụi silic hô hấp ở khu cắt cạnh khô. Bên chào đo kiểm trước và sau để làm căn cứ nghiệm thu.',
          reason:
            'Kết quả quan trắc lao động năm 2026 có ba vị trí vượt giới hạn bụi silic; nước giếng cấp bị hạn chế mùa khô.',
          present:
            'Bể lắng ngang 300 m³, phèn nhôm và polyme nhập, nước tuần hoàn đục làm lưỡi mòn nhanh; quạt hút túi vải đơn giản.',
          conditions: 'Lưu lượng 180 m³/giờ, cặn 6–11 g/L; xưởng dài 72 m, cao 8 m, hai cửa trời.',
        },
      },
      criteria: [
        must('Cặn trong nước tuần hoàn không quá 150 mg/L'),
        must('Bụi silic hô hấp không quá 0,1 mg/m³ trung bình ca'),
        must('Nước bổ sung không quá 5%'),
        nice('Hóa chất không quá 900 đồng/m³'),
        nice('Lắp đặt mà không dừng quá hai máy cưa cùng lúc'),
        nice('Bùn sau tách ẩm dưới 20%'),
      ],
      budget: { from: 800_000_000, to: 1_600_000_000 },
      neededOn: '2027-04-15',
      fields: ['207', '203'],
      industries: ['C', 'B'],
      keywords: { vi: ['bụi silic', 'tuần hoàn nước', 'cưa đá', 'keo tụ', 'an toàn lao động'] },
      province: '52',
      nameHidden: true,
    },
  },
  {
    key: 'can-tram-nuoc-thai-bun',
    owner: 'bun-ben-go',
    author: 'dang-van-sau',
    state: 'published',
    daysAgo: 155,
    profile: {
      texts: {
        vi: {
          title: 'Tìm công nghệ xử lý nước thải bún, bánh tráng 150 m³/ngày do hợp tác xã tự vận hành',
          wanted:
            'Trạm xử lý chung cho 112 hộ, vận hành đơn giản, tiền điện và hóa chất hợp tác xã gánh được. Bên giao thiết kế, giám sát thi công, dạy người vận hành và theo một năm, gồm cả đợt cao điểm Tết.',
          reason:
            'Phường yêu cầu dừng xả ra mương tưới trước vụ đông xuân 2027; nhà nước hỗ trợ 60% vốn, phần còn lại hộ đóng góp.',
          present: 'Hố ga lắng từng nhà, nước trắng đục hôi chảy ra mương; một trạm hiếu khí thử năm 2017 đã ngừng.',
          conditions:
            'COD 3.500–5.000 mg/L, pH 4,3–4,9; xả dồn từ 2 đến 9 giờ sáng; đất 1.100 m² ở cuối làng, cao hơn mương 0,8 m.',
        },
        en: {
          title: 'Treating 150 m³ a day of noodle and rice-paper waste water, run by the cooperative itself',
          wanted:
            'A common plant for 112 households, simple to run, with power and chemicals the cooperative can afford. The transferor designs, supervises building, trains operators and stays a year, including the Tet peak.',
          reason:
            'The ward wants discharge into the irrigation ditch to stop before the winter-spring crop of 2027; the State covers 60% of the capital and households the rest.',
          present:
            'House sumps, white sour water running into the ditch; an aerobic plant tried in 2017 was abandoned.',
          conditions:
            'COD 3,500–5,000 mg/L, pH 4.3–4.9, flowing mainly from 2 to 9 in the morning; 1,100 m² at the end of the village, 0.8 m above the ditch.',
        },
      },
      criteria: [
        must(
          'Đầu ra COD không quá 150 mg/L, đạt cột B QCVN 40',
          'COD of 150 mg/L or less at the outlet, column B of QCVN 40',
        ),
        must('Chi phí vận hành không quá 4.000 đồng/m³', 'Running cost of 4,000 đồng/m³ or less'),
        must('Suất đầu tư không quá 22 triệu đồng/m³/ngày', 'Capital of 22 million đồng per m³/day or less'),
        must('Chịu tải đỉnh gấp 3 lần trung bình trong 6 giờ', 'Takes three times the mean load for 6 hours'),
        nice('Thu khí sinh học cấp lại cho bếp các hộ', 'Returns biogas to household stoves'),
        nice('Diện tích dưới 900 m²', 'Below 900 m²'),
        nice('Đã có trạm cùng loại chạy trên 2 năm', 'A similar plant has run for more than 2 years'),
      ],
      budget: { from: 2_400_000_000, to: 3_300_000_000 },
      neededOn: '2027-09-30',
      fields: ['207', '208'],
      industries: ['C', 'E'],
      keywords: {
        vi: ['nước thải bún', 'làng nghề', 'bánh tráng', 'khí sinh học', 'kỵ khí'],
        en: ['noodle waste water', 'craft village', 'biogas', 'anaerobic'],
      },
      province: '52',
      place: 'Phường An Nhơn Đông',
    },
  },
  {
    key: 'can-bun-tuoi-giu-lau',
    owner: 'bun-ben-go',
    author: 'dang-van-sau',
    state: 'published',
    daysAgo: 11,
    profile: {
      texts: {
        vi: {
          title: 'Tìm cách kéo dài thời hạn bún tươi lên năm ngày mà không dùng chất bảo quản cấm',
          wanted:
            'Quy trình từ ngâm gạo, ép bún, làm nguội đến bao gói để bún giữ được năm ngày ở ngăn mát, sợi không gãy, không chua. Hợp tác xã cần công nghệ vừa sức hộ 200–400 kg/ngày và một xưởng bao gói chung.',
          reason: 'Siêu thị chỉ nhận bún có hạn từ bốn ngày; bún hiện chua sau 18 giờ nên không bán ra khỏi tỉnh.',
          present: 'Ngâm chua tự nhiên, vắt tay, đựng rổ lót lá; hộ dùng nước giếng đã qua lọc cát.',
          conditions: 'Gạo tẻ khô nở, tổng 9 tấn bún/ngày; kho mát chung 30 m² đang xây.',
        },
      },
      criteria: [
        must('Hạn dùng từ 5 ngày ở 6–10 °C, tổng vi khuẩn hiếu khí không quá 10⁵ CFU/g'),
        must('Không dùng hàn the, natri benzoat, tinopal'),
        must('Tăng giá thành không quá 1.200 đồng/kg'),
        nice('Độ gãy sợi khi trụng dưới 6%'),
        nice('Thiết bị cho mỗi hộ dưới 60 triệu đồng'),
      ],
      budget: { from: 250_000_000, to: 700_000_000 },
      neededOn: '2027-12-01',
      fields: ['211'],
      industries: ['C'],
      keywords: { vi: ['bún tươi', 'bảo quản', 'hạn sử dụng', 'làng nghề', 'bao gói'] },
      province: '52',
      place: 'Làng nghề Bến Gỗ',
    },
  },
]
