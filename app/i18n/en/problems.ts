import type { Messages } from '../messages.ts'

export const problems: Messages['problems'] = {
  refusals: {
    'form.invalid': 'Some entries need another look. Everything you typed has been kept.',
    'form.too_large': 'What was sent is too large (at most {megabytes} MB).',
    'form.unreadable': 'The form could not be read. Please try again from the page before.',
    'form.text': 'The text holds characters that are not allowed. Please check what was pasted.',
    'form.origin': 'The form was sent from another site and has not been carried out.',
    'auth.sign_in': 'Please sign in to continue.',
    'auth.role': 'Your role in the organisation does not allow this.',
    'auth.kind': 'Your kind of organisation does not do this.',
    'auth.unverified': 'The exchange has to verify your organisation first.',
    'auth.unconfirmed': 'Please confirm your e-mail address first.',
    'auth.second_factor': 'This needs a second factor. Please set up an authenticator app.',
    'auth.organisation': 'Please choose the organisation you are working for.',
    not_found: 'This could not be found.',
    version_conflict:
      'Somebody else changed this after you opened the page. What you typed is still below; please read the newer version and save again.',
    wrong_state: 'This can no longer be done in the present state.',
    not_your_turn: 'It is not your turn yet.',
    too_many: 'There have been too many attempts. Please wait about {minutes} minutes and try again.',
    'file.empty': 'The file is empty.',
    'file.too_large': 'The file is larger than allowed ({megabytes} MB).',
    'file.type':
      'This type of file is not taken. Please use PDF, PNG, JPEG or WebP pictures, Office documents, ZIP or plain text.',
    'file.not_json': 'The file is not valid JSON.',
    'file.too_deep': 'The JSON file is nested too deeply.',
    'file.no_workbook': 'The file is not an XLSX workbook that can be read.',
    'file.workbook_too_large': 'The workbook is too large: it has too many rows or columns, or unpacks to too much.',
    'computing.too_long':
      'The computation took longer than {seconds} seconds and was stopped. Please use fewer trials or a smaller model.',
    'computing.too_large':
      'The computation needs too much memory and was not carried out. Please use fewer trials or fewer uncertain inputs.',
    bug: 'Something went wrong on our side.',
  },
  fields: {
    required: 'Please fill this in.',
    invalid: 'This value is not valid.',
    too_long: 'This is longer than allowed ({maximum} characters).',
    too_short: 'At least {minimum} characters are needed.',
    too_big: 'The largest value is {maximum}.',
    too_small: 'The smallest value is {minimum}.',
    too_many_items: 'At most {maximum} entries.',
    too_few_items: 'At least {minimum} entries are needed.',
    email: 'This is not an e-mail address.',
    date: 'This is not a date.',
    url: 'This is not a web address.',
    format: 'This does not have the right form.',
    choose: 'Please choose one of the list.',
  },
  pages: {
    title400: 'The request was not right',
    title403: 'Not allowed',
    title404: 'Page not found',
    title409: 'It has changed meanwhile',
    title413: 'Too large',
    title429: 'Too many attempts',
    title500: 'Something went wrong',
    title503: 'The exchange is busy',
    text400: 'The address or the form was not right. Nothing has been changed.',
    text404:
      'This page does not exist, has been taken down, or is not open to you. You can search the technologies and needs on the market.',
    text500:
      'Something went wrong on our side. Nothing that was saved is affected. Please try again in a few minutes; if it happens again, send us the reference below.',
    text503:
      'Too many requests are waiting just now to be answered in time. Nothing is lost; please try again in a few seconds.',
    again: 'Try again',
    reference: 'Reference',
    toHome: 'To the home page',
    toSearch: 'Search technologies and needs',
  },
  notices: { saved: 'Saved.', signed_out: 'You have signed out.' },
}
