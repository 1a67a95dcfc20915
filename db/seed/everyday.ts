import { askVerification } from '#modules/accounts/server'
import { readAllNotices } from '#modules/messaging/server'
import type { Cast } from './cast.ts'
import { demonstrationOrganisations } from './content/organisations.ts'
import { demonstrationPeople } from './content/people.ts'
import { granted, type Timeline } from './timeline.ts'

/** Organisations that have asked to be verified, with how many days ago; others have not asked yet. */
const asking: Readonly<Record<string, number>> = {
  'vien-thuc-pham': 9,
  'danh-gia-truong-le': 6,
  'nuoi-bien-hon-khoi': 4,
  'dinh-gia-ngu-vien': 2,
}

const note =
  'Kính gửi sàn, đơn vị gửi kèm giấy chứng nhận đăng ký và giấy tờ của người đại diện theo pháp luật. Kính đề nghị sàn xác minh để đơn vị được gửi yêu cầu và đăng hồ sơ.'

/** Everybody has read what is older. */
const unreadSince = 14

/** Puts the requests for verification on the timeline. */
export function addVerifications(timeline: Timeline, cast: Cast): void {
  for (const { key, name, taxCode, verified } of demonstrationOrganisations) {
    const days = asking[key]
    if (verified || days === undefined) continue
    timeline.add(timeline.ago(days), async () => {
      const paper = `GIẤY CHỨNG NHẬN ĐĂNG KÝ (bản trình diễn)\n\n${name.vi}\nMã số thuế: ${taxCode}\n`
      const file = new File([paper], 'giay-chung-nhan-dang-ky.txt', { type: 'text/plain' })
      granted(key, await askVerification(cast.signatory(key), cast.organisation(key), { note }, [file]))
    })
  }
}

/** Lets everybody read the notices of long ago. */
export function addReading(timeline: Timeline, cast: Cast): void {
  timeline.add(timeline.ago(unreadSince), async () => {
    for (const { key } of demonstrationPeople) granted(key, await readAllNotices(cast.actor(key)))
  })
}
