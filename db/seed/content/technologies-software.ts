import type { DemonstrationTechnology } from '../demonstration.ts'
import { by, held, nameOf, proof, row } from './notation.ts'

/** Software and models. */
export const softwareTechnologies: readonly DemonstrationTechnology[] = [
  {
    key: 'truy-xuat-ca-ngu',
    owner: 'phan-mem-gio-bien',
    author: 'hoang-le-uyen-thu',
    state: 'published',
    daysAgo: 276,
    profile: {
      texts: {
        vi: {
          title: 'Phần mềm nhật ký khai thác điện tử và truy xuất từng con cá ngừ từ tàu đến container xuất khẩu',
          teaser:
            'Lập hồ sơ xác nhận nguyên liệu trong 15 phút thay cho hai ngày, khớp dữ liệu giám sát hành trình để gỡ khuyến cáo IUU.',
          problem:
            'Nhật ký giấy ghi sau chuyến, tọa độ câu không khớp thiết bị giám sát hành trình; hồ sơ xác nhận nguyên liệu của một container cần gom giấy của 12–20 tàu. Chỉ một tàu sai số liệu là cả lô bị giữ ở cảng nhập.',
          solution:
            'Máy tính bảng chống nước trên tàu ghi mẻ câu bằng ba lần chạm, dùng được khi mất sóng; tọa độ lấy thẳng từ thiết bị giám sát hành trình qua cổng nối tiếp. Mỗi con cá gắn thẻ QR chịu lạnh −60 °C, cân liên thông bluetooth ghi khối lượng tại cảng.\n\nMáy chủ tự đối chiếu vận tốc, khoảng cách và thời gian để gắn cờ mẻ câu bất thường; luật đối chiếu viết bằng bảng tham số để cán bộ quản lý chỉnh mà không cần lập trình. Mọi lần sửa đều nối chuỗi băm theo chuyến, bên mua kiểm chứng được ngoại tuyến.\n\nBên nhận có mã nguồn phần nghiệp vụ, tài liệu API, hai tuần đào tạo đội vận hành và một năm cập nhật biểu mẫu.',
          advantages:
            'Hiện phục vụ 218 tàu và 9 doanh nghiệp thu mua; 1.340 chuyến năm 2025 có 98,6% mẻ câu khớp tọa độ. Thời gian làm hồ sơ một container giảm từ 16 giờ công xuống 15 phút. Chạy trên một máy chủ 4 lõi.',
          applications: 'Cảng cá, chi cục thủy sản, nhà máy chế biến; mở rộng cho mực, cá thu và tàu lưới vây.',
          partnersNow: 'Ba cảng cá trong vùng đang dùng theo hợp đồng thuê bao.',
          partnersWanted: 'Đơn vị vận hành ở các tỉnh Nam Bộ và hiệp hội cá ngừ nhận quyền khai thác độc lập.',
        },
        en: {
          title: 'Electronic fishing logbook and fish-by-fish tracing of tuna from vessel to export container',
          teaser:
            'Prepares a catch certificate file in 15 minutes instead of two days, matched with vessel monitoring against IUU warnings.',
          problem:
            'Paper logs are filled in after the trip and their positions disagree with vessel monitoring; the file of one container gathers papers from 12–20 boats. One wrong boat holds the whole lot at the port of entry.',
          solution:
            'A waterproof tablet records a set in three touches and works without signal; positions come straight from the monitoring unit over a serial port. Every fish carries a QR tag good to −60 °C, and a bluetooth scale records its weight on the quay.\n\nThe server compares speed, distance and time and flags doubtful sets; the rules are a table of parameters that officers change without programming. Every correction joins a hash chain for the trip, which a buyer can verify offline.\n\nThe transferee receives the source of the business layer, API documents, two weeks of training and a year of updated forms.',
          advantages:
            'It serves 218 vessels and nine buyers; 98.6% of sets in the 1,340 trips of 2025 matched their positions. A container file takes 15 minutes instead of 16 working hours, on a four-core server.',
          applications:
            'Fishing ports, fisheries departments and processors; extendable to squid, mackerel and purse seiners.',
          partnersNow: 'Three fishing ports of the region subscribe.',
          partnersWanted:
            'Operators in the southern provinces and a tuna association to run it independently under licence.',
        },
      },
      comparison: [
        row('Lập hồ sơ một container', 'giờ công', '16', '0,25'),
        row('Mẻ câu khớp tọa độ giám sát', '%', '71', '98,6'),
        row('Chi phí mỗi tàu mỗi năm', 'đồng', '3.400.000 (nhập liệu thuê)', '1.150.000'),
      ],
      readiness: {
        claimed: 9,
        evidence: [
          proof(
            7,
            '2022-03-25',
            'Xác nhận thử nghiệm 20 tàu của ban quản lý cảng',
            'Hai tháng song song nhật ký giấy và điện tử.',
          ),
          proof(
            8,
            '2023-01-31',
            'Báo cáo kiểm thử an toàn thông tin cấp độ 2',
            'Đơn vị kiểm thử độc lập, 0 lỗi mức cao sau khắc phục.',
          ),
          proof(
            9,
            '2026-02-10',
            'Hợp đồng bán thuê bao và số liệu 1.340 chuyến',
            'Trích xuất vận hành năm 2025, biên bản nghiệm thu của ba cảng.',
          ),
        ],
      },
      rights: [
        {
          type: 'software',
          number: '1186/2022/QTG',
          status: 'granted',
          filedOn: '2022-02-22',
          holder: nameOf('phan-mem-gio-bien'),
        },
        {
          type: 'trademark',
          number: '4-0512604-000',
          status: 'granted',
          filedOn: '2022-10-04',
          expiresOn: '2032-10-04',
          holder: nameOf('phan-mem-gio-bien'),
          numberHidden: true,
        },
      ],
      fields: ['102', '405'],
      industries: ['K', 'A'],
      ipc: ['G06Q 10/08', 'G06Q 50/02', 'G06K 19/06'],
      goals: ['14', '12', '16'],
      green: [],
      offers: [
        {
          right: 'use',
          exclusivity: 'sole',
          sublicence: 'with_consent',
          territory: ['79', '86', '91', '96'],
          fieldOfUse: 'Vận hành dịch vụ nhật ký điện tử cho tàu cá',
          termMonths: 60,
          quantityLimit: '3.000 tàu',
        },
      ],
      forms: ['independent', 'franchising'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'asking', kind: 'indicative', amount: 1_850_000_000 },
      funding: [{ kind: 'own', share: 10_000 }],
      owners: [held('phan-mem-gio-bien', 10_000, 'owner')],
      authors: [by('Hoàng Lê Uyên Thư', 4_000), by('Trần Vĩ Đại', 3_500), by('Phan Khải Minh', 2_500)],
      keywords: {
        vi: ['truy xuất nguồn gốc', 'nhật ký khai thác', 'cá ngừ', 'IUU', 'tàu cá', 'phần mềm'],
        en: ['traceability', 'electronic logbook', 'tuna', 'IUU', 'catch certificate'],
      },
      province: '48',
      place: 'Phường Hải Châu',
      declaration: {
        kind: 'encouraged',
        basis:
          'Công nghệ thông tin phục vụ quản lý nguồn lợi và nâng sức cạnh tranh thủy sản xuất khẩu, theo Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'canh-bao-lu-song-kon',
    owner: 'dai-hoc-ba-na',
    author: 'doan-viet-hung-anh',
    state: 'published',
    daysAgo: 58,
    profile: {
      texts: {
        vi: {
          title: 'Mô hình dự báo ngập hạ lưu sông ngắn dốc ghép thủy động lực với mạng nơ-ron đồ thị, cập nhật 15 phút',
          teaser:
            'Bản đồ ngập 10 m trước 12 giờ cho các lưu vực miền Trung, chạy trên một máy trạm thay vì cụm máy tính.',
          problem:
            'Sông Kôn, sông Hà Thanh và sông Ba dốc, lũ lên trong 6–8 giờ; mô hình thủy lực hai chiều chi tiết chạy mất bốn giờ nên kết quả ra khi nước đã tràn. Cảnh báo theo cấp huyện quá thô để quyết định di dời một thôn.',
          solution:
            'Mô hình thủy động lực hai chiều được chạy trước 3.600 kịch bản mưa – xả hồ – triều để huấn luyện mạng nơ-ron đồ thị trên lưới 412.000 ô; mạng học sai số khối lượng nên nước không tự sinh ra hoặc mất đi giữa các ô.\n\nDữ liệu thời gian thực gồm 46 trạm mưa, mực nước hồ chứa và ảnh ra đa; bộ lọc Kalman tổ hợp hiệu chỉnh trạng thái mỗi 15 phút. Một lượt dự báo 12 giờ với 50 thành viên tổ hợp mất 70 giây trên một card đồ họa.\n\nKết quả là xác suất ngập theo độ sâu 0,3 – 0,6 – 1,2 m cho từng xóm, đẩy qua API, tin nhắn và loa xã; giao diện điều hành hồ cho phép thử nhanh phương án xả.',
          advantages:
            'Kiểm định lại năm trận lũ 2016–2025: chỉ số trùng khớp vùng ngập 0,81; sai số đỉnh lũ tại Thạnh Hòa 0,18 m. Cảnh báo sớm hơn bản tin hiện hành trung bình 4,5 giờ. Chi phí vận hành 210 triệu đồng/năm.',
          applications: 'Ban chỉ huy phòng thủ dân sự, chủ hồ chứa, khu công nghiệp hạ lưu, bảo hiểm nông nghiệp.',
          partnersNow: 'Chạy thử trong mùa mưa 2025 cùng trực ban của một xã và hai chủ hồ trên lưu vực sông Kôn.',
          partnersWanted:
            'Công ty khai thác công trình thủy lợi, doanh nghiệp phần mềm nhận đóng gói và bảo trì lâu dài.',
        },
        en: {
          title:
            'Flood forecasting for short steep rivers, coupling hydrodynamics with a graph neural network every 15 minutes',
          teaser:
            'Ten-metre flood maps 12 hours ahead for the basins of central Vietnam, on one workstation instead of a cluster.',
          problem:
            'The Kon, Ha Thanh and Ba rivers are steep and rise in 6–8 hours, while a detailed two-dimensional hydraulic model runs for four: its answer comes when the water is already over the banks. District-level warnings are too coarse to move one hamlet.',
          solution:
            'A two-dimensional hydrodynamic model was run over 3,600 combinations of rain, releases and tide to train a graph network on 412,000 cells; the network is penalised for mass error, so that no water appears or vanishes between cells.\n\nReal-time input is 46 rain gauges, reservoir levels and radar; an ensemble Kalman filter corrects the state every 15 minutes. Twelve hours ahead with 50 members takes 70 seconds on one graphics card.\n\nThe result is the probability of 0.3, 0.6 and 1.2 m for every hamlet, sent by API, text message and village loudspeaker; a reservoir panel lets operators try releases quickly.',
          advantages:
            'Hindcasts of five floods from 2016 to 2025 give a flood-extent match of 0.81 and an error of 0.18 m at the Thanh Hoa peak. Warnings come 4.5 hours before present bulletins on average. Running costs are 210 million đồng a year.',
          applications: 'Civil-defence commands, reservoir owners, downstream industrial parks, crop insurance.',
          partnersNow:
            'Tried through the 2025 rainy season with one commune’s duty officers and two reservoir owners on the Kon basin.',
          partnersWanted: 'Irrigation companies, and a software company to package and maintain it for the long term.',
        },
      },
      comparison: [
        row('Thời gian tính một lượt dự báo', 'phút', '240', '1,2'),
        row('Độ phân giải bản đồ ngập', 'm', '90', '10'),
        row('Hạ tầng tính toán', 'triệu đồng', '6.500', '380'),
      ],
      readiness: {
        claimed: 7,
        evidence: [
          proof(
            5,
            '2024-09-12',
            'Báo cáo kiểm định hồi cứu bốn trận lũ',
            'So ảnh vệ tinh ra đa và 128 vết lũ khảo sát.',
          ),
          proof(
            7,
            '2026-01-20',
            'Xác nhận của đơn vị trực ban mùa mưa 2025',
            'Chín mươi ngày vận hành liên tục; nhật ký cảnh báo đối chiếu mực nước thực đo.',
          ),
        ],
      },
      rights: [
        {
          type: 'software',
          number: '9471/2025/QTG',
          status: 'granted',
          filedOn: '2025-08-19',
          holder: nameOf('dai-hoc-ba-na'),
        },
        { type: 'know_how', status: 'none', holder: nameOf('dai-hoc-ba-na') },
      ],
      fields: ['102', '105'],
      industries: ['K', 'P'],
      ipc: ['G01W 1/10', 'G06F 30/28', 'G06N 3/08'],
      goals: ['13', '11'],
      green: ['water'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'none',
          territory: ['51', '52', '66'],
          fieldOfUse: 'Dự báo lũ và điều hành hồ chứa',
          termMonths: 60,
          quantityLimit: 'Ba lưu vực sông',
        },
      ],
      forms: ['independent', 'joint_research'],
      methods: ['documents', 'training', 'experts'],
      price: { mode: 'valuation', purpose: 'transfer', neededOn: '2027-06-30' },
      funding: [
        {
          kind: 'state',
          share: 8_500,
          taskCode: 'ĐTĐL.CN-18/23',
          approvedOn: '2023-08-14',
          acceptance: 'Nghiệm thu ngày 08/5/2026, xếp loại Xuất sắc',
          certificate: '2026-48-0055/KQNC',
        },
        { kind: 'own', share: 1_500 },
      ],
      owners: [held('dai-hoc-ba-na', 10_000, 'host_of_state_task')],
      authors: [by('Đoàn Viết Hùng Anh', 3_000), by('Nguyễn Tường Khải', 4_000), by('Trương Ánh Nguyệt', 3_000)],
      keywords: {
        vi: ['dự báo lũ', 'bản đồ ngập', 'mạng nơ-ron', 'hồ chứa', 'cảnh báo sớm', 'sông Kôn'],
        en: ['flood forecasting', 'inundation map', 'graph neural network', 'reservoir', 'early warning'],
      },
      province: '48',
      place: 'Xã Bà Nà',
      declaration: {
        kind: 'encouraged',
        basis:
          'Phòng, chống thiên tai bằng công nghệ cao là trường hợp được khuyến khích tại Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: {},
    },
  },
  {
    key: 'thi-giac-loi-go',
    owner: 'dai-hoc-ba-na',
    author: 'doan-viet-hung-anh',
    state: 'published',
    daysAgo: 36,
    profile: {
      texts: {
        vi: {
          title: 'Hệ camera và phần mềm nhận dạng mắt, nứt, mục trên thanh gỗ keo để tối ưu cắt trước khi ghép',
          teaser:
            'Phân hạng thanh ở tốc độ 90 m/phút, tăng tỷ lệ sử dụng gỗ 6,8 điểm phần trăm mà không cần máy quét nhập khẩu.',
          problem:
            'Công nhân vạch phấn lỗi bằng mắt bỏ sót mắt chết và cắt thừa gỗ tốt; tỷ lệ sử dụng phôi keo chỉ khoảng 61%. Máy quét nhập khẩu giá 8–12 tỷ đồng lại học trên gỗ thông, nhận nhầm vân xoắn của keo thành nứt.',
          solution:
            'Bốn camera dòng 4K chụp bốn mặt, chiếu sáng xiên kết hợp tia laser bộc lộ thớ nghiêng. Mạng phân đoạn gọn 6,3 triệu tham số huấn luyện trên 41.000 ảnh keo lai và keo tai tượng trồng tại địa phương, chạy trên máy tính biên 21 W, trễ 38 ms.\n\nDanh sách lỗi chuyển cho thuật toán quy hoạch động chọn điểm cắt theo đơn hàng đang chạy, gửi lệnh cho cưa cắt chọn qua Modbus. Công cụ gán nhãn đi kèm để nhà máy tự bổ sung loại lỗi mới, chỉ cần 150 ảnh mỗi loại.',
          advantages:
            'Phát hiện đúng 96,2% mắt chết trên 3 mm và 93,5% nứt; báo nhầm 2,1%. Tỷ lệ sử dụng phôi lên 67,8%. Chi phí toàn hệ 1,3 tỷ đồng.',
          applications: 'Nhà máy ghép thanh, ván sàn, phôi bàn ghế từ keo, cao su, bạch đàn.',
          partnersNow:
            'Nguyên mẫu lắp song song dây chuyền tại một nhà máy ở Nhơn Hội, trình diễn cho sáu doanh nghiệp gỗ.',
          partnersWanted: 'Nhà tích hợp máy chế biến gỗ; doanh nghiệp cho thêm dữ liệu gỗ cao su.',
        },
      },
      comparison: [
        row('Tỷ lệ sử dụng phôi', '%', '61,0', '67,8'),
        row('Vốn đầu tư', 'tỷ đồng', '8–12 (nhập khẩu)', '1,3'),
        row('Tốc độ phân hạng', 'm/phút', '18 (thủ công)', '90'),
      ],
      readiness: {
        claimed: 6,
        evidence: [
          proof(
            5,
            '2025-03-21',
            'Báo cáo thử trên băng tải tại trường',
            'Hai nghìn thanh có nhãn chuẩn do ba thợ phân hạng độc lập.',
          ),
          proof(
            6,
            '2026-06-05',
            'Biên bản trình diễn tại nhà máy ghép thanh',
            'Ba ca chạy cạnh dây chuyền, 11.400 thanh; chưa điều khiển cưa trong sản xuất thường ngày.',
          ),
        ],
      },
      rights: [
        {
          type: 'software',
          number: '6620/2025/QTG',
          status: 'granted',
          filedOn: '2025-06-03',
          holder: nameOf('dai-hoc-ba-na'),
        },
        {
          type: 'invention_patent',
          number: '1-2025-05518',
          status: 'accepted',
          filedOn: '2025-07-11',
          holder: nameOf('dai-hoc-ba-na'),
          numberHidden: true,
        },
      ],
      fields: ['102', '202'],
      industries: ['C', 'K'],
      ipc: ['G06T 7/00', 'G01N 21/898', 'B27B 1/00'],
      goals: ['9', '12'],
      green: ['farming_forestry'],
      offers: [
        {
          right: 'use',
          exclusivity: 'non_exclusive',
          sublicence: 'with_consent',
          territory: ['VN'],
          fieldOfUse: 'Phân hạng và tối ưu cắt gỗ rừng trồng',
          termMonths: 48,
          quantityLimit: '20 dây chuyền',
        },
        { right: 'ownership', territory: ['VN'], fieldOfUse: 'Chuyển nhượng đơn sáng chế và mã nguồn' },
      ],
      forms: ['independent', 'joint_research', 'ip_transfer'],
      methods: ['documents', 'training', 'experts', 'machinery'],
      price: { mode: 'asking', kind: 'indicative', amount: 890_000_000 },
      funding: [
        { kind: 'own', share: 4_000 },
        { kind: 'sponsor', share: 6_000 },
      ],
      owners: [
        held('dai-hoc-ba-na', 8_000, 'applicant'),
        held(
          'phan-mem-gio-bien',
          2_000,
          'co_owner',
          'Công ty góp kỹ sư phần mềm, đồng ý theo hợp đồng hợp tác ngày 06/01/2025',
        ),
      ],
      authors: [by('Trương Ánh Nguyệt', 5_000), by('Lê Vũ Trường Sơn', 3_000), by('Phan Khải Minh', 2_000)],
      keywords: {
        vi: ['thị giác máy tính', 'khuyết tật gỗ', 'gỗ keo', 'tối ưu cắt', 'phân hạng gỗ'],
        en: ['machine vision', 'wood defects'],
      },
      province: '52',
      place: 'Khu kinh tế Nhơn Hội',
      declaration: {
        kind: 'encouraged',
        basis:
          'Tiết kiệm nguyên liệu gỗ nhờ trí tuệ nhân tạo do trong nước làm chủ, phù hợp Điều 9 Luật Chuyển giao công nghệ.',
      },
      visibility: { funding: 'confidential' },
    },
  },
]
