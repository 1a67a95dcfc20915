import type { Messages } from '../messages.ts'

export const messaging: Messages['messaging'] = {
  notifications: {
    title: 'Notifications',
    description: 'What is new for you and your organisation.',
    unread: (count) =>
      count === 0
        ? 'No unread notifications'
        : `${String(count)} unread ${count === 1 ? 'notification' : 'notifications'}`,
    isUnread: 'Unread',
    open: 'Open',
    readAll: 'Mark all as read',
    empty:
      'You have no notifications yet. When somebody sends a request, answers, writes to you, or when a listing is reviewed, you will see it here and get it by mail.',
    letters: 'Mail sent to me',
  },
  letters: {
    title: 'Mail sent to me',
    description: 'In the demonstration, mail is not sent out but kept here for you to read.',
    read: 'Read the mail',
    empty: 'No mail has been written to you yet.',
  },
  letter: {
    greeting: (name) => `Dear ${name},`,
    open: 'Read more and take the next step at:',
    closing: 'Yours sincerely,',
  },
  news: {
    'listing.propose': {
      heading: 'Awaiting your approval: {title}',
      text: 'A listing of {organisation} is written and waits for a signatory to approve and submit it.',
    },
    'listing.return': {
      heading: 'Returned for changes: {title}',
      text: 'The signatory returned the listing and wrote: {reason}',
    },
    'listing.submit': {
      heading: '{organisation} has listings to review',
      text: 'Newly submitted: {title}. Other listings the organisation submits today stand in the same queue.',
    },
    'listing.publish': {
      heading: 'Published: {title}',
      text: 'The listing passed review and is now on the exchange. The reviewer wrote: {reason}',
    },
    'listing.ask_changes': {
      heading: 'Changes requested: {title}',
      text: 'The reviewer asks for changes: {reason}',
    },
    'listing.reject': {
      heading: 'Not published: {title}',
      text: 'The reviewer rejected the listing and wrote: {reason}',
    },
    'listing.suspend': {
      heading: 'Suspended: {title}',
      text: 'The exchange has taken the listing out of view and wrote: {reason}',
    },
    'listing.resume': {
      heading: 'Back in view: {title}',
      text: 'The exchange has put the listing back in view.',
    },
    'listing.ending': {
      heading: 'Listings about to expire: {count}',
      text: 'The first expires on {until}. Renew or update them to keep them on the market.',
    },
    'listing.expire': {
      heading: 'Expired: {title}',
      text: 'The listing’s year is over and it is no longer shown. You can renew it or bring it up to date.',
    },
    'listing.reserve': {
      heading: 'In exclusive negotiation: {title}',
      text: 'A signatory has marked the listing as reserved for exclusive negotiation.',
    },
    'listing.free': {
      heading: 'Open to requests again: {title}',
      text: 'The listing is no longer reserved.',
    },
    'listing.close': {
      heading: 'Transferred: {title}',
      text: 'The listing is closed because the technology has been transferred.',
    },
    'listing.withdraw': {
      heading: 'Withdrawn: {title}',
      text: 'A signatory has withdrawn the listing from the exchange.',
    },
    'listing.import': {
      heading: 'Imported listings: {listingState}',
      text: 'Listings of one import have moved to this state. {reason}',
    },
    'consent.asked': {
      heading: 'Your consent as co-owner is asked: {title}',
      text: '{organisation} asks you, as a co-owner, to consent to the terms offered.',
    },
    'consent.given': {
      heading: 'A co-owner has consented: {title}',
      text: '{organisation} has consented to the terms offered.',
    },
    'consent.refused': {
      heading: 'A co-owner has not consented: {title}',
      text: '{organisation} has refused its consent to the terms offered. The reason is on the technology’s page.',
    },
    'request.made': {
      heading: 'New request: {title}',
      text: '{organisation} has sent you a request. Please answer by {deadline}.',
    },
    'request.ask': {
      heading: 'More information asked: {title}',
      text: '{organisation} asks before answering: {text}',
    },
    'request.answer': {
      heading: 'Information added: {title}',
      text: '{organisation} has answered your question: {text}',
    },
    'request.accept': {
      heading: 'Accepted: {title}',
      text: '{organisation} has accepted your request. {text}',
    },
    'request.decline': {
      heading: 'Declined: {title}',
      text: '{organisation} has declined the request. Reason: {declineReason}. {text}',
    },
    'request.withdraw': {
      heading: 'Withdrawn: {title}',
      text: '{organisation} has withdrawn its request. {text}',
    },
    'request.lapse': {
      heading: 'Lapsed: {title}',
      text: 'The request between you and {organisation} has closed, since nobody answered in time.',
    },
    'request.reminder': {
      heading: 'Soon to lapse: {title}',
      text: '{organisation} is waiting for you. The request closes after {deadline} if it is not answered.',
    },
    'terms.offer': {
      heading: 'Terms offered: {title}',
      text: '{organisation} offers version {number} of the terms. {text}',
    },
    'terms.counter': {
      heading: 'Counter-offer of terms: {title}',
      text: '{organisation} makes a counter-offer, version {number} of the terms. {text}',
    },
    'terms.revise': {
      heading: 'Terms revised by the other side: {title}',
      text: '{organisation} replaces the version it offered with version {number}. {text}',
    },
    'terms.reopen': {
      heading: 'Terms to be discussed again: {title}',
      text: '{organisation} reopens the discussion with version {number}. The version agreed on stands meanwhile. Reason: {text}',
    },
    'terms.accept': {
      heading: 'Terms agreed: {title}',
      text: '{organisation} accepts version {number} of the terms. {text}',
    },
    'terms.withdraw': {
      heading: 'Terms withdrawn: {title}',
      text: '{organisation} withdraws version {number} of the terms. {text}',
    },
    'message.sent': {
      heading: 'New message: {title}',
      text: '{organisation} writes: {text}',
    },
    'matches.need': {
      heading: '{count} technologies match your needs',
      text: 'Your needs were compared with the technologies on offer. Each criterion comes with the sentence it rests on.',
    },
    'matches.technology': {
      heading: '{count} needs that your technologies may answer',
      text: 'Your technologies were compared with the needs on show. You can answer them with a solution.',
    },
    'match.asked': {
      heading: 'A question about your technology: {title}',
      text: '{organisation} asks about the criteria of a need ({count}), first of all: {criterion}',
    },
    'match.answered': {
      heading: 'Your question was answered: {title}',
      text: '{organisation} answers: {text}',
    },
    'mandate.asked': {
      heading: 'Valuation asked for: {title}',
      text: '{organisation} asks your organisation to value this technology. Report due: {deadline}.',
    },
    'mandate.accept': {
      heading: 'Valuation mandate accepted: {title}',
      text: '{organisation} accepted the mandate and begins the valuation. Report due: {deadline}.',
    },
    'mandate.accept_for_both': {
      heading: 'Consent of the joint client is needed: {title}',
      text: '{organisation} accepted the joint mandate. The valuation begins when the joint client consents.',
    },
    'mandate.decline': {
      heading: 'Valuer declined: {title}',
      text: '{organisation} declined the valuation mandate. Reason: {text}',
    },
    'mandate.consent': {
      heading: 'Joint client consented: {title}',
      text: '{organisation} consented to the joint mandate; the valuation begins.',
    },
    'mandate.refuse': {
      heading: 'Joint client refused: {title}',
      text: '{organisation} refused the joint mandate. Reason: {text}',
    },
    'mandate.withdraw': {
      heading: 'Valuation mandate withdrawn: {title}',
      text: '{organisation} withdrew the valuation mandate. Reason: {text}',
    },
    'mandate.deliver': {
      heading: 'Valuation report signed: {title}',
      text: '{organisation} signed and delivered the valuation report.',
    },
    'organisation.asked': {
      heading: '{organisation} asks to be verified',
      text: 'Its evidence waits to be examined.',
    },
    'organisation.verified': {
      heading: '{organisation} has been verified',
      text: 'It can now send transfer requests and have its listings published.',
    },
    'organisation.refused': {
      heading: '{organisation} has not been verified',
      text: 'Reason: {reason}',
    },
  },
  hiddenOrganisation: 'The organisation with the need (name not disclosed)',
  conversation: {
    title: 'Conversation',
    empty: 'No messages yet. Messages sent here are kept with the request and both sides can read them.',
    you: 'Your organisation',
    unread: (count) => `${String(count)} unread ${count === 1 ? 'message' : 'messages'}`,
    message: 'Message',
    help: 'Plain text, at most 4,000 characters. Those who work for either side can read it.',
    send: 'Send message',
    markRead: 'Mark as read',
    closed: 'The request is closed, so no more messages can be sent; the conversation is kept.',
    readOnly: 'Your role in the organisation lets you read this conversation only.',
    jump: 'Go to unread messages',
  },
  work: {
    title: 'My work',
    description: 'What waits for you, your drafts, and what you can do now.',
    waiting: 'Waiting for you',
    nothing: 'Nothing waits for you at the moment.',
    requests: 'Requests to answer',
    requestDeadline: (date) => `answer by ${date}`,
    changes: 'Listings that need changes',
    proposed: 'Listings for you to approve and submit',
    consents: 'Consents asked of you as co-owner',
    consentFrom: (organisation) => `asked by ${organisation}`,
    messages: 'Unread messages',
    drafts: 'Drafts',
    untitled: 'Untitled',
    updated: (date) => `last changed ${date}`,
    allRequests: 'All requests',
    allTechnologies: 'The organisation’s technologies',
    allNeeds: 'The organisation’s needs',
    matches: 'Matches',
    importList: 'Import listings from a file',
    operator: 'The operator’s queues',
    queueListings: (count) => `${String(count)} ${count === 1 ? 'listing' : 'listings'} to review`,
    queueOrganisations: (count) => `${String(count)} ${count === 1 ? 'organisation' : 'organisations'} to verify`,
    toDesk: 'Open the operator’s desk',
    actions: 'Do now',
    listTechnology: 'List a technology',
    listTechnologyHelp: 'Offer a research result or another technology of your organisation.',
    postNeed: 'Post a need',
    postNeedHelp: 'Describe a problem a technology should solve, openly or without your name.',
    search: 'Search the exchange',
    searchHelp: 'Type as you think, with or without Vietnamese tone marks.',
    begin: 'Getting started',
    beginLead: 'A few steps before your organisation can deal on the exchange:',
    confirmEmail: 'Confirm your e-mail address',
    confirmEmailHelp: 'Open the link in the mail we sent you, or ask for another from your account page.',
    join: 'Create an organisation or accept an invitation',
    joinHelp: 'Every listing and every request stands in the name of an organisation.',
    verify: 'Ask for your organisation to be verified',
    verifyHelp: 'Needed for listings to be published and for sending transfer requests.',
    secondFactor: 'Turn on the second factor',
    secondFactorHelp: 'Signatories need an authenticator app to submit listings and give consent.',
    doneStep: 'done',
    choose: 'You belong to several organisations. This list is that of the one you are acting for.',
  },
  refusals: {
    'message.closed': 'The request is closed, so no more messages can be sent.',
  },
  notices: {
    notices_read: 'All notifications have been marked as read.',
    message_sent: 'Your message has been sent.',
    conversation_read: 'The conversation has been marked as read.',
  },
}
