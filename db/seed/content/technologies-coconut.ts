import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Coconut. */
export const coconutTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'gia-the-mun-dua',
    owner: 'dua-bong-son',
    author: 'lam-thi-my-hanh',
    state: 'published',
    daysAgo: 230,
    profile: {
      texts: {
        vi: {
          title: 'Sản xuất giá thể mụn dừa độ dẫn điện thấp bằng rửa đệm canxi hai cấp và ép viên nở',
          teaser:
            'Giá thể EC dưới 0,5 mS/cm ổn định từng lô, dùng nước rửa bằng một phần ba cách xả chát thông thường.',
          problem:
            'Mụn dừa tươi chứa natri, kali và tannin, EC 2,5–4 mS/cm làm cháy rễ cây con. Các cơ sở ngâm xả ngoài sân 20–25 ngày bằng nước giếng, lô này khác lô kia và nước chát đen chảy ra ruộng.',
          solution:
            'Mụn sàng bỏ sợi dài và bụi dưới 0,5 mm đi vào vít tải nghiêng rửa ngược dòng, cấp đầu dùng lại nước của cấp sau. Cấp hai là bể đệm canxi nitrat 3,5 g/L lưu 8 giờ để đẩy natri, kali khỏi vị trí trao đổi.\n\nNước chát thu về bể keo tụ bằng phèn sắt kèm tro trấu, 70% quay lại cấp một. Mụn vắt trục vít còn 62% ẩm, sấy tầng 70 °C đến 18% và ép viên Ø 45 mm hoặc bánh 5 kg, nở 5,2 lần khi thêm nước.\n\nĐối tác nhận được thiết kế dây chuyền 10 tấn/ngày, công thức đệm theo từng vùng nguồn dừa và bộ quy định kiểm tra lô.',
          advantages:
            'EC 0,32–0,48 mS/cm, pH 5,8–6,4, tỷ lệ nảy mầm dưa lưới 98%. Nước 2,6 m³/tấn khô. Thời gian từ mụn tươi đến viên còn 30 giờ. Năm 2025 dây chuyền bán ra 2.140 tấn, trong đó 1.300 tấn xuất sang Hàn Quốc.',
          applications: 'Trồng rau nhà màng, vườn ươm cây rừng, nấm ăn; thay than bùn nhập khẩu.',
          partnersNow: 'Công ty tự vận hành một dây chuyền và đã cấp quyền cho một cơ sở ở miền Tây.',
          partnersWanted: 'Cơ sở chỉ xơ dừa có từ 20 tấn mụn tươi mỗi ngày ngoài tỉnh Gia Lai.',
        },
      },
      comparison: [
        row('Độ dẫn điện (EC)', 'mS/cm', '0,8–1,5', '0,32–0,48'),
        row('Nước rửa', 'm³/tấn khô', '8,0', '2,6'),
        row('Thời gian sản xuất', 'giờ', '480–600', '30'),
        row('Giá thành', 'đồng/kg', '4.900', '5.300'),
      ],
      readiness: {
        claimed: 9,
        evidence: [
          proof(
            8,
            '2023-07-18',
            'Chứng nhận hợp chuẩn giá thể và hồ sơ dây chuyền',
            'Chứng nhận RHP của phòng thử nghiệm nước ngoài cho ba lô liên tiếp.',
          ),
          proof(
            9,
            '2026-01-15',
            'Hợp đồng xuất khẩu và báo cáo sản lượng năm 2025',
            'Tờ khai hải quan 1.300 tấn; hợp đồng cấp quyền sử dụng cho cơ sở tại Vĩnh Long.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-0003290',
          status: 'granted',
          filedOn: '2020-02-14',
          expiresOn: '2030-02-14',
          holder: nameOf('dua-bong-son'),
        },
        {
          type: 'trademark',
          number: '4-0431956-000',
          status: 'granted',
          filedOn: '2020-07-08',
          expiresOn: '2030-07-08',
          holder: nameOf('dua-bong-son'),
        },
      ],
      fields: ['401', '207'],
      industries: ['C', 'A'],
      ipc: ['A01G 24/25', 'C05F 5/00'],
      goals: ['12', '8'],
      green: ['green_products', 'farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['82', '86', '96'],
          fieldOfUse: 'Sản xuất giá thể mụn dừa',
          termMonths: 60,
          quantityLimit: '6.000 tấn khô mỗi năm',
        },
      ],
      forms: ['independent', 'franchising'],
      methods: ['documents', 'training', 'machinery', 'commissioning'],
      price: { mode: 'asking', kind: 'floor', amount: 1_600_000_000 },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [held('dua-bong-son', 10_000, 'owner')],
      authors: [by('Lâm Thị Mỹ Hạnh', 6_000), by('Nguyễn Chí Dưỡng', 4_000)],
      keywords: {
        vi: ['mụn dừa', 'xơ dừa', 'giá thể', 'độ dẫn điện', 'rửa chát', 'vườn ươm'],
        en: ['coir pith', 'growing medium', 'calcium buffering'],
      },
      province: '52',
      place: 'Cụm công nghiệp Bồng Sơn',
      declaration: {
        kind: 'encouraged',
        basis: 'Nâng giá trị phụ phẩm dừa và tiết kiệm nước trong chế biến, theo Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'nuoc-dua-mang-loc',
    owner: 'dai-hoc-phuong-mai',
    author: 'le-thi-bich-van',
    state: 'published',
    daysAgo: 79,
    profile: {
      texts: {
        vi: {
          title:
            'Vô trùng nước dừa tươi bằng màng gốm kết hợp tia cực tím màng mỏng, không gia nhiệt, giữ hương tự nhiên',
          teaser:
            'Nước dừa giữ 60 ngày ở 4 °C mà không nấu, không ngả hồng, không cần chất bảo quản hoặc đường bổ sung.',
          problem:
            'Tiệt trùng UHT làm nước dừa có mùi nấu và mất hương hạnh nhân đặc trưng. Nước dừa tươi chỉ sống được 48 giờ; enzym polyphenol oxydase gây ngả hồng ngay trong tủ lạnh. Máy xử lý áp suất cao giải quyết được nhưng giá trên 30 tỷ đồng.',
          solution:
            'Quả được rửa ozone, khoan hút chân không trong tủ khí nitơ nên nước không chạm không khí. Nước xuống 3 °C trong 4 phút, lọc túi 25 µm rồi qua màng gốm ZrO₂ 0,2 µm, vận tốc tiếp tuyến 4,5 m/giây, áp xuyên màng 1,1 bar; rửa ngược 2 giây mỗi 3 phút giữ thông lượng 110 L/m²/giờ.\n\nPhần enzym lọt màng được bất hoạt bằng tia UV-C 254 nm chiếu lên lớp nước mỏng 0,8 mm xoáy Dean trong ống FEP, liều 1.200 J/L. Axit ascorbic tự nhiên từ nước ép sơ ri 0,02% được thêm để chặn phản ứng còn lại.\n\nChiết vô trùng vào chai PET rửa hơi peroxit. Hồ sơ có bản vẽ cụm 500 L/giờ, chương trình CIP và bảng xác lập liều.',
          advantages:
            'Giảm 6,2 log vi khuẩn E. coli chỉ thị; hoạt độ polyphenol oxydase còn 4%. Hội đồng 36 người không phân biệt được với nước dừa mới mở ở ngày thứ 30. Điện 18 kWh/m³, vốn thiết bị 2,4 tỷ đồng cho 500 L/giờ.',
          applications: 'Nước dừa tươi đóng chai lạnh, nước dừa già pha chế, nước mía và nước thốt nốt.',
          partnersNow: 'Cụm pilot 120 L/giờ chạy tại xưởng một công ty dừa ở Bồng Sơn trong mùa nắng 2025.',
          partnersWanted: 'Doanh nghiệp đồ uống có chuỗi lạnh và muốn độc quyền trong ba năm đầu.',
        },
        en: {
          title: 'Cold sterilisation of fresh coconut water by ceramic membrane and thin-film ultraviolet light',
          teaser:
            'Coconut water keeps 60 days at 4 °C uncooked, without turning pink, and without preservatives or added sugar.',
          problem:
            'UHT gives coconut water a cooked smell and drives off its almond note. Fresh water lives 48 hours, and polyphenol oxidase turns it pink in the refrigerator. High-pressure processing solves this for over 30 billion đồng.',
          solution:
            'Nuts are washed with ozone and drained by vacuum in a nitrogen cabinet so that the water never meets air. It reaches 3 °C in four minutes, passes a 25 µm bag and a 0.2 µm ZrO₂ membrane at 4.5 m/s and 1.1 bar; two seconds of back-pulse every three minutes hold the flux at 110 L/m²/h.\n\nEnzyme that passes is inactivated by 254 nm UV-C on a 0.8 mm film swirling in Dean vortices inside FEP tube, 1,200 J/L. Natural ascorbic acid from 0.02% acerola juice stops what is left.\n\nFilling is aseptic into PET rinsed with peroxide vapour. The file holds drawings of a 500 L/h unit, the CIP programme and the dose-setting tables.',
          advantages:
            'Indicator E. coli falls by 6.2 log and polyphenol oxidase to 4%. A panel of 36 could not tell day-30 water from a freshly opened nut. Power is 18 kWh/m³ and equipment for 500 L/h costs 2.4 billion đồng.',
          applications: 'Chilled bottled coconut water, blended mature coconut water, sugar-cane and palm juice.',
          partnersNow: 'A 120 L/h pilot ran at a Bong Son coconut company during the 2025 dry season.',
          partnersWanted: 'A beverage company with a cold chain that wants exclusivity for the first three years.',
        },
      },
      comparison: [
        row('Thời hạn bảo quản ở 4 °C', 'ngày', '2', '60'),
        row('Vốn thiết bị cho 500 L/giờ', 'tỷ đồng', '30 (áp suất cao)', '2,4'),
        row('Điện tiêu thụ', 'kWh/m³', '85 (UHT gồm hơi)', '18'),
        row('Chi phí chế biến', 'đồng/lít', '2.600', '1.150'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            4,
            '2024-04-11',
            'Báo cáo thử màng phẳng và ống FEP trong phòng thí nghiệm',
            'So ba kích thước lỗ, năm liều UV; theo dõi vi sinh và màu 45 ngày.',
          ),
          proof(
            6,
            '2025-08-20',
            'Biên bản trình diễn pilot 120 L/giờ',
            'Mười bốn ca, 9.600 lít; phiếu kiểm nghiệm vi sinh từng ca và báo cáo cảm quan.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2024-07381',
          status: 'published',
          filedOn: '2024-10-30',
          holder: nameOf('dai-hoc-phuong-mai'),
        },
        {
          type: 'industrial_design',
          number: '3-2025-01422',
          status: 'filed',
          filedOn: '2025-06-12',
          holder: nameOf('dai-hoc-phuong-mai'),
        },
      ],
      fields: ['211'],
      industries: ['C'],
      ipc: ['A23L 2/72', 'A23L 2/50', 'B01D 71/02'],
      goals: ['9', '12'],
      green: ['energy'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'with_consent',
          territory: ['VN'],
          fieldOfUse: 'Nước dừa và đồ uống có nước dừa',
          termMonths: 120,
        },
      ],
      forms: ['independent', 'capital_contribution'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 4_500_000_000 },
      funding: [
        {
          kind: 'state',
          share: 6_000,
          taskCode: 'ĐTĐL.CN-27/23',
          approvedOn: '2023-09-22',
          acceptance: 'Nghiệm thu ngày 19/3/2026, xếp loại Xuất sắc',
          certificate: '2026-52-0066/KQNC',
        },
        { kind: 'own', share: 4_000 },
      ],
      owners: [
        held('dai-hoc-phuong-mai', 7_000, 'host_of_state_task'),
        held(
          'dai-hoc-song-ba',
          3_000,
          'co_owner',
          'Hai bên cùng nghiên cứu; văn bản số 11/SB ngày 21/10/2024 thỏa thuận phân chia quyền',
        ),
      ],
      authors: [by('Lê Thị Bích Vân', 4_000), by('Trần Đại Nghiệp', 2_500), by('Phan Lê Nhật Hạ', 3_500)],
      keywords: {
        vi: ['nước dừa', 'màng gốm', 'tia cực tím', 'không gia nhiệt', 'đồ uống'],
        en: ['coconut water', 'ceramic membrane', 'UV-C', 'cold sterilisation', 'beverage'],
      },
      province: '52',
      place: 'Cụm công nghiệp Bồng Sơn',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tạo sản phẩm chất lượng cao hơn với suất tiêu hao năng lượng thấp; phù hợp Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: { solution: 'confidential', price: 'confidential' },
    },
  },
]
