export const A_LETTER = '01a20ecd-1b28-7a17-888a-122571511d50'

/** A report as Postfix writes it. */
export function report(
  set: { id?: string; action?: string; status?: string; to?: string; original?: string; more?: string } = {},
) {
  const {
    id = A_LETTER,
    action = 'failed',
    status = '5.1.1',
    to = 'Mia@Example.com',
    original = 'message/rfc822',
    more = '',
  } = set
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example',
    'To: mentoring@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry to have to inform you.',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such',
    '    user here',
    more,
    '',
    '--B',
    `Content-Type: ${original}`,
    '',
    `Message-ID: <${id}@alongside>`,
    'Subject: You meet somebody',
    '',
    '--B--',
    '',
  ].join('\r\n')
}
