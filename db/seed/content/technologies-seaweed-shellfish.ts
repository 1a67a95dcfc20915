import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Seaweed and shellfish farming. */
export const seaweedShellfishTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'rong-nho-nha-mang',
    owner: 'vien-thuy-san',
    author: 'nguyen-hoai-nam',
    state: 'published',
    daysAgo: 95,
    profile: {
      texts: {
        vi: {
          title: 'Trồng rong nho trên khay treo trong nhà màng và tách nước bảo quản sáu tháng ở nhiệt độ thường',
          teaser:
            'Trồng rong nho quanh năm kể cả mùa lũ và bán được dạng khử nước, ngâm nước một phút là nở giòn như tươi.',
          problem:
            'Rong nho trồng đáy ao ngừng phát triển khi độ mặn xuống dưới 25‰, tức từ tháng 10 đến tháng 12 ở Nam Trung Bộ. Rong tươi chỉ giữ được năm đến bảy ngày, lại dập khi gặp lạnh dưới 18 °C nên không thể đi đường dài bằng xe lạnh chung với hải sản.',
          solution:
            'Rong được kẹp giữa hai lớp lưới PE trong khay 0,6 × 1,2 m, treo cách mặt nước 35–60 cm trong bể lót bạt dưới nhà màng cắt nắng 50–65%. Nước bể tuần hoàn qua bể lắng và cột vỏ hàu, giữ độ mặn 30–34‰, nitơ amoni dưới 0,2 mg/L và dòng chảy 5–8 cm/giây để rong mọc thẳng. Thu tỉa lần đầu sau 32 ngày, các lần sau cách nhau 18–20 ngày.\n\nRong thu về được dưỡng 24 giờ trong nước biển lọc UV để liền vết cắt, ly tâm nhẹ 120 vòng/phút rồi chuyển qua ba bể nước muối tăng dần 6–9–12% trong tổng cộng 4 giờ. Khối rong mất 62–65% khối lượng nhưng thành tế bào không vỡ; đóng túi ghép màng PET/AL/PE, không cần chất bảo quản.\n\nHồ sơ gồm bản vẽ nhà màng 500 m², quy trình trồng và tách nước, chỉ tiêu vi sinh và phương pháp thử độ nở.',
          advantages:
            'Năng suất 2,1–2,4 kg/m²/tháng, gấp 2,6 lần trồng đáy. Sản phẩm tách nước giữ được 6 tháng ở 25–30 °C, độ nở lại trên 92% sau 60 giây. Một nhà màng 500 m² cho lãi gộp khoảng 31 triệu đồng mỗi tháng ở giá bán 65.000 đồng/kg rong tươi quy đổi.',
          applications:
            'Hộ và doanh nghiệp ven biển có nước trên 28‰ trong phần lớn năm; cơ sở du lịch và nhà hàng; xuất khẩu sang Nhật Bản dưới dạng umibudo khử nước.',
          partnersNow: 'Ba hộ tại xã Đại Lãnh trồng theo quy trình từ tháng 4/2025.',
          partnersWanted: 'Doanh nghiệp chế biến rong có kênh xuất khẩu, nhận quyền cho toàn bộ khâu tách nước.',
        },
        en: {
          title: 'Sea grapes grown on hanging trays under shade and dewatered for six months at room temperature',
          teaser:
            'Grows sea grapes all year, floods included, and sells them dewatered: one minute in water and they are crisp again.',
          problem:
            'Sea grapes planted on pond bottoms stop growing below 25 ppt, which on the south-central coast means October to December. Fresh fronds keep five to seven days and bruise below 18 °C, so they cannot travel in the same chilled lorries as seafood.',
          solution:
            'Fronds are held between two PE nets in 0.6 × 1.2 m trays hung 35–60 cm below the surface of lined tanks, under a house cutting 50–65% of the sun. Water circulates through a settling tank and an oyster-shell column, at 30–34 ppt, ammonium nitrogen below 0.2 mg/L and a current of 5–8 cm/s that keeps fronds upright. The first cut comes after 32 days, later ones every 18–20 days.\n\nHarvested fronds rest 24 hours in UV-treated sea water so that the cuts heal, are spun gently at 120 rpm and pass three brines of 6, 9 and 12% over four hours. They lose 62–65% of their weight without rupturing and are packed in PET/AL/PE without preservatives.\n\nThe file holds drawings of a 500 m² house, growing and dewatering procedures, microbial limits and the test for swelling.',
          advantages:
            '2.1–2.4 kg/m² a month, 2.6 times bottom planting. The dewatered product keeps six months at 25–30 °C and regains over 92% of its volume in 60 seconds. A 500 m² house earns a gross margin of about 31 million đồng a month at 65,000 đồng per kilogram of fresh equivalent.',
          applications:
            'Coastal households and companies with water above 28 ppt most of the year; hotels and restaurants; export to Japan as dewatered umibudo.',
          partnersNow: 'Three households in Dai Lanh commune have followed the procedure since April 2025.',
          partnersWanted: 'A seaweed processor with export channels to license the whole dewatering step.',
        },
      },
      comparison: [
        row('Năng suất', 'kg/m²/tháng', '0,8–0,9', '2,1–2,4'),
        row('Số tháng thu hoạch trong năm', 'tháng', '8', '12'),
        row('Thời gian bảo quản', 'ngày', '5–7 (tươi)', '180 (tách nước)'),
        row('Chi phí vận chuyển đi Hà Nội', 'đồng/kg tươi', '14.000', '3.200'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            4,
            '2022-04-18',
            'Mẫu thử tách nước trong phòng thí nghiệm',
            'Khảo sát 27 chế độ muối; chọn ba bậc 6–9–12% theo độ nở lại và độ giòn đo trên máy cơ lý.',
          ),
          proof(
            7,
            '2025-10-02',
            'Xác nhận của nhóm hộ trồng tại Đại Lãnh',
            'Bảy đợt thu trong mùa khô và mùa mưa, tổng 4,8 tấn rong; nhật ký độ mặn, nhiệt độ từng ngày.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-0003871',
          status: 'granted',
          filedOn: '2021-11-03',
          expiresOn: '2031-11-03',
          holder: nameOf('vien-thuy-san'),
        },
      ],
      fields: ['405', '211'],
      industries: ['A', 'C'],
      ipc: ['A01G 33/00', 'A23L 17/60'],
      goals: ['2', '8', '14'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'with_consent',
          territory: ['VN'],
          fieldOfUse: 'Tách nước và đóng gói rong nho',
          termMonths: 72,
        },
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['51', '52', '56', '66'],
          fieldOfUse: 'Trồng rong nho trên khay treo',
          termMonths: 36,
          quantityLimit: '2.000 m² nhà màng',
        },
      ],
      forms: ['independent', 'capital_contribution'],
      methods: ['documents', 'training'],
      price: { mode: 'asking', kind: 'indicative', amount: 520_000_000 },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [
        held('vien-thuy-san', 7_000, 'owner'),
        heldOutside(
          'Bà Nguyễn Thị Bạch Yến, nhà sáng chế độc lập',
          3_000,
          'co_owner',
          'Giấy thỏa thuận đồng sở hữu lập ngày 02/11/2021, đồng ý để Viện đại diện chuyển giao',
        ),
      ],
      authors: [by('Nguyễn Thị Bạch Yến', 5_000), by('Nguyễn Hoài Nam', 5_000)],
      keywords: {
        vi: ['rong nho', 'nhà màng', 'tách nước', 'khay treo', 'rong biển ăn được'],
        en: ['sea grapes', 'Caulerpa lentillifera', 'dewatering', 'edible seaweed', 'shade house'],
      },
      province: '56',
      place: 'Xã Đại Lãnh',
      declaration: {
        kind: 'encouraged',
        basis:
          'Công nghệ mới tạo sản phẩm có giá trị gia tăng từ rong biển, tiết kiệm năng lượng bảo quản lạnh, phù hợp tiêu chí tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'hau-giong-don',
    owner: 'vien-thuy-san',
    author: 'nguyen-hoai-nam',
    state: 'published',
    daysAgo: 61,
    profile: {
      texts: {
        vi: {
          title: 'Sản xuất hàu giống rời bằng hạt vỏ nghiền 0,3 mm thay cho dây vật bám truyền thống',
          teaser:
            'Cho hàu giống từng con, vỏ sâu lòng và đồng cỡ để nuôi trong rọ treo, bán nguyên con cho nhà hàng thay vì tách lấy ruột.',
          problem:
            'Hàu sữa nuôi trên dây vỏ bám thành chùm, vỏ méo và bén, phải đục tách nên phần lớn chỉ bán được ruột với giá thấp. Vật bám là lốp xe hoặc tấm fibro xi măng còn để lại rác và sợi amiăng dưới đáy đầm.',
          solution:
            'Ấu trùng điểm mắt cỡ 290–320 µm được cho bám lên hạt vỏ hàu nghiền, sàng giữa hai lưới 0,28 và 0,35 mm để mỗi hạt chỉ đủ chỗ cho một con. Trước khi dùng, hạt vỏ được ngâm chua nhẹ pH 5,5 trong 10 phút và phủ màng sinh học vi khuẩn trong 48 giờ nhằm tăng tín hiệu bám.\n\nBể bám là ống đáy lưới chảy ngược, lưu lượng 1,2 L/phút cho mỗi ống Ø 400 mm, chứa 1,5 triệu ấu trùng. Sau 72 giờ, giống bám được chuyển sang hệ ống dòng lên và sàng phân cỡ mỗi tuần cho đến 4 mm.\n\nPhần chuyển giao có máy nghiền, bộ sàng, bản vẽ ống dòng lên và ba đợt sản xuất có chuyên gia đứng trại.',
          advantages:
            'Trên 93% con giống là cá thể đơn; tỷ lệ bám 41–47% số ấu trùng điểm mắt. Hàu nuôi rọ sau 9 tháng đạt 85–100 g/con, tỷ lệ thịt 16–18% và bán nguyên con được giá gấp ba lần giá ruột quy đổi.',
          applications: 'Trại giống nhuyễn thể ở đầm phá, vùng nuôi hàu treo rọ phục vụ du lịch và xuất khẩu tươi.',
          partnersWanted: 'Trại giống tại đầm Thị Nại, đầm Cù Mông, vịnh Xuân Đài và vùng phá Tam Giang.',
        },
      },
      comparison: [
        row('Tỷ lệ giống cá thể đơn', '%', '< 5', '> 93'),
        row('Tỷ lệ bám của ấu trùng điểm mắt', '%', '18–25', '41–47'),
        row('Giá bán hàu thương phẩm', 'đồng/kg nguyên vỏ', '16.000', '48.000'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            4,
            '2023-06-12',
            'Báo cáo thử nghiệm cỡ hạt và tỷ lệ bám',
            'Chín tổ hợp cỡ hạt và thời gian phủ màng sinh học, ba lần lặp.',
          ),
          proof(
            6,
            '2025-06-27',
            'Biên bản trình diễn mẻ 3,2 triệu ấu trùng tại trại Nhơn Hải',
            'Thu 1,38 triệu giống bám đơn cỡ 2 mm; quy trình pilot phiên bản 2.0 được hội đồng kỹ thuật thông qua.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2024-06215',
          status: 'published',
          filedOn: '2024-09-17',
          holder: nameOf('vien-thuy-san'),
          numberHidden: true,
        },
      ],
      fields: ['405'],
      industries: ['A'],
      ipc: ['A01K 61/54'],
      goals: ['14', '8'],
      green: ['farming_forestry', 'pollution_waste'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          territory: ['52', '66'],
          fieldOfUse: 'Sản xuất giống hàu Thái Bình Dương và hàu Bồ Đào Nha',
          termMonths: 60,
        },
      ],
      forms: ['independent', 'joint_research'],
      methods: ['documents', 'training', 'experts', 'machinery'],
      price: { mode: 'asking', kind: 'floor', amount: 780_000_000 },
      funding: [
        {
          kind: 'state',
          share: 6_500,
          taskCode: '03-07-2023',
          approvedOn: '2023-04-10',
          acceptance: 'Nghiệm thu ngày 15/8/2025, xếp loại Đạt',
          certificate: '2025-52-0208/KQNC',
        },
        { kind: 'international', share: 3_500 },
      ],
      owners: [held('vien-thuy-san', 10_000, 'host_of_state_task')],
      authors: [by('Lê Bá Kỳ Phong', 6_000), by('Nguyễn Hoài Nam', 2_500), by('Phan Thị Thu Sương', 1_500)],
      keywords: {
        vi: ['hàu', 'giống đơn', 'vỏ nghiền', 'nhuyễn thể', 'rọ treo', 'đầm phá'],
        en: ['oyster', 'cultchless spat', 'microcultch'],
      },
      province: '52',
      place: 'Trại nhuyễn thể Nhơn Hải',
      declaration: {
        kind: 'encouraged',
        basis:
          'Thay vật bám có amiăng, bảo vệ môi trường đầm phá và tạo sản phẩm mới; đáp ứng yêu cầu với công nghệ sạch nêu tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: { price: 'confidential' },
    },
  },
]
