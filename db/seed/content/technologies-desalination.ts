import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Fresh water from brackish. */
export const desalinationTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'loc-man-dien-mat-troi',
    owner: 'vien-moi-truong',
    author: 'huynh-tan-loc',
    state: 'published',
    daysAgo: 158,
    profile: {
      texts: {
        vi: {
          title: 'Trạm lọc nước lợ thẩm thấu ngược áp thấp chạy thẳng điện mặt trời không ắc quy cho cụm dân cư',
          teaser:
            'Cấp 5–20 m³ nước uống mỗi ngày từ giếng nhiễm mặn 4‰, không ắc quy phải thay, giá nước 9.800 đồng/m³ đã gồm khấu hao.',
          problem:
            'Mùa khô, nước giếng ở hạ lưu sông Kôn, Sông Cầu và các xã đảo nhiễm mặn 2–5‰; dân mua nước bình 400.000 đồng/m³. Máy lọc dùng ắc quy hỏng sau hai đến ba năm vì pin phồng trong khí hậu nóng, xã không có kinh phí thay.',
          solution:
            'Dàn pin 4,4 kWp cấp điện một chiều cho bơm cao áp piston có biến tần bám công suất cực đại; lưu lượng và áp (6–14 bar) thay đổi theo nắng trong vùng an toàn đã lập bản đồ cho từng loại màng. Năng lượng dư của dòng đậm đặc được thu hồi bằng xy lanh đối áp, hiệu suất 91%.\n\nThay cho tích điện, trạm tích nước: bồn sạch 15 m³ đặt cao 6 m đủ dùng hai ngày mây. Mỗi sáng trước khi đạt ngưỡng 450 W/m², hệ tự rửa màng bằng nước sạch; chất chống cáu được châm theo độ dẫn.\n\nBộ điều khiển gửi số liệu qua mạng di động, cảnh báo tắc màng trước 10–14 ngày nhờ so độ dốc áp – lưu lượng với đường chuẩn. Dòng đậm đặc 9–10‰ được pha cho ao nuôi rong hoặc thấm qua giếng ven bờ.',
          advantages:
            'Điện riêng 0,92 kWh/m³ ở nước nguồn 4‰, tỷ lệ thu hồi 58%. Tổng chất rắn hòa tan nước ra 140–210 mg/L, đạt QCVN 01-1. Sau 26 tháng màng chưa phải thay; mỗi trạm cần 2 giờ công một tuần.',
          applications:
            'Cụm 60–300 hộ, trường học, đồn biên phòng, cơ sở du lịch ven biển và trại giống thủy sản cần nước ngọt.',
          partnersNow: 'Hai trạm 8 m³/ngày do tổ cấp nước thôn vận hành tại hạ lưu sông Kôn và một xã đảo.',
          partnersWanted:
            'Doanh nghiệp thiết bị nước muốn lắp ráp loạt; đơn vị cấp nước nông thôn nhận chuyển giao quyền sử dụng.',
        },
        en: {
          title: 'Low-pressure brackish-water reverse osmosis driven directly by solar power, without batteries',
          teaser:
            'Gives 5–20 m³ of drinking water a day from 4 ppt wells at 9,800 đồng/m³ with depreciation, and no batteries to replace.',
          problem:
            'In the dry season wells on the lower Kon river, at Song Cau and on the islands reach 2–5 ppt, and people buy bottled water at 400,000 đồng/m³. Battery-backed units fail in two to three years as cells swell in the heat, and communes have no money for new ones.',
          solution:
            'A 4.4 kWp array feeds a piston pump through a drive that tracks maximum power; flow and pressure (6–14 bar) follow the sun within a safe map drawn for each membrane. Pressure exchangers recover 91% of the energy of the brine.\n\nInstead of charge the station stores water: a 15 m³ tank 6 m above ground covers two cloudy days. Each morning below 450 W/m² the membranes flush themselves with clean water, and antiscalant is dosed by conductivity.\n\nThe controller reports by mobile network and warns of fouling 10–14 days ahead by comparing the pressure-flow slope with its baseline. The 9–10 ppt brine is blended into seaweed ponds or returned through a beach well.',
          advantages:
            'Specific energy is 0.92 kWh/m³ at 4 ppt and recovery 58%. Product water holds 140–210 mg/L of dissolved solids and meets QCVN 01-1. After 26 months no membrane has been changed; a station needs two hours of work a week.',
          applications:
            'Clusters of 60–300 households, schools, border posts, seaside lodgings and hatcheries needing fresh water.',
          partnersNow: 'Village water groups run two 8 m³/day stations on the lower Kon and in an island commune.',
          partnersWanted: 'A water-equipment maker for series assembly; rural water suppliers taking a licence.',
        },
      },
      comparison: [
        row('Giá nước gồm khấu hao', 'đồng/m³', '31.000 (RO dùng ắc quy)', '9.800'),
        row('Điện riêng ở nước nguồn 4‰', 'kWh/m³', '1,9–2,4', '0,92'),
        row('Chi phí thay ắc quy sau 5 năm', 'triệu đồng', '72', '0'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            6,
            '2023-08-24',
            'Biên bản trình diễn trạm 5 m³/ngày tại sân thí nghiệm',
            'Nước giả lập 2, 4 và 6‰, đo theo bức xạ cả ngày nắng và ngày mây.',
          ),
          proof(
            7,
            '2025-12-22',
            'Xác nhận của tổ cấp nước hai thôn',
            'Sổ bán nước, kết quả ngoại kiểm hằng quý và nhật ký bảo trì 26 tháng.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2023-02116',
          status: 'substantive_exam',
          filedOn: '2023-04-05',
          holder: nameOf('vien-moi-truong'),
        },
        {
          type: 'software',
          number: '8854/2023/QTG',
          status: 'granted',
          filedOn: '2023-11-14',
          holder: nameOf('vien-moi-truong'),
          numberHidden: true,
        },
      ],
      fields: ['207', '202'],
      industries: ['E'],
      ipc: ['C02F 1/44', 'B01D 61/06', 'C02F 103/08', 'H02S 10/00'],
      goals: ['6', '7', '13'],
      green: ['water', 'energy'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'with_consent',
          territory: ['VN'],
          fieldOfUse: 'Lắp ráp và bán trạm lọc nước lợ dưới 50 m³/ngày',
          termMonths: 84,
        },
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['52', '56', '66'],
          fieldOfUse: 'Cấp nước sinh hoạt nông thôn',
          termMonths: 120,
          quantityLimit: '10 trạm',
        },
      ],
      forms: ['independent', 'investment_project', 'machinery_sale'],
      methods: ['documents', 'training', 'machinery', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 2_100_000_000 },
      funding: [
        {
          kind: 'international',
          share: 6_000,
          taskCode: 'WASH-VN-2022/14',
          approvedOn: '2022-06-20',
          acceptance: 'Báo cáo kết thúc được nhà tài trợ chấp nhận ngày 30/9/2025',
        },
        { kind: 'own', share: 4_000 },
      ],
      owners: [
        held('vien-moi-truong', 7_500, 'owner'),
        held(
          'dai-hoc-ba-na',
          2_500,
          'co_owner',
          'Trường đồng ý cho Viện làm đầu mối chuyển giao theo công văn ngày 08/01/2026',
        ),
      ],
      authors: [by('Huỳnh Tấn Lộc', 4_500), by('Lê Hoàng Bách Thảo', 3_000), by('Đoàn Viết Hùng Anh', 2_500)],
      keywords: {
        vi: ['khử mặn', 'nước lợ', 'thẩm thấu ngược', 'điện mặt trời', 'không ắc quy', 'cấp nước nông thôn'],
        en: ['desalination', 'brackish water', 'reverse osmosis', 'solar', 'battery-free', 'rural water supply'],
      },
      province: '52',
      place: 'Hạ lưu sông Kôn',
      declaration: {
        kind: 'encouraged',
        basis:
          'Sử dụng năng lượng tái tạo và ứng phó xâm nhập mặn; công nghệ thuộc diện khuyến khích tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'khu-man-dien-dung',
    owner: 'vien-sa-huynh',
    author: 'cao-thi-minh-an',
    state: 'published',
    daysAgo: 28,
    profile: {
      texts: {
        vi: {
          title: 'Điện cực than hoạt tính gáo dừa pha tạp nitơ cho khử mặn điện dung nước lợ nhẹ dưới 2‰',
          teaser:
            'Điện cực rẻ từ gáo dừa hấp phụ 21 mg muối mỗi gam, mở hướng lọc nước lợ nhẹ với 0,6 kWh/m³ trong phòng thí nghiệm.',
          problem:
            'Với nước nhiễm mặn nhẹ 1–2‰, thẩm thấu ngược bỏ phí gần nửa lượng nước và tiêu điện cho áp cao. Khử mặn điện dung phù hợp hơn nhưng điện cực than nhập khẩu có giá trên 2 triệu đồng mỗi mét vuông.',
          solution:
            'Gáo dừa được than hóa 550 °C, tẩm urê 1:0,5 và kali cacbonat 1:1,2 rồi hoạt hóa 780 °C trong khí CO₂ hồi lưu, cho diện tích bề mặt 1.680 m²/g với mao quản trung bình 2–4 nm chiếm 38%. Bột than trộn 6% muội dẫn điện và chất kết dính polyvinyl butyral, cán 240 µm lên lưới titan mỏng.\n\nMô đun mười cặp điện cực 12 × 12 cm có màng trao đổi ion trải phủ, điện áp 1,2 V, chu kỳ nạp 9 phút và nhả 6 phút với dòng ngược. Hiện chạy bằng nước muối pha và nước giếng lấy về lọc sơ bộ.',
          advantages:
            'Dung lượng hấp phụ 21,3 mg/g ở 1.500 mg/L, giữ 88% sau 400 chu kỳ; thu hồi nước 82%; điện riêng 0,6 kWh/m³. Chi phí vật liệu điện cực ước tính 310.000 đồng/m².',
          applications: 'Thiết bị lọc hộ gia đình, làm mềm nước lò hơi nhỏ, tiền xử lý nước tưới nhạy mặn.',
          partnersWanted: 'Nhà sản xuất than gáo dừa và hãng thiết bị lọc nước cùng chế tạo mô đun 200 L/giờ.',
        },
      },
      comparison: [
        row('Dung lượng hấp phụ muối', 'mg/g', '12–15', '21,3'),
        row('Vật liệu điện cực', 'đồng/m²', '2.200.000', '310.000'),
      ],
      readiness: {
        claimed: 4,
        evidence: [
          proof(3, '2024-10-07', 'Dữ liệu đo điện hóa bán pin', 'Quét thế vòng và phổ tổng trở của chín mẫu than.'),
          proof(
            4,
            '2026-03-16',
            'Mẫu mô đun mười cặp trong phòng thí nghiệm',
            'Bốn trăm chu kỳ nạp nhả, nước muối 500–2.000 mg/L, có mẫu đối chứng than thương mại.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2026-00713',
          status: 'accepted',
          filedOn: '2026-01-22',
          holder: nameOf('vien-sa-huynh'),
        },
      ],
      fields: ['205', '204'],
      industries: ['C', 'E'],
      ipc: ['C02F 1/469', 'C01B 32/318', 'H01G 11/34'],
      goals: ['6', '9'],
      green: ['water', 'chemicals'],
      offers: [
        { right: 'ownership', territory: ['WORLD'], fieldOfUse: 'Toàn bộ đơn sáng chế và bí quyết chế tạo điện cực' },
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['VN'],
          fieldOfUse: 'Cùng nghiên cứu hoàn thiện',
          termMonths: 24,
          researchOnly: true,
        },
      ],
      forms: ['joint_research', 'ip_transfer'],
      methods: ['documents', 'experts'],
      price: { mode: 'open' },
      funding: [
        {
          kind: 'state',
          share: 10_000,
          taskCode: 'KC.02.31/21-25',
          approvedOn: '2024-04-02',
          acceptance: 'Nghiệm thu cấp quốc gia ngày 28/8/2026, xếp loại Đạt',
          certificate: '2026-51-0063/KQNC',
        },
      ],
      owners: [held('vien-sa-huynh', 10_000, 'host_of_state_task')],
      authors: [by('Cao Thị Minh An', 7_500), by('Võ Nguyên Khả', 2_500)],
      keywords: {
        vi: ['khử mặn điện dung', 'than gáo dừa', 'điện cực', 'nước lợ', 'than hoạt tính'],
        en: ['capacitive deionisation', 'coconut shell carbon'],
      },
      province: '51',
      place: 'Phòng thí nghiệm điện hóa Sa Huỳnh',
      declaration: { kind: 'ordinary', basis: 'Đang nghiên cứu, chưa đối chiếu danh mục công nghệ khuyến khích.' },
      visibility: {},
    },
  },
]
