import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Waste water and sludge of craft villages, fish sauce and shrimp ponds. */
export const wasteWaterTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'nuoc-thai-lang-bun',
    owner: 'vien-moi-truong',
    author: 'mai-xuan-thao',
    state: 'published',
    daysAgo: 260,
    profile: {
      texts: {
        vi: {
          title: 'Xử lý nước thải làng nghề bún bằng bể kỵ khí nhiều vách ngăn thu khí sinh học và bãi lọc trồng cây',
          teaser:
            'Nước thải bún COD 4.500 mg/L đạt cột B mà không dùng máy thổi khí, khí sinh học quay lại nồi tráng bánh của chính các hộ.',
          problem:
            'Nước ngâm và vo bột của làng bún có COD 3.800–5.200 mg/L, pH 4,2–4,8, xả theo giờ nấu nên đỉnh gấp năm lần trung bình. Trạm hiếu khí tập trung từng xây ở một số làng nghề tốn điện, bùn nổi, ngừng chạy sau một hai năm vì các hộ không gánh nổi tiền vận hành.',
          solution:
            'Nước từ các cụm 20–30 hộ tự chảy qua song chắn và ngăn lắng tinh bột 2 giờ, phần bột lắng được hút bán làm thức ăn chăn nuôi. Ngăn điều hòa kết hợp axit hóa lưu 10 giờ có tuần hoàn 30% nước sau xử lý để nâng pH lên 6,2, chỉ châm vôi khi khởi động.\n\nBể kỵ khí bảy ngăn bê tông đúc sẵn, vận tốc nước dâng 0,35 m/giờ, tải trọng 3,2 kg COD/m³/ngày; ba ngăn cuối chất đệm tre bó Ø 20 mm giữ bùn. Khí thu 0,31 m³/kg COD, qua cột phoi sắt khử H₂S rồi dẫn áp thấp 25 mbar về các bếp trong bán kính 250 m.\n\nNước ra vào bãi lọc dòng ngang trồng sậy và chuối hoa, lớp đá 0,6 m, tải 45 L/m²/ngày. Toàn hệ chỉ có một bơm 0,75 kW; người vận hành là dân trong làng sau năm buổi học.',
          advantages:
            'Hiệu suất COD 96–97%, đầu ra COD 95–130 mg/L, đạt cột B của QCVN 40 trong 34 kỳ quan trắc. Điện 0,11 kWh/m³, chi phí vận hành 2.900 đồng/m³. Mỗi 100 m³ nước thải cho lượng khí tương đương 45 kg gas.',
          applications: 'Làng bún, bánh tráng, bánh phở, mì Quảng, tinh bột dong; cụm từ 20 đến 400 m³/ngày.',
          partnersNow: 'Ba trạm 60, 120 và 180 m³/ngày do ủy ban nhân dân phường và hợp tác xã vận hành từ năm 2021.',
          partnersWanted:
            'Nhà thầu môi trường nhận thiết kế và thi công, địa phương có kế hoạch di dời hoặc cải tạo làng nghề.',
        },
        en: {
          title:
            'Treating rice-noodle village waste water in a baffled anaerobic reactor with biogas and a planted filter',
          teaser:
            'Takes noodle effluent from 4,500 mg/L COD to discharge class B without blowers, and returns biogas to the stoves of the same households.',
          problem:
            'Soaking and rinsing water from noodle villages carries 3,800–5,200 mg/L COD at pH 4.2–4.8 and arrives with the cooking hours, at peaks five times the mean. Central aerobic plants built for some villages consumed power, suffered floating sludge and stopped within two years because households could not pay to run them.',
          solution:
            'Water from clusters of 20–30 households flows by gravity through screens and a two-hour settler, whose starch is sold as feed. A ten-hour equalisation and acidification chamber with 30% recirculation lifts pH to 6.2; lime is dosed only at start-up.\n\nThe seven-chamber precast reactor rises at 0.35 m/h under 3.2 kg COD/m³/day, with bundled bamboo of 20 mm diameter holding sludge in the last three chambers. It gives 0.31 m³ of gas per kg COD, which is stripped of H₂S over iron turnings and piped at 25 mbar to stoves within 250 m.\n\nEffluent passes a horizontal bed of reed and canna, 0.6 m of stone at 45 L/m²/day. One 0.75 kW pump serves everything, and villagers run it after five lessons.',
          advantages:
            'COD removal of 96–97% and an effluent of 95–130 mg/L met column B of QCVN 40 in 34 monitoring rounds. Power is 0.11 kWh/m³ and operation 2,900 đồng/m³. Every 100 m³ of waste water yields gas equal to 45 kg of LPG.',
          applications:
            'Villages making rice noodles, rice paper, pho sheets and canna starch; clusters of 20 to 400 m³/day.',
          partnersNow: 'Plants of 60, 120 and 180 m³/day have been run by wards and a cooperative since 2021.',
          partnersWanted:
            'Environmental contractors for design and construction, and localities rebuilding or relocating craft villages.',
        },
      },
      comparison: [
        row('Điện tiêu thụ', 'kWh/m³', '1,4', '0,11'),
        row('Chi phí vận hành', 'đồng/m³', '11.500', '2.900'),
        row('Suất đầu tư', 'triệu đồng/m³/ngày', '26', '19'),
        row('COD đầu ra', 'mg/L', '150–400', '95–130'),
        row('Khí sinh học thu hồi', 'm³/ngày cho 100 m³ nước', '0', '105'),
      ],
      readiness: {
        claimed: 9,
        evidence: [
          proof(
            6,
            '2019-12-12',
            'Biên bản trình diễn mô hình 10 m³/ngày',
            'Cụm 18 hộ, chạy 150 ngày gồm cả đợt Tết có tải đỉnh.',
          ),
          proof(
            7,
            '2021-09-06',
            'Xác nhận của phường về trạm 60 m³/ngày',
            'Vận hành do tổ tự quản; nhật ký nước vào, nước ra và khí.',
          ),
          proof(
            9,
            '2025-03-18',
            'Hợp đồng thi công hai trạm và 34 kỳ quan trắc',
            'Trạm 120 và 180 m³/ngày; phiếu kết quả do phòng thử nghiệm độc lập cấp.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0029418',
          status: 'granted',
          filedOn: '2017-10-11',
          expiresOn: '2037-10-11',
          holder: nameOf('vien-moi-truong'),
        },
        {
          type: 'copyright_work',
          number: '7730/2021/QTG',
          status: 'granted',
          filedOn: '2021-09-20',
          holder: nameOf('vien-moi-truong'),
        },
      ],
      fields: ['207', '208'],
      industries: ['E', 'C'],
      ipc: ['C02F 3/28', 'C02F 3/32', 'C02F 11/04'],
      goals: ['6', '7', '11'],
      green: ['water', 'pollution_waste', 'energy'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['VN'],
          fieldOfUse: 'Thiết kế, xây dựng trạm xử lý nước thải giàu tinh bột',
          termMonths: 60,
          quantityLimit: 'Tổng công suất 2.000 m³/ngày',
        },
        {
          right: 'use',
          exclusivity: 'sole',
          territory: ['82', '86', '92'],
          fieldOfUse: 'Làng nghề tinh bột',
          termMonths: 84,
        },
      ],
      forms: ['independent', 'investment_project'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 620_000_000 },
      funding: [
        {
          kind: 'state',
          share: 10_000,
          taskCode: '04-01-2018',
          approvedOn: '2018-02-26',
          acceptance: 'Nghiệm thu ngày 16/9/2020, xếp loại Xuất sắc',
          certificate: '2020-52-0088/KQNC',
        },
      ],
      owners: [held('vien-moi-truong', 10_000, 'host_of_state_task')],
      authors: [by('Huỳnh Tấn Lộc', 4_500), by('Mai Xuân Thảo', 4_000), by('Trần Bảo Kỳ', 1_500)],
      keywords: {
        vi: ['nước thải làng nghề', 'bún', 'kỵ khí', 'khí sinh học', 'bãi lọc trồng cây', 'tinh bột'],
        en: ['craft village waste water', 'anaerobic baffled reactor', 'biogas', 'constructed wetland', 'rice noodles'],
      },
      province: '52',
      place: 'Phường An Nhơn Đông',
      declaration: {
        kind: 'encouraged',
        basis:
          'Xử lý ô nhiễm và thu hồi năng lượng, đồng thời giữ nghề truyền thống: hai trường hợp cùng có tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'nuoc-thai-nuoc-mam',
    owner: 'vien-moi-truong',
    author: 'mai-xuan-thao',
    state: 'published',
    daysAgo: 110,
    profile: {
      texts: {
        vi: {
          title: 'Xử lý nước thải nhà thùng nước mắm có độ mặn 30–45‰ bằng vi sinh ưa mặn trên giá thể di động',
          teaser:
            'Khử nitơ và mùi trong nước rửa thùng, rửa chượp ở nguyên độ mặn, không phải pha loãng bằng nước ngọt.',
          problem:
            'Nước rửa thùng và xác chượp có tổng nitơ 600–1.100 mg/L, muối 3–4,5%; bùn hoạt tính thông thường mất hoạt tính khi muối quá 1,5%. Nhiều cơ sở phải pha bốn phần nước giếng cho một phần nước thải, vừa tốn vừa vẫn vượt chuẩn amoni.',
          solution:
            'Nước qua tách mỡ và tuyển nổi áp lực 4,5 bar, thu váng đạm trả về làm phân cá. Cụm sinh học có ngăn thiếu khí và hai ngăn hiếu khí giá thể di động HDPE 620 m²/m³, chiếm 45% thể tích, thời gian lưu 38 giờ, nội tuần hoàn 250%.\n\nQuần xã vi sinh gồm Halomonas, Marinobacter và nhóm nitrat hóa biển, được làm giàu bảy tháng từ bùn ruộng muối Sa Huỳnh, lưu giữ dạng cô đặc 40 g/L; khởi động bằng nâng tải 15% mỗi tuần. Nước ra qua lọc cát – than gáo dừa.\n\nMùi ở bể điều hòa được hút qua tháp lọc vỏ hàu – xơ dừa ẩm tải 60 m³ khí/m³ đệm/giờ.',
          advantages:
            'Tại pilot 5 m³/ngày: tổng nitơ từ 840 còn 32 mg/L, amoni dưới 8 mg/L, COD giảm 93% ở độ mặn 38‰. Chịu được hai ngày không có nước vào mà phục hồi sau 36 giờ. Tiết kiệm toàn bộ nước pha loãng, khoảng 20 m³/ngày với cơ sở vừa.',
          applications: 'Nhà thùng, cơ sở mắm ruốc, muối cá, sơ chế sứa và nước thải ao tôm đậm đặc.',
          partnersNow: 'Một nhà thùng tại Sông Cầu cho đặt pilot và cung cấp nước thải cả mùa chượp.',
          partnersWanted:
            'Hiệp hội nghề nước mắm hoặc chủ đầu tư cụm công nghiệp chế biến hải sản làm công trình 50–100 m³/ngày đầu tiên.',
        },
      },
      comparison: [
        row('Nước ngọt pha loãng', 'm³/m³ nước thải', '4', '0'),
        row('Tổng nitơ đầu ra', 'mg/L', '120–200', '32'),
        row('Chi phí vận hành', 'đồng/m³ nước thải gốc', '38.000', '21.000'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            4,
            '2023-11-09',
            'Báo cáo làm giàu vi sinh trong bình 20 lít',
            'Hoạt tính nitrat hóa ở 10, 20, 30, 40 và 50‰; giải trình tự quần xã.',
          ),
          proof(
            6,
            '2025-09-30',
            'Biên bản trình diễn pilot 5 m³/ngày tại nhà thùng',
            'Vận hành 210 ngày, 62 lần lấy mẫu; có thử sốc mặn và sốc ngừng tải.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-2025-00347',
          status: 'published',
          filedOn: '2025-05-06',
          holder: nameOf('vien-moi-truong'),
        },
        { type: 'trade_secret', status: 'none', holder: nameOf('vien-moi-truong') },
      ],
      fields: ['208', '207'],
      industries: ['E', 'C'],
      ipc: ['C02F 3/34', 'C02F 3/10', 'B01D 53/84'],
      goals: ['6', '14'],
      green: ['water', 'pollution_waste'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['51', '52', '56', '66', '68'],
          fieldOfUse: 'Xử lý nước thải chế biến hải sản độ mặn cao',
          termMonths: 60,
        },
      ],
      forms: ['independent', 'joint_research'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'valuation', purpose: 'transfer', neededOn: '2027-05-30' },
      funding: [
        {
          kind: 'state',
          share: 8_000,
          taskCode: '04-03-2023',
          approvedOn: '2023-05-15',
          acceptance: 'Nghiệm thu ngày 11/11/2025, xếp loại Đạt',
          certificate: '2026-52-0008/KQNC',
        },
        { kind: 'sponsor', share: 2_000 },
      ],
      owners: [
        held('vien-moi-truong', 8_500, 'host_of_state_task'),
        heldOutside(
          'Cơ sở nước mắm Hòa Lợi',
          1_500,
          'co_owner',
          'Biên bản họp ngày 20/4/2025, cơ sở không yêu cầu quyền ưu tiên mua',
        ),
      ],
      authors: [by('Mai Xuân Thảo', 6_000), by('Huỳnh Tấn Lộc', 2_000), by('Trương Nữ Hoài Ân', 2_000)],
      keywords: {
        vi: ['nước thải mặn', 'nước mắm', 'vi sinh ưa mặn', 'giá thể di động', 'khử nitơ', 'khử mùi'],
        en: ['saline waste water', 'fish sauce', 'MBBR'],
      },
      province: '66',
      place: 'Phường Sông Cầu',
      declaration: {
        kind: 'encouraged',
        basis:
          'Bảo vệ môi trường biển và tiết kiệm nước ngọt; thuộc công nghệ sạch theo Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: { solution: 'confidential' },
    },
  },
  {
    key: 'thu-hoi-bot-banh-trang',
    owner: 'vien-moi-truong',
    author: 'mai-xuan-thao',
    state: 'submitted',
    daysAgo: 6,
    profile: {
      texts: {
        vi: {
          title: 'Thu hồi tinh bột và đạm gạo từ nước rửa bột bánh tráng bằng xyclon thủy lực kép và keo tụ sinh học',
          teaser:
            'Lấy lại 2,4% lượng gạo đang trôi theo cống, bán làm thức ăn heo, giảm ngay hai phần ba tải ô nhiễm trước trạm xử lý.',
          problem:
            'Hộ tráng bánh thay nước ngâm hai lần mỗi ngày và rửa thùng bột bằng vòi, nước trắng đục chảy thẳng ra mương. Lắng tự nhiên cần sáu giờ, bột chua trước khi kịp vớt.',
          solution:
            'Nước đục từ 8–10 hộ gom vào bồn 3 m³, bơm 2,2 bar qua hai tầng xyclon Ø 25 mm ghép 12 ống; dòng đáy đậm 14% tinh bột xuống bàn vắt. Nước tràn được châm dịch chùm ngây 60 mg/L khuấy 120 rồi 30 vòng/phút, bông đạm nổi vớt bằng gạt chậm.\n\nCả cụm gắn trên khung 1,8 × 1,2 m, hai người đẩy được, chạy điện một pha; mỗi mẻ 40 phút.',
          advantages:
            'Thu 83% tinh bột và 61% đạm; COD nước sau cụm giảm 66%. Bột ướt bán 3.500 đồng/kg, hoàn vốn trong 14 tháng.',
          applications:
            'Nhóm hộ bánh tráng, bún số lượng nhỏ chưa có trạm tập trung; tiền xử lý cho trạm đang quá tải.',
          partnersNow: 'Một nhóm tám hộ ở Bến Gỗ dùng thử cụm mẫu trong bốn tháng.',
          partnersWanted: 'Xưởng cơ khí nông thôn chế tạo và cho thuê thiết bị theo mẻ.',
        },
      },
      comparison: [
        row('Tinh bột thu lại', '%', '20–30 (bể lắng)', '83'),
        row('Thời gian xử lý một mẻ', 'phút', '360', '40'),
        row('Vốn cho nhóm 8 hộ', 'triệu đồng', '45 (bể lắng xây)', '68'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            6,
            '2026-09-25',
            'Biên bản trình diễn cụm mẫu tại nhóm hộ',
            'Chạy 118 mẻ, cân bột thu từng mẻ; mẫu nước gửi phòng phân tích của Viện.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-2026-00518',
          status: 'formality_exam',
          filedOn: '2026-08-04',
          holder: nameOf('vien-moi-truong'),
        },
      ],
      fields: ['207', '211'],
      industries: ['C', 'E'],
      ipc: ['C08B 30/04', 'C02F 1/38', 'B04C 5/28'],
      goals: ['6', '12'],
      green: ['water', 'pollution_waste'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['VN'],
          fieldOfUse: 'Chế tạo và cho thuê thiết bị',
          termMonths: 36,
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery'],
      price: { mode: 'asking', kind: 'firm', amount: 240_000_000 },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [held('vien-moi-truong', 10_000, 'applicant')],
      authors: [by('Trần Bảo Kỳ', 7_000), by('Mai Xuân Thảo', 3_000)],
      keywords: {
        vi: ['bánh tráng', 'thu hồi tinh bột', 'xyclon thủy lực', 'keo tụ sinh học'],
        en: ['starch recovery', 'hydrocyclone'],
      },
      province: '52',
      place: 'Làng nghề Bến Gỗ',
      declaration: {
        kind: 'encouraged',
        basis:
          'Giảm chất thải tại nguồn ở làng nghề truyền thống; đề nghị ghi nhận theo Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'trung-hoa-bun-tom',
    owner: 'vien-moi-truong',
    author: 'mai-xuan-thao',
    state: 'draft',
    daysAgo: 2,
    profile: {
      texts: {
        vi: {
          title: 'Tách nước bùn ao tôm bằng túi địa kỹ thuật và polyme từ vỏ tôm, dùng lại làm giá thể cây ngập mặn',
          teaser: 'Biến bùn xi phông thành vật liệu trồng rừng ngập mặn ngay bên bờ ao.',
          problem: 'Mỗi hecta nuôi siêu thâm canh thải 60–80 tấn bùn loãng một vụ, hiện chủ yếu xả ra kênh.',
          solution:
            'Bơm bùn qua túi vải địa 400 g/m², châm chitosan 0,8 kg/tấn chất khô, để ráo bảy ngày rồi trộn cát và xơ dừa.',
        },
      },
      fields: ['207'],
      industries: ['E'],
      funding: [],
      owners: [
        held('vien-moi-truong', 9_000, 'owner'),
        heldOutside('Nhóm hộ nuôi tôm Cát Minh', 1_000, 'co_owner', 'Sẽ bổ sung biên bản thỏa thuận'),
      ],
      keywords: { vi: ['bùn ao tôm', 'túi địa kỹ thuật'] },
      province: '52',
    },
  },
]
