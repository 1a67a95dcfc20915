import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, heldOutside, nameOf, proof, row } from './notation.ts'

/** Seafood processing: tuna on board, tuna by-products, histamine, fish sauce. */
export const seafoodTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'da-set-ca-ngu',
    owner: 'dai-hoc-phuong-mai',
    author: 'le-thi-bich-van',
    state: 'published',
    daysAgo: 301,
    profile: {
      texts: {
        vi: {
          title: 'Hạ nhiệt và bảo quản cá ngừ đại dương bằng đá sệt nước biển sản xuất ngay trên tàu câu tay',
          teaser:
            'Đưa tâm thân cá 40 kg xuống 0 °C trong 5,5 giờ, tăng tỷ lệ cá đạt loại sashimi từ 12% lên 35% mỗi chuyến biển.',
          problem:
            'Tàu câu tay miền Trung đi biển 20–25 ngày, mang theo 600–800 cây đá xay. Cá ngừ vây vàng giãy mạnh, thân nhiệt lên 30–32 °C; đá xay chỉ chạm điểm nên mất 16–20 giờ tâm thân mới xuống 4 °C, thịt bị "cháy", bở và sinh histamin. Giá bán vì thế chỉ bằng nửa cá loại một.',
          solution:
            'Máy tạo đá sệt trục vít công suất 3 tấn/ngày, chạy bằng trích công suất máy chính 110 kW trở lên, lấy nước biển qua cột lọc 50 µm và pha xuống độ mặn 2,8–3,2%. Tinh thể đá dưới 0,4 mm, tỷ lệ đá 25–40%, nhiệt độ dòng −2,4 °C, bơm được bằng ống mềm đến từng hầm.\n\nCá sau khi làm chết não bằng kim và rút máu hai vây ngực được ngâm treo đầu hướng dòng trong thùng ngâm 2 m³ tuần hoàn 12 lần/giờ. Đủ 5,5 giờ thì chuyển sang hầm giữ −0,8 °C đã lót đá sệt tách nước. Hầm cũ được bọc thêm 80 mm PU và lót composite, không phải đóng lại vỏ.\n\nTrường cung cấp bản vẽ máy, sơ đồ trích công suất, quy trình xử lý cá bốn bước bằng hình và khóa học hai ngày cho thuyền viên tại cảng.',
          advantages:
            'Qua 41 chuyến biển, 35% sản lượng đạt loại A so với 12% của tàu đối chứng; histamin trung bình 6 mg/kg khi cập cảng. Tàu bớt mang 70% lượng đá cây, tiết kiệm khoảng 38 triệu đồng mỗi chuyến. Máy chịu nghiêng 25° và đã qua mùa gió Đông Bắc.',
          applications:
            'Tàu câu tay, tàu lưới vây và tàu dịch vụ hậu cần dài từ 15 m; cảng cá cần đá sệt cung cấp cho tàu nhỏ.',
          partnersNow:
            'Mười chín tàu ở Tam Quan và Sa Huỳnh đã lắp, hai cơ sở cơ khí địa phương được huấn luyện bảo trì.',
          partnersWanted:
            'Nhà chế tạo thiết bị lạnh tàu cá muốn sản xuất loạt, doanh nghiệp thu mua muốn đầu tư máy cho đội tàu liên kết.',
        },
        en: {
          title: 'Chilling and storing ocean tuna in sea-water slurry ice made on board handline vessels',
          teaser:
            'Brings the core of a 40 kg tuna to 0 °C in 5.5 hours and raises the sashimi-grade share of a trip from 12% to 35%.',
          problem:
            'Handline vessels of central Vietnam stay at sea 20–25 days with 600–800 blocks of crushed ice. Yellowfin struggle, reach 30–32 °C inside, and touch crushed ice only at points: the core needs 16–20 hours to reach 4 °C, so the flesh burns, softens and forms histamine, and sells at half the price of first grade.',
          solution:
            'A screw-type slurry machine of 3 t/day driven from a main engine of 110 kW or more takes sea water through a 50 µm filter and dilutes it to 2.8–3.2% salt. Crystals are under 0.4 mm, the ice fraction 25–40% and the flow −2.4 °C, pumpable through hose to every hold.\n\nAfter brain-spiking and bleeding at both pectoral fins, fish hang head to the current in a 2 m³ tank turned over 12 times an hour. After 5.5 hours they move to a hold at −0.8 °C bedded with drained slurry. Old holds gain 80 mm of PU and a composite lining; the hull is not rebuilt.\n\nThe university supplies machine drawings, the power take-off layout, a four-step picture guide and two days of crew training in port.',
          advantages:
            'Over 41 trips 35% of the catch was grade A against 12% on control vessels, with histamine averaging 6 mg/kg at landing. Vessels carry 70% less block ice and save some 38 million đồng a trip. The machine works at 25° of heel and has gone through north-east monsoon seasons.',
          applications:
            'Handliners, purse seiners and carrier vessels from 15 m; fishing ports supplying slurry to small boats.',
          partnersNow:
            'Nineteen vessels at Tam Quan and Sa Huynh are fitted; two local workshops are trained to maintain them.',
          partnersWanted:
            'A maker of marine refrigeration for series production, and buyers equipping their contracted fleets.',
        },
      },
      comparison: [
        row('Thời gian hạ tâm thân cá 40 kg xuống 4 °C', 'giờ', '16–20', '3,8'),
        row('Tỷ lệ cá loại A', '%', '12', '35'),
        row('Histamin khi cập cảng', 'mg/kg', '20–60', '6'),
        row('Chi phí đá mỗi chuyến', 'triệu đồng', '54', '16'),
      ],
      readiness: {
        claimed: 9,
        evidence: [
          proof(
            7,
            '2021-10-10',
            'Xác nhận của chủ tàu sau sáu chuyến thử',
            'Tàu 18,5 m tại Tam Quan; nhật ký nhiệt độ tâm thân của 214 con cá.',
          ),
          proof(
            8,
            '2022-12-02',
            'Giấy chứng nhận an toàn kỹ thuật thiết bị lạnh tàu cá',
            'Đăng kiểm tàu cá cấp cho kiểu máy SLS-3; hồ sơ chế tạo 61 bản vẽ.',
          ),
          proof(
            9,
            '2025-05-26',
            'Hợp đồng bán máy và số liệu vận hành 19 tàu',
            'Mười chín hợp đồng trong các năm 2023–2025; bảng tổng hợp 41 chuyến có đối chứng.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-0035127',
          status: 'granted',
          filedOn: '2018-08-21',
          expiresOn: '2038-08-21',
          holder: nameOf('dai-hoc-phuong-mai'),
        },
        {
          type: 'utility_solution',
          number: '2-0003145',
          status: 'granted',
          filedOn: '2019-12-05',
          expiresOn: '2029-12-05',
          holder: nameOf('dai-hoc-phuong-mai'),
        },
      ],
      fields: ['211', '203'],
      industries: ['A', 'C'],
      ipc: ['A23B 4/06', 'F25C 1/00', 'F25D 17/02'],
      goals: ['14', '12', '8'],
      green: ['energy'],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'with_consent',
          territory: ['51', '52', '56', '66'],
          fieldOfUse: 'Chế tạo và lắp đặt máy đá sệt cho tàu cá',
          termMonths: 84,
        },
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['VN'],
          fieldOfUse: 'Lắp trên đội tàu của bên nhận',
          termMonths: 36,
          quantityLimit: '30 tàu',
        },
      ],
      forms: ['independent', 'machinery_sale', 'ip_transfer'],
      methods: ['documents', 'training', 'machinery', 'commissioning'],
      price: { mode: 'asking', kind: 'indicative', amount: 3_200_000_000 },
      funding: [
        {
          kind: 'state',
          share: 6_000,
          taskCode: 'KC.03.11/16-20',
          approvedOn: '2017-04-12',
          acceptance: 'Nghiệm thu cấp quốc gia ngày 18/6/2020, xếp loại Đạt',
          certificate: '2020-02-0644/KQNC',
        },
        { kind: 'own', share: 4_000 },
      ],
      owners: [held('dai-hoc-phuong-mai', 10_000, 'owner')],
      authors: [by('Trần Đại Nghiệp', 4_000), by('Lê Thị Bích Vân', 3_500), by('Huỳnh Bá Lãm', 2_500)],
      keywords: {
        vi: ['cá ngừ đại dương', 'đá sệt', 'tàu câu tay', 'bảo quản trên tàu', 'histamin', 'sashimi'],
        en: ['tuna', 'slurry ice', 'handline vessel', 'onboard chilling', 'sashimi grade'],
      },
      province: '52',
      place: 'Cảng cá Tam Quan',
      declaration: {
        kind: 'encouraged',
        basis:
          'Nâng chất lượng sản phẩm xuất khẩu chủ lực từ kết quả nghiên cứu trong nước, thuộc diện nêu tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'thuy-phan-dau-ca-ngu',
    owner: 'dai-hoc-phuong-mai',
    author: 'le-thi-bich-van',
    state: 'published',
    daysAgo: 73,
    profile: {
      texts: {
        vi: {
          title: 'Thủy phân đầu và xương cá ngừ bằng enzym thu bột đạm hòa tan, dầu giàu DHA và bột khoáng canxi',
          teaser:
            'Biến phụ phẩm đang bán 4.000 đồng/kg thành ba sản phẩm có tổng giá trị gấp chín lần, không còn nước rỉ có mùi.',
          problem:
            'Nhà máy cá ngừ thải 38–42% khối lượng nguyên liệu là đầu, xương, da và thịt đỏ. Phần này được bán cho lò bột cá, chở trong thùng hở, chảy nước và mất hầu hết DHA vì sấy ở nhiệt độ cao.',
          solution:
            'Phụ phẩm trong vòng 6 giờ sau phi-lê được nghiền 8 mm ở dưới 4 °C, trộn nước 1:0,6 và gia nhiệt 52 °C. Thủy phân hai bước: endoprotease kiềm 0,45% trong 90 phút ở pH 8,0 rồi exopeptidase 0,2% thêm 60 phút để khử vị đắng, mức thủy phân 19–22%.\n\nBất hoạt enzym ở 88 °C, ly tâm ba pha: dầu được khử nước và khử mùi chân không 60 °C; pha nước cô bốc hơi màng rơi đến 42% chất khô rồi sấy phun cùng 5% maltodextrin; xương sạch được nghiền siêu mịn 25 µm.\n\nTheo dõi chỉ số peroxit của dầu từng mẻ và giữ khí nitơ ở mọi bồn chứa là hai điểm kiểm soát bắt buộc của quy trình.',
          advantages:
            'Từ 1 tấn phụ phẩm thu 128 kg bột đạm (78% protein, phân tử lượng dưới 3 kDa chiếm 84%), 46 kg dầu chứa 27% DHA và 92 kg bột canxi. Enzym dùng loại thương mại sẵn trên thị trường, chi phí 1.350 đồng/kg phụ phẩm. Hiệu suất thu hồi nitơ 71%.',
          applications:
            'Thức ăn tôm, cá giống; nguyên liệu thực phẩm chức năng sau khi bổ sung công đoạn tinh chế; phân bón lá giàu axit amin.',
          partnersNow:
            'Cơ sở pilot 300 kg/mẻ đặt tại trường, đã cấp mẫu 40–60 kg cho bốn nhà máy thức ăn thủy sản dùng thử.',
          partnersWanted:
            'Doanh nghiệp chế biến cá ngừ có từ 1.000 tấn phụ phẩm mỗi năm, góp vốn lập dây chuyền 2 tấn/mẻ.',
        },
      },
      comparison: [
        row('Giá trị thu được từ 1 tấn phụ phẩm', 'đồng', '4.000.000', '36.500.000'),
        row('Giữ lại DHA trong dầu', '%', '30–40', '88'),
        row('Nước thải có mùi', 'm³/tấn phụ phẩm', '1,4', '0,2'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            4,
            '2023-08-07',
            'Báo cáo tối ưu hóa enzym ở bình 5 lít',
            'Phương pháp bề mặt đáp ứng, 30 thí nghiệm, hai loại enzym và bốn mức nhiệt độ.',
          ),
          proof(
            6,
            '2025-10-28',
            'Biên bản trình diễn pilot 300 kg/mẻ',
            'Mười mẻ liên tục trong hai tuần; cân bằng khối lượng và kết quả kiểm nghiệm độc lập đính kèm.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2024-01988',
          status: 'substantive_exam',
          filedOn: '2024-03-28',
          holder: nameOf('dai-hoc-phuong-mai'),
        },
        { type: 'trade_secret', status: 'none', holder: nameOf('dai-hoc-phuong-mai') },
      ],
      fields: ['211', '209'],
      industries: ['C', 'E'],
      ipc: ['A23J 1/04', 'A23J 3/34', 'A23K 10/22'],
      goals: ['12', '14', '9'],
      green: ['pollution_waste', 'green_products'],
      offers: [
        {
          right: 'use',
          exclusivity: 'exclusive',
          sublicence: 'none',
          territory: ['52'],
          fieldOfUse: 'Chế biến phụ phẩm cá ngừ, cá thu và cá nục',
          termMonths: 96,
          quantityLimit: '6.000 tấn phụ phẩm mỗi năm',
        },
      ],
      forms: ['capital_contribution', 'joint_research', 'independent'],
      methods: ['documents', 'training', 'experts', 'commissioning'],
      price: { mode: 'valuation', purpose: 'capital_contribution', neededOn: '2027-02-15' },
      funding: [
        {
          kind: 'state',
          share: 7_000,
          taskCode: 'ĐTĐL.CN-58/23',
          approvedOn: '2023-06-30',
          acceptance: 'Nghiệm thu ngày 25/12/2025, xếp loại Đạt',
          certificate: '2026-52-0019/KQNC',
        },
        { kind: 'own', share: 1_000 },
        { kind: 'sponsor', share: 2_000 },
      ],
      owners: [
        held('dai-hoc-phuong-mai', 8_000, 'host_of_state_task'),
        held(
          'thuy-san-tam-quan',
          2_000,
          'co_owner',
          'Phụ lục 02 hợp đồng nghiên cứu năm 2023: công ty giữ 20% quyền và đồng ý để trường chủ trì chuyển giao',
        ),
      ],
      authors: [by('Lê Thị Bích Vân', 5_500), by('Nguyễn Quang Trạch', 2_500), by('Đỗ Thị Mai Sao', 2_000)],
      keywords: {
        vi: ['phụ phẩm cá ngừ', 'thủy phân enzym', 'peptide', 'dầu cá DHA', 'bột canxi', 'kinh tế tuần hoàn'],
        en: ['tuna by-products', 'enzymatic hydrolysis', 'DHA oil'],
      },
      province: '52',
      place: 'Xưởng thực nghiệm chế biến, phường Quy Nhơn',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tận thu phụ phẩm, giảm chất thải và tạo sản phẩm mới có giá trị cao hơn; Điều 9 Luật Chuyển giao công nghệ khuyến khích nhóm công nghệ này.',
      },
      visibility: { solution: 'confidential', funding: 'confidential' },
    },
  },
  {
    key: 'giay-histamin',
    owner: 'dai-hoc-phuong-mai',
    author: 'tran-dai-nghiep',
    state: 'published',
    daysAgo: 41,
    profile: {
      texts: {
        vi: {
          title: 'Giấy cảm biến đổi màu đo nhanh histamin trong thịt cá ngừ bằng camera điện thoại',
          teaser:
            'Ước lượng histamin trong khoảng 10–200 mg/kg sau 12 phút với chi phí dưới 9.000 đồng mỗi phép thử, hướng tới dùng ngay tại cầu cảng.',
          problem:
            'Lô cá ngừ bị trả về vì histamin vượt 100 mg/kg gây thiệt hại hàng tỷ đồng mỗi container. Phép đo HPLC hoặc ELISA cần phòng thí nghiệm, còn người mua tại cảng chỉ dựa vào màu thịt để phân loại.',
          solution:
            'Giấy lọc được in sáp tạo vi kênh, phủ hạt nano bạc bọc citrat 18–22 nm trong nền chitosan 0,4%. Histamin làm hạt kết tụ, màu chuyển từ vàng sang nâu đỏ; tỷ số cường độ kênh xanh lam trên kênh đỏ tuyến tính theo nồng độ.\n\nMẫu 2 g thịt được chiết bằng 8 mL axit trichloacetic 2%, trung hòa qua lọ đệm khô pha sẵn rồi nhỏ 40 µL lên ba ô đo song song. Ứng dụng điện thoại đọc màu trong hộp che sáng gấp bằng bìa, tự hiệu chuẩn theo dải màu in kèm.\n\nHiện nhóm đã có công thức hạt bạc ổn định 5 tháng, khuôn in sáp và bộ dữ liệu 640 ảnh hiệu chuẩn.',
          advantages:
            'Trong phòng thí nghiệm, sai số so với HPLC là 11% ở khoảng 25–150 mg/kg, hệ số tương quan 0,97. Putrescin và cadaverin ở nồng độ 50 mg/kg làm lệch kết quả không quá 8%. Không cần nguồn điện ngoài chiếc điện thoại.',
          applications: 'Phân loại cá tại cảng và trên tàu thu mua, kiểm tra đầu vào nhà máy, kiểm soát chợ cá bán lẻ.',
          partnersWanted:
            'Nhà máy cá ngừ cung cấp mẫu thực địa và đối chứng HPLC; quỹ hoặc doanh nghiệp thiết bị đo tài trợ giai đoạn thử tại cảng.',
        },
        en: {
          title: 'Colour-changing paper sensor for histamine in tuna, read by a telephone camera',
          teaser:
            'Estimates 10–200 mg/kg of histamine in 12 minutes for under 9,000 đồng a test, meant for use on the quay.',
          problem:
            'Tuna returned for histamine above 100 mg/kg costs billions of đồng a container. HPLC and ELISA need a laboratory, and buyers on the quay grade by the colour of the flesh alone.',
          solution:
            'Filter paper is wax-printed into microchannels and coated with 18–22 nm citrate-capped silver nanoparticles in 0.4% chitosan. Histamine aggregates them and turns yellow to red-brown; the ratio of blue to red intensity is linear with concentration.\n\nTwo grams of flesh are extracted with 8 mL of 2% trichloroacetic acid, neutralised in a vial of pre-dosed dry buffer and dropped, 40 µL each, on three parallel spots. A telephone application reads the colour in a folded cardboard hood and calibrates itself on a printed scale.\n\nThe group has a silver formula stable for five months, the printing mask and 640 calibration images.',
          advantages:
            'In the laboratory the error against HPLC is 11% between 25 and 150 mg/kg, correlation 0.97. Putrescine and cadaverine at 50 mg/kg shift results by no more than 8%. No power supply is needed beyond the telephone.',
          applications:
            'Grading on the quay and on carrier boats, intake control at factories, checks in retail fish markets.',
          partnersWanted:
            'A tuna factory contributing field samples with HPLC controls; a fund or instrument maker to sponsor trials in port.',
        },
      },
      comparison: [
        row('Thời gian một phép đo', 'phút', '90–240 (ELISA, HPLC)', '12'),
        row('Chi phí một phép đo', 'đồng', '350.000–600.000', '8.700'),
        row('Sai số tương đối', '%', '5 (HPLC)', '11'),
      ],
      readiness: {
        claimed: 4,
        evidence: [
          proof(
            3,
            '2024-06-18',
            'Dữ liệu chứng minh nguyên lý với dung dịch chuẩn',
            'Đường chuẩn sáu điểm, ba loại giấy, phổ UV-Vis và ảnh TEM hạt bạc.',
          ),
          proof(
            4,
            '2025-11-20',
            'Báo cáo thử nghiệm mẫu thịt cá trong phòng thí nghiệm',
            'Tám mươi mẫu cá ngừ thêm chuẩn và ủ hỏng có kiểm soát, so với HPLC-FLD.',
          ),
        ],
      },
      rights: [
        {
          type: 'invention_patent',
          number: '1-2025-08406',
          status: 'filed',
          filedOn: '2025-10-15',
          holder: nameOf('dai-hoc-phuong-mai'),
        },
      ],
      fields: ['104', '210', '211'],
      industries: ['C', 'A'],
      ipc: ['G01N 33/12', 'G01N 21/78'],
      goals: ['3', '12'],
      green: [],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          territory: ['VN'],
          fieldOfUse: 'Nghiên cứu, hoàn thiện và thử nghiệm tại cảng',
          termMonths: 24,
          researchOnly: true,
        },
        {
          right: 'ownership',
          territory: ['WORLD'],
          fieldOfUse: 'Chuyển nhượng đơn sáng chế sau khi đạt TRL 6',
        },
      ],
      forms: ['joint_research', 'ip_transfer'],
      methods: ['documents', 'experts'],
      price: { mode: 'open' },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [held('dai-hoc-phuong-mai', 10_000, 'applicant')],
      authors: [by('Trần Đại Nghiệp', 3_000), by('Vương Thị Tố Nga', 7_000)],
      keywords: {
        vi: ['histamin', 'cá ngừ', 'cảm biến giấy', 'nano bạc', 'đo bằng điện thoại'],
        en: ['histamine', 'paper sensor', 'silver nanoparticles', 'smartphone readout', 'tuna'],
      },
      province: '52',
      place: 'Phòng thí nghiệm hóa phân tích',
      declaration: { kind: 'ordinary', basis: 'Không thuộc danh mục hạn chế hoặc cấm chuyển giao.' },
      visibility: {},
    },
  },
  {
    key: 'nuoc-mam-vi-sinh-ua-man',
    owner: 'vien-thuc-pham',
    author: 'ton-nu-khanh-linh',
    state: 'draft',
    daysAgo: 4,
    profile: {
      texts: {
        vi: {
          title: 'Rút ngắn thời gian chượp nước mắm cá cơm bằng chủng vi khuẩn ưa mặn phân lập từ chượp chín',
          teaser: 'Còn năm tháng thay vì mười hai tháng để đạt 30 độ đạm mà vẫn giữ hương nước mắm truyền thống.',
          problem:
            'Vốn của nhà thùng nằm trong chượp cả năm. Các cách rút ngắn bằng enzym dứa hoặc gia nhiệt làm nước mắm kém thơm và nhanh sẫm màu.',
          solution:
            'Hai chủng Tetragenococcus và Staphylococcus ưa mặn được nhân sinh khối trong dịch cá 18% muối, bổ sung vào chượp ngày thứ 20 với mật độ 10⁶ CFU/g. Bể chượp được bọc nhà kính để giữ 38–42 °C ban ngày, đảo kéo rút mỗi tuần.',
          advantages: 'Đạm toàn phần 30,5 gN/L sau 150 ngày; tỷ lệ đạm amin 52%; histamin 118 mg/L.',
          applications: 'Nhà thùng dùng thùng gỗ hoặc bể xi măng có mái.',
        },
      },
      comparison: [row('Thời gian chượp', 'tháng', '12', '5')],
      readiness: {
        claimed: 5,
        evidence: [
          proof(
            5,
            '2026-07-14',
            'Báo cáo thử nghiệm bể 2 m³',
            'Hai bể thí nghiệm, một bể đối chứng, theo dõi đạm, histamin và điểm cảm quan.',
          ),
        ],
      },
      rights: [{ type: 'know_how', status: 'none', holder: nameOf('vien-thuc-pham') }],
      fields: ['211', '209'],
      industries: ['C'],
      ipc: ['A23L 17/65', 'A23L 27/50'],
      goals: ['9'],
      offers: [{ right: 'use', exclusivity: 'non_exclusive', territory: ['46', '52', '66'], termMonths: 36 }],
      forms: ['independent'],
      methods: ['documents', 'training'],
      price: { mode: 'unstated' },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [
        held('vien-thuc-pham', 9_000, 'owner'),
        heldOutside('Ông Hồ Đắc Thuyên, chủ nhà thùng', 1_000, 'co_owner', 'Chờ ký giấy đồng ý'),
      ],
      authors: [by('Tôn Nữ Khánh Linh', 10_000)],
      keywords: { vi: ['nước mắm', 'vi khuẩn ưa mặn', 'chượp', 'cá cơm'], en: [] },
      province: '46',
      place: 'Phường Thuận An',
      declaration: { kind: null },
      visibility: {},
    },
  },
]
