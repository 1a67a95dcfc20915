import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Shrimp and fish farming, and the diagnosis of their diseases. */
export const shrimpFishTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'tom-hai-giai-doan',
    owner: 'vien-thuy-san',
    author: 'nguyen-hoai-nam',
    state: 'published',
    daysAgo: 212,
    profile: {
      texts: {
        vi: {
          title:
            'Quy trình nuôi tôm thẻ chân trắng hai giai đoạn trong bể tròn, tuần hoàn nước và thu gom bùn liên tục',
          teaser:
            'Nuôi tôm thẻ đạt 42–48 tấn/ha/vụ với lượng nước thay chỉ bằng một phần tư ao lót bạt thông thường, phù hợp vùng đất cát ven biển miền Trung.',
          problem:
            'Ao lót bạt ngoài trời ở duyên hải Nam Trung Bộ phải thay 20–30% nước mỗi ngày từ ngày nuôi thứ 45 trở đi. Nước lấy trực tiếp từ đầm mang theo mầm bệnh, còn nước thải nhiều bùn hữu cơ đổ ngược lại chính nguồn cấp. Hai năm 2023–2024, tỷ lệ ao phải thu sớm do đốm trắng và phân trắng ở các vùng nuôi quanh đầm Đề Gi và Thị Nại đều trên 30%.',
          solution:
            'Tôm giống PL12 được ương 25 ngày trong bể tròn 100 m³ ở mật độ 2.000–2.500 con/m³, độ mặn 18–25‰, duy trì tỷ lệ C:N 12:1 bằng mật rỉ và cám gạo lên men. Khi đạt 1.000–1.200 con/kg, tôm được chuyển bằng ống trọng lực sang bể nuôi 500 m³, mật độ 250 con/m³, không phải dùng vợt nên tỷ lệ hao hụt khi sang bể dưới 2%.\n\nMỗi bể nuôi có hố xi phông đáy côn 8°, dòng xoáy do bốn ống khí nâng tạo ra gom phân và vỏ tôm về tâm. Bùn được rút 6 lần/ngày, mỗi lần 3–4 phút, qua trống lọc 60 µm; nước trong quay về bể sau khi đi qua tháp đệm vi sinh có diện tích bề mặt 450 m²/m³.\n\nLượng khí cấp được điều khiển theo oxy hòa tan đo liên tục, giữ trên 5,0 mg/L bằng máy thổi biến tần. Bộ tài liệu chuyển giao gồm bản vẽ bể và hố xi phông, 14 quy trình thao tác chuẩn, bảng cho ăn theo nhiệt độ và biểu mẫu nhật ký từng ca.',
          advantages:
            'Năng suất 42–48 tấn/ha mặt nước/vụ 95 ngày, hệ số thức ăn 1,18–1,25. Lượng nước bổ sung trung bình 4% thể tích mỗi ngày. Qua 11 vụ liên tiếp tại hai cơ sở, tỷ lệ sống đạt 84 ± 5% và không vụ nào phải dùng kháng sinh. Bùn thu được có độ ẩm 82%, chuyển cho cơ sở ủ phân thay vì xả ra đầm.',
          applications:
            'Cơ sở nuôi có từ 0,5 ha đất cát cao triều, nguồn điện ba pha và nước mặn 10–30‰. Có thể cải tạo ao lót bạt sẵn có thành cụm 4 bể, thời gian xây lắp 60–75 ngày.',
          partnersNow:
            'Một doanh nghiệp nuôi tôm tại Mỹ An đã vận hành 8 bể từ năm 2024; Viện cử kỹ sư theo dõi đến hết vụ thứ ba.',
          partnersWanted:
            'Doanh nghiệp hoặc hợp tác xã muốn nhận quyền sử dụng cho vùng nuôi của mình, và nhà chế tạo bể, trống lọc trong nước cùng cung ứng trọn gói.',
        },
        en: {
          title:
            'Two-stage white-leg shrimp farming in round tanks with water recirculation and continuous sludge removal',
          teaser:
            'Yields 42–48 tonnes per hectare and crop with a quarter of the water exchange of ordinary lined ponds, on coastal sand.',
          problem:
            'Open lined ponds on the south-central coast exchange 20–30% of their water every day from day 45. Water drawn straight from the lagoon carries pathogens in, and sludge-laden effluent goes back to the same source. In 2023 and 2024 more than 30% of the ponds around the De Gi and Thi Nai lagoons were harvested early because of white spot or white faeces disease.',
          solution:
            'PL12 post-larvae are nursed for 25 days in 100 m³ round tanks at 2,000–2,500 per m³ and 18–25 ppt, with the C:N ratio held at 12:1 by molasses and fermented rice bran. At 1,000–1,200 shrimp per kilogram they flow by gravity into 500 m³ grow-out tanks at 250 per m³; no nets are used and transfer losses stay under 2%.\n\nEach grow-out tank has an 8° conical floor and a central sump. The vortex driven by four air-lift pipes gathers faeces and moults, which are drawn off six times a day for 3–4 minutes through a 60 µm drum filter; clear water returns through a bio-tower with 450 m² of surface per m³.\n\nAeration follows a continuous dissolved-oxygen reading and keeps it above 5.0 mg/L with a variable-speed blower. The package contains tank and sump drawings, 14 standard operating procedures, feeding tables by temperature and shift logs.',
          advantages:
            '42–48 t/ha in a 95-day crop at a feed conversion of 1.18–1.25, with make-up water averaging 4% of volume a day. Over 11 consecutive crops at two sites survival was 84 ± 5% and no crop needed antibiotics. The sludge, at 82% moisture, goes to composting instead of the lagoon.',
          applications:
            'Farms with at least 0.5 ha of sand above high tide, three-phase power and 10–30 ppt water. Existing lined ponds can be rebuilt as four-tank clusters in 60–75 days.',
          partnersNow:
            'A shrimp company at My An has run eight tanks since 2024; our engineer stays on site until its third crop is in.',
          partnersWanted:
            'Companies or cooperatives taking a licence for their own area, and a domestic maker of tanks and drum filters to offer a full package.',
        },
      },
      comparison: [
        row('Năng suất một vụ', 'tấn/ha mặt nước', '14–18', '42–48'),
        row('Nước thay mỗi ngày', '% thể tích', '20–30', '4'),
        row('Hệ số chuyển đổi thức ăn', 'kg/kg', '1,35–1,45', '1,18–1,25'),
        row('Giá thành tôm cỡ 50 con/kg', 'đồng/kg', '98.000', '83.500'),
      ],
      readiness: {
        claimed: 8,
        evidence: [
          proof(
            6,
            '2022-09-30',
            'Biên bản trình diễn cụm 4 bể tại trại thực nghiệm',
            'Ba vụ tại bán đảo Phương Mai, năng suất 39,6–43,1 tấn/ha; có mặt đại diện chi cục thủy sản và sáu hộ nuôi.',
          ),
          proof(
            7,
            '2024-11-15',
            'Xác nhận vận hành của cơ sở nuôi tại Mỹ An',
            'Cơ sở xác nhận 8 bể chạy liên tục 240 ngày trong điều kiện sản xuất, tỷ lệ sống 82–88%.',
          ),
          proof(
            8,
            '2025-12-08',
            'Giấy chứng nhận VietGAP của cơ sở áp dụng và hồ sơ chế tạo bể',
            'Chứng nhận cấp sau hai vụ liên tiếp không sai lỗi nặng; bộ bản vẽ chế tạo đã khóa phiên bản 3.2.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0041863',
          status: 'granted',
          filedOn: '2020-06-18',
          expiresOn: '2040-06-18',
          holder: nameOf('vien-thuy-san'),
        },
        { type: 'know_how', status: 'none', holder: nameOf('vien-thuy-san') },
      ],
      fields: ['405', '207'],
      industries: ['A'],
      ipc: ['A01K 61/59', 'A01K 63/04', 'C02F 3/30'],
      goals: ['2', '12', '14'],
      green: ['farming_forestry', 'water'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['51', '52', '56', '66'],
          fieldOfUse: 'Nuôi tôm thẻ chân trắng thương phẩm',
          termMonths: 60,
          quantityLimit: 'Tối đa 5 ha mặt nước cho mỗi hợp đồng',
        },
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'with_consent',
          territory: ['46', '48'],
          fieldOfUse: 'Nuôi tôm thẻ chân trắng thương phẩm',
          termMonths: 84,
        },
      ],
      forms: ['independent', 'machinery_sale'],
      methods: ['documents', 'training', 'experts', 'machinery'],
      price: { mode: 'asking', kind: 'indicative', amount: 1_450_000_000 },
      funding: [
        {
          kind: 'state',
          share: 8_000,
          taskCode: 'ĐTĐL.CN-45/22',
          approvedOn: '2022-03-14',
          acceptance: 'Nghiệm thu ngày 20/12/2024, xếp loại Đạt',
          certificate: '2025-52-0117/KQNC',
        },
        { kind: 'own', share: 2_000 },
      ],
      owners: [
        held('vien-thuy-san', 8_500, 'host_of_state_task'),
        held('dai-hoc-phuong-mai', 1_500, 'co_owner', 'Văn bản đồng ý chuyển giao số 07/2025/ĐHPM ngày 10/3/2025'),
      ],
      authors: [by('Nguyễn Hoài Nam', 4_500), by('Võ Quang Thịnh', 3_000), by('Trần Lê Phương Uyên', 2_500)],
      keywords: {
        vi: ['tôm thẻ chân trắng', 'nuôi tuần hoàn', 'bể tròn', 'biofloc', 'xi phông đáy', 'hai giai đoạn'],
        en: ['white-leg shrimp', 'recirculating aquaculture', 'round tank', 'biofloc', 'two-stage culture'],
      },
      province: '52',
      place: 'Trại thực nghiệm bán đảo Phương Mai',
      declaration: {
        kind: 'encouraged',
        basis:
          'Điều 9 Luật Chuyển giao công nghệ: công nghệ sạch, tiết kiệm tài nguyên nước và nâng chất lượng sản phẩm nuôi so với ao lót bạt hiện có.',
      },
      visibility: {},
    },
  },
  {
    key: 'ca-bop-giong',
    owner: 'vien-thuy-san',
    author: 'nguyen-hoai-nam',
    state: 'published',
    daysAgo: 148,
    profile: {
      texts: {
        vi: {
          title: 'Sản xuất giống cá bớp chuyển sang thức ăn công nghiệp từ ngày tuổi thứ 16, không cần cá tạp',
          teaser:
            'Rút ngắn giai đoạn dùng mồi sống và loại bỏ cá tạp khi ương cá bớp, cho con giống 12 cm quen ăn viên trước khi ra lồng.',
          problem:
            'Trại giống cá bớp trong vùng vẫn ương bằng luân trùng, artemia rồi cá tạp xay cho đến khi xuất bán. Cá tạp làm hỏng nước, mang theo sán lá và vi khuẩn Streptococcus; con giống quen mồi tươi khi thả lồng phải mất ba đến bốn tuần mới chịu ăn viên, hao hụt giai đoạn này 25–35%.',
          solution:
            'Đàn bố mẹ 9–14 kg được nuôi vỗ trong bể 200 m³ với khẩu phần bổ sung 3% mực và premix vitamin E, C; kích thích sinh sản bằng nhiệt độ và quang kỳ thay cho tiêm hormone. Trứng nổi được khử trùng bằng ozone 0,3 mg/L trong 60 giây.\n\nẤu trùng được làm giàu bằng vi tảo cô đặc giàu DHA. Từ ngày thứ 12 tập ăn đồng thời artemia và viên vi nang 300–500 µm do Viện phối chế, đến ngày 16 cắt hẳn mồi sống. Cá được phân cỡ bằng lồng khe 3 mức ở ngày 22 và 34 để giảm ăn nhau.\n\nChuyển giao kèm công thức nuôi vỗ, bảng chuyển đổi thức ăn theo ngày tuổi, quy trình tắm nước ngọt phòng sán và 30 ngày kèm nghề tại trại.',
          advantages:
            'Tỷ lệ sống từ ấu trùng mới nở đến cá 12 cm đạt 9,5–12,0%, gấp khoảng hai lần mức thông thường trong vùng. Chi phí thức ăn ương giảm còn 2.150 đồng/con. Sau khi thả lồng, 94% cá ăn viên ngay trong ba ngày đầu.',
          applications:
            'Trại giống cá biển có bể xi măng hoặc composite từ 300 m³ và nước biển trên 28‰; cơ sở nuôi lồng muốn chủ động con giống.',
          partnersNow: 'Hai trại giống ở Sông Cầu và Đại Lãnh đang chạy thử lứa thứ tư cùng Viện.',
          partnersWanted: 'Trại giống quy mô từ 200.000 con/năm, ưu tiên nơi có vùng nuôi lồng HDPE kề bên.',
        },
      },
      comparison: [
        row('Tỷ lệ sống đến cỡ 12 cm', '%', '4–6', '9,5–12,0'),
        row('Ngày tuổi cắt mồi sống', 'ngày', '35–40', '16'),
        row('Chi phí thức ăn ương', 'đồng/con', '4.300', '2.150'),
        row('Hao hụt tháng đầu ra lồng', '%', '25–35', '7–10'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            5,
            '2022-07-20',
            'Báo cáo thử nghiệm viên vi nang trong bể ương 10 m³',
            'Sáu lô lặp lại, so sánh ba mức protein 48, 52 và 56%.',
          ),
          proof(
            7,
            '2025-08-11',
            'Xác nhận của trại giống tại Sông Cầu',
            'Bốn đợt sinh sản trong điều kiện sản xuất, tổng cộng 186.000 cá giống 12 cm xuất bán thử cho người nuôi.',
          ),
        ],
      },
      rights: [
        {
          type: 'utility_solution',
          number: '2-2024-00387',
          status: 'substantive_exam',
          filedOn: '2024-05-09',
          holder: nameOf('vien-thuy-san'),
        },
        { type: 'trade_secret', status: 'none', holder: nameOf('vien-thuy-san') },
      ],
      fields: ['405'],
      industries: ['A'],
      ipc: ['A01K 61/10', 'A23K 50/80'],
      goals: ['2', '14'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['52', '56', '66'],
          fieldOfUse: 'Sản xuất giống cá bớp',
          termMonths: 48,
          quantityLimit: '500.000 cá giống mỗi năm',
        },
      ],
      forms: ['independent'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'asking', kind: 'floor', amount: 680_000_000 },
      funding: [
        {
          kind: 'state',
          share: 7_000,
          taskCode: '03-07-2022',
          approvedOn: '2022-02-25',
          acceptance: 'Hội đồng cấp tỉnh nghiệm thu ngày 28/11/2024',
          certificate: '2025-52-0043/KQNC',
        },
        { kind: 'own', share: 3_000 },
      ],
      owners: [held('vien-thuy-san', 10_000, 'host_of_state_task')],
      authors: [by('Đặng Thị Thúy Hà', 4_000), by('Nguyễn Hoài Nam', 3_500), by('Lê Bá Kỳ Phong', 2_500)],
      keywords: {
        vi: ['cá bớp', 'giống cá biển', 'thức ăn viên vi nang', 'ương ấu trùng', 'nuôi lồng'],
        en: ['cobia', 'hatchery', 'micro-encapsulated feed'],
      },
      province: '52',
      place: 'Trại giống Nhơn Lý',
      declaration: {
        kind: 'encouraged',
        basis:
          'Thuộc nhóm công nghệ mới tạo sản phẩm có sức cạnh tranh cao hơn, theo Điều 9 Luật Chuyển giao công nghệ; cá bớp là đối tượng nuôi biển được tỉnh ưu tiên.',
      },
      visibility: { solution: 'confidential' },
    },
  },
  {
    key: 'que-thu-ehp',
    owner: 'vien-thuy-san',
    author: 'nguyen-hoai-nam',
    state: 'published',
    daysAgo: 33,
    profile: {
      texts: {
        vi: {
          title: 'Bộ kit khuếch đại đẳng nhiệt kèm que thử phát hiện vi bào tử trùng EHP trên tôm ngay tại bờ ao',
          teaser:
            'Cho kết quả EHP trong 45 phút với ống ủ chạy pin, giúp trại giống và người nuôi loại lô tôm nhiễm trước khi thả.',
          problem:
            'EHP không làm tôm chết hàng loạt nhưng khiến tôm chậm lớn, lệch cỡ và kéo dài vụ nuôi thêm 20–30 ngày. Mẫu phải gửi phòng thí nghiệm PCR cách ao hàng chục cây số, hai đến ba ngày mới có kết quả, trong khi tôm giống không thể nằm chờ.',
          solution:
            'Mẫu gan tụy hoặc phân tôm được phá mẫu bằng hạt silica và đệm chelex ở 95 °C trong 5 phút, không dùng phenol. Phản ứng khuếch đại đẳng nhiệt chạy ở 63 °C trong 30 phút với bốn mồi nhắm gen thành bào tử; hỗn hợp phản ứng ở dạng đông khô nên không cần giữ lạnh.\n\nSản phẩm gắn biotin và FITC được đọc trên que thử dòng chảy bên: hai vạch là dương tính, một vạch là âm tính. Bộ ủ 16 giếng dùng pin lithium 5 Ah, chạy được 9 lượt cho mỗi lần sạc, khối lượng 1,3 kg.\n\nViện chuyển giao trình tự mồi, công thức đông khô, tiêu chuẩn cơ sở và quy trình kiểm soát lô.',
          advantages:
            'Giới hạn phát hiện 20 bản sao mỗi phản ứng; độ nhạy 96,4% và độ đặc hiệu 98,1% so với realtime PCR trên 412 mẫu. Giá thành nguyên liệu 38.000 đồng/mẫu. Kit đông khô giữ hoạt tính 9 tháng ở 30 °C.',
          applications:
            'Kiểm soát giống trước khi xuất bán, sàng lọc định kỳ trong ao nuôi, giám sát dịch bệnh của ngành thú y thủy sản.',
          partnersNow: 'Viện tự thử nghiệm tại ba trại giống; chưa có cơ sở sản xuất kit.',
          partnersWanted:
            'Doanh nghiệp sinh phẩm có phòng sạch cấp ISO 7 cùng hoàn thiện sản xuất thử lô 5.000 test và đăng ký lưu hành.',
        },
        en: {
          title: 'Isothermal amplification kit with lateral-flow strip for EHP detection in shrimp at the pond side',
          teaser:
            'An EHP result in 45 minutes from a battery-powered incubator, so that infected batches are refused before stocking.',
          problem:
            'EHP rarely kills, but it stunts shrimp, spreads their sizes and adds 20–30 days to a crop. Samples travel tens of kilometres to a PCR laboratory and results take two to three days, while post-larvae cannot wait.',
          solution:
            'Hepatopancreas or faeces are lysed with silica beads in a chelex buffer at 95 °C for five minutes, without phenol. Isothermal amplification runs at 63 °C for 30 minutes with four primers against the spore-wall gene; the mix is freeze-dried and needs no cold chain.\n\nBiotin- and FITC-labelled product is read on a lateral-flow strip: two lines are positive, one negative. The 16-well incubator weighs 1.3 kg and makes nine runs on a 5 Ah lithium battery.\n\nThe institute transfers primer sequences, the freeze-drying formula, the in-house standard and batch control procedures.',
          advantages:
            'Detects 20 copies per reaction; 96.4% sensitivity and 98.1% specificity against real-time PCR over 412 samples. Materials cost 38,000 đồng per sample. Freeze-dried kits stay active nine months at 30 °C.',
          applications:
            'Checking post-larvae before sale, routine screening of ponds, surveillance by aquatic veterinary services.',
          partnersNow: 'Tested by the institute itself at three hatcheries; nobody makes the kit yet.',
          partnersWanted:
            'A diagnostics company with an ISO 7 clean room to complete a 5,000-test trial lot and obtain marketing registration together.',
        },
      },
      comparison: [
        row('Thời gian có kết quả', 'phút', '2.880–4.320 (gửi mẫu)', '45'),
        row('Giá thành một mẫu', 'đồng', '280.000', '38.000 (nguyên liệu)'),
        row('Thiết bị đi kèm', 'triệu đồng', '450 (máy realtime PCR)', '6,5'),
      ],
      readiness: {
        claimed: 5,
        evidence: [
          proof(
            4,
            '2024-03-29',
            'Báo cáo thẩm định phương pháp trong phòng thí nghiệm',
            'Xác định giới hạn phát hiện, độ lặp lại và phản ứng chéo với sáu tác nhân khác.',
          ),
          proof(
            5,
            '2025-09-19',
            'Báo cáo thử nghiệm tại ba trại giống',
            '412 mẫu chạy song song với realtime PCR trong điều kiện trại, nhiệt độ phòng 29–36 °C.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2025-03349',
          status: 'accepted',
          filedOn: '2025-04-22',
          holder: nameOf('vien-thuy-san'),
        },
        { type: 'know_how', status: 'none', holder: nameOf('vien-thuy-san') },
      ],
      fields: ['405', '403', '406'],
      industries: ['A', 'C'],
      ipc: ['C12Q 1/6844', 'C12Q 1/6895'],
      goals: ['2', '14'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'with_consent',
          territory: ['WORLD'],
          fieldOfUse: 'Sản xuất và bán bộ kit phát hiện EHP',
          termMonths: 120,
        },
      ],
      forms: ['independent', 'joint_research', 'capital_contribution'],
      methods: ['documents', 'training'],
      price: { mode: 'valuation', purpose: 'transfer', neededOn: '2027-03-31' },
      funding: [
        {
          kind: 'state',
          share: 10_000,
          taskCode: 'KC.07.18/21-25',
          approvedOn: '2023-01-16',
          acceptance: 'Nghiệm thu cấp quốc gia ngày 30/10/2025, xếp loại Xuất sắc',
          certificate: '2026-02-0031/KQNC',
        },
      ],
      owners: [held('vien-thuy-san', 10_000, 'host_of_state_task')],
      authors: [by('Đặng Thị Thúy Hà', 3_000), by('Trần Lê Phương Uyên', 4_500), by('Ngô Gia Huy', 2_500)],
      keywords: {
        vi: ['vi bào tử trùng', 'EHP', 'bệnh tôm', 'que thử nhanh', 'khuếch đại đẳng nhiệt', 'kit chẩn đoán'],
        en: ['EHP', 'shrimp disease', 'LAMP', 'lateral flow', 'point-of-care diagnosis'],
      },
      province: '52',
      place: 'Phòng thí nghiệm bệnh học, phường Quy Nhơn Đông',
      declaration: {
        kind: 'encouraged',
        basis:
          'Phục vụ phòng, chống dịch bệnh và thuộc công nghệ sinh học trong danh mục công nghệ cao ưu tiên phát triển; đối chiếu Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
]
