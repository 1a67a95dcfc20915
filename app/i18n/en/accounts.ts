import type { Messages } from '../messages.ts'

export const accounts: Messages['accounts'] = {
  name: 'Full name',
  nameHelp: 'As on your documents: this name appears in listings and agreements.',
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  currentPassword: 'Present password',
  passwordHelp: '10 to 200 characters. A long sentence you remember is better than a short, complicated string.',
  language: 'Language of letters and notifications',
  languageNames: { vi: 'Tiếng Việt', en: 'English' },
  openTo: 'Afterwards you return to the page you were on.',
  register: {
    title: 'Register',
    description: 'Register to offer technologies, post needs and send transfer requests.',
    lead: 'One account for each person. Once your address is confirmed you can set up an organisation or accept an invitation.',
    submit: 'Register',
    known: 'Do you have an account already?',
  },
  sent: {
    title: 'Please check your mail',
    lead: 'We have sent a letter to the address you entered. Please open the link in it to confirm; it works for 3 days.',
    missing: 'No letter yet?',
    missingHelp: 'It may take a few minutes, or lie among the junk mail. You can have it sent again.',
    again: 'Send the letter again',
  },
  confirm: {
    title: 'Confirm your e-mail address',
    lead: 'Press the button below to confirm that this address is yours.',
    submit: 'Confirm the address',
    endedTitle: 'The link no longer works',
    ended:
      'This link has been used, has expired, or was replaced by a newer one. If you have confirmed already you can sign in now.',
    again: 'Ask for a new letter',
  },
  signIn: {
    title: 'Sign in',
    description: 'Sign in to the technology exchange.',
    submit: 'Sign in',
    forgotten: 'Forgotten your password?',
    unknown: 'No account yet?',
    expired: 'Your session has ended. What you had typed has been kept and will be there once you have signed in.',
  },
  factor: {
    title: 'Second factor',
    lead: 'Enter the 6-digit code from your authenticator app.',
    code: 'Code',
    codeHelp: 'If you do not have your phone at hand you can enter a recovery code; each works once.',
    submit: 'Continue',
    restart: 'Start again',
    shown: 'The code now',
    shownWhy:
      'The code is shown here because this is a demonstration account. For a real account only the authenticator app has it.',
  },
  forgotten: {
    title: 'Forgotten password',
    lead: 'Enter the address you registered with. If it has an account we will send a link to set a new password.',
    submit: 'Send the link',
    sentTitle: 'Please check your mail',
    sent: 'If the address you entered has an account, a letter is on its way. The link in it works for 1 hour.',
    back: 'Back to signing in',
  },
  reset: {
    title: 'Set a new password',
    lead: 'When the new password is set, all open sessions end.',
    submit: 'Set the password',
    ended: 'This link has been used, has expired, or was replaced by a newer one.',
    again: 'Ask for a new link',
  },
  account: {
    title: 'Account',
    menu: 'Account pages',
    overview: 'Profile',
    organisations: 'My organisations',
    password: 'Password',
    factor: 'Second factor',
    sessions: 'Sessions',
    confirmed: 'Confirmed',
    unconfirmed: 'Not confirmed',
    unconfirmedNotice:
      'Your e-mail address is not confirmed yet. It has to be before you can set up an organisation or trade.',
    factorOn: (since) => `On since ${since}`,
    factorOff: 'Off',
    since: 'Account opened',
    edit: 'Edit your profile',
    noOrganisation: 'No organisation yet',
  },
  passwordPage: {
    title: 'Change password',
    lead: 'When you change your password, your other sessions end.',
    submit: 'Change the password',
  },
  sessions: {
    title: 'Sessions',
    lead: 'Where your account is signed in. If one is not yours, end it and change your password.',
    device: 'Device',
    unknownDevice: 'Unknown device',
    started: 'Signed in',
    lastSeen: 'Renewed',
    present: 'This session',
    end: 'End',
    endOne: (device, started) => `End the session ${device}, signed in ${started}`,
    endOthers: 'End all other sessions',
    action: 'Action',
  },
  letters: {
    greeting: (name) => `Dear ${name},`,
    closing: 'Yours sincerely,',
    confirm: {
      subject: (exchange) => `Confirm your e-mail address at ${exchange}`,
      text: (exchange, link) =>
        `You have registered at ${exchange} with this address. To confirm it, please open this link and press the button on the page:\n\n${link}\n\nThe link works once, for 3 days. If you did not register, please ignore this letter; the account will not be opened.`,
    },
    alreadyRegistered: {
      subject: (exchange) => `This address already has an account at ${exchange}`,
      text: (exchange, signIn, forgotten) =>
        `Somebody has tried to register at ${exchange} with your address, which already has an account. Nothing about the account has changed.\n\nIf it was you, please sign in at:\n${signIn}\n\nIf you have forgotten your password:\n${forgotten}\n\nIf it was not you, please ignore this letter.`,
    },
    reset: {
      subject: (exchange) => `Set a new password at ${exchange}`,
      text: (exchange, link) =>
        `We were asked to reset the password of your account at ${exchange}. To set a new one, please open this link:\n\n${link}\n\nThe link works once, for 1 hour. If you did not ask for it, please ignore this letter; your password stays as it is.`,
    },
    passwordChanged: {
      subject: (exchange) => `Your password at ${exchange} was changed`,
      text: (exchange, forgotten) =>
        `The password of your account at ${exchange} has just been changed, and your other sessions have ended.\n\nIf this was not you, please reset your password at once:\n${forgotten}`,
    },
    wrongCodes: {
      subject: (exchange) => `Somebody entered your password at ${exchange}`,
      text: (exchange, attempts, change) =>
        `Somebody has just entered the right password of your account at ${exchange} and then a wrong code ${String(attempts)} times, so the sign-in was stopped.\n\nIf this was not you, please change your password at:\n${change}`,
    },
  },
  refusals: {
    sign_in_wrong: 'The e-mail address or the password is not right.',
    token_ended: 'This link or step no longer works. Please start again.',
  },
  fields: {
    password_known: 'This password is too common or too simple and easily guessed. Please choose another.',
    password_own: 'The password must not be your own name or address.',
    password_wrong: 'The present password is not right.',
    password_same: 'The new password is the same as the present one.',
    code_wrong: 'The code is wrong or has been used. You have {left} more attempts.',
  },
  notices: {
    letter_sent: 'If this address is waiting to be confirmed, the letter has been sent again.',
    email_confirmed: 'Your e-mail address is confirmed.',
    email_confirmed_sign_in: 'Your e-mail address is confirmed. Please sign in.',
    password_reset: 'The new password is in force. Please sign in.',
    password_changed: 'The password is changed. Your other sessions have ended.',
    profile_saved: 'Your profile is saved.',
    session_ended: 'The session has ended.',
    sessions_ended: 'All other sessions have ended.',
  },
}
