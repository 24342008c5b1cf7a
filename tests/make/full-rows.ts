import { draftAt, wishesAt } from '../../src/journey/apply/shapes.ts'
import { NOTHING_GIVEN } from '../../src/model/given-application.ts'
import { hashOf, newId } from '../../src/runtime/new-id.ts'
import type { Everybody } from './everybody.ts'

/** Puts a row into every table that may be about the mentee of the pair and that no played season fills. */
export async function fillRows({ installation, ids }: Everybody): Promise<void> {
  const { pool } = installation
  const { organisation, season, mentee, mentor, outsider } = ids
  const { rows } = await pool.query('select id from application where person_id = $1 and season_id = $2', [
    mentee,
    season,
  ])
  const add = (table: string, values: Readonly<Record<string, unknown>>) => {
    const all = { organisation_id: organisation, ...values }
    const places = Object.keys(all).map((_, at) => `$${at + 1}`)
    return pool.query(
      `insert into "${table}" (${Object.keys(all).join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
      Object.values(all),
    )
  }
  const now = '2026-03-02T09:00:00Z'
  const own = { person_id: mentee }
  const made = { id: newId(), made_at: now }
  const { rows: reviewers } = await pool.query("select id from person where email = 'reviewer@staff.example'")
  await add('clearance', { application_id: rows[0].id, cleared: true, decided_on: '2021-06-20', recorded_at: now })
  await add('review', {
    id: newId(),
    application_id: rows[0].id,
    reviewer_id: reviewers[0].id,
    scores: JSON.stringify({ track: 4 }),
    happened_on: '2021-06-21',
    recorded_at: now,
  })
  await add('review_note', {
    id: newId(),
    application_id: rows[0].id,
    author_id: reviewers[0].id,
    words: 'Reads well.',
    made_at: now,
  })
  const fact = { id: newId(), season_id: season, ...own, happened_on: '2021-07-10', recorded_at: now }
  await add('training_record', { ...fact, course: 'course' })
  await add('training_evidence', {
    id: newId(),
    season_id: season,
    ...own,
    course: 'course',
    kind: 'link',
    link: 'https://example.com/it',
    recorded_at: now,
  })
  await add('seeks_again', { pair_id: ids.pair, ...own, marked_on: '2021-08-20', marked_at: now })
  const draw = newId()
  await add('group_draw', {
    id: draw,
    season_id: season,
    event: 'kickoff',
    session: '1',
    seed: 1,
    size: 5,
    drawn_at: now,
  })
  await add('group_place', { id: newId(), draw_id: draw, ...own, number: 1 })
  const lists = newId()
  await add('shortlist', {
    id: lists,
    season_id: season,
    size: 3,
    input_hash: '',
    made_on: '2021-06-25',
    made_at: now,
    sent_on: '2021-06-25',
    sent_at: now,
  })
  await add('shortlist_entry', { id: newId(), shortlist_id: lists, mentee_id: mentee, mentor_id: mentor })
  const choice = newId()
  await add('mentor_choice', {
    id: choice,
    shortlist_id: lists,
    mentee_id: mentee,
    sealed: await installation.keyring.seal(
      { organisationId: organisation, kind: 'person', id: mentee },
      { table: 'mentor_choice', column: 'sealed', row: choice },
      JSON.stringify({ mentors: [mentor] }),
    ),
    chosen_on: '2021-06-26',
    chosen_at: now,
  })
  await add('event_interest', { ...made, season_id: season, ...own, event: 'kickoff' })
  await add('event_sign_up', { ...made, season_id: season, ...own, event: 'kickoff', session: '1' })
  await add('attendance', { ...fact, event: 'kickoff', session: '1' })
  await add('survey_answered', { season_id: season, survey: 'mid', role: 'mentee', ...own })
  const answers = newId()
  const intake = newId()
  const place = { table: 'survey_draft', column: 'sealed', row: answers }
  await add('survey_draft', {
    id: answers,
    season_id: season,
    survey: 'mid',
    role: 'mentee',
    ...own,
    intake_id: intake,
    sealed: await installation.keyring.seal({ organisationId: organisation, kind: 'survey', id: intake }, place, '{}'),
    changed_at: now,
    until_at: '2999-01-01T00:00:00Z',
  })
  await add('supervisor_agreement', {
    season_id: season,
    survey: 'later',
    ...own,
    supervisor_id: ids.mentor,
    closes_on: '2021-10-07',
  })
  const sent = newId()
  await add('survey_sent', {
    id: sent,
    season_id: season,
    survey: 'later',
    role: 'mentee',
    ...own,
    intake_id: intake,
    sealed: await installation.keyring.seal(
      { organisationId: organisation, kind: 'survey', id: intake },
      { ...place, table: 'survey_sent', row: sent },
      '{}',
    ),
  })
  await add('results_edition', {
    id: newId(),
    season_id: season,
    number: 1,
    as_of: '2021-10-07',
    content: '{}',
    hash: 'none',
    note: '',
    made_on: '2021-10-07',
    recorded_at: now,
  })
  await add('season_decision', {
    id: newId(),
    season_id: season,
    decision: 'continue',
    reasons: 'It works.',
    changes: '',
    decided_on: '2021-10-07',
    recorded_at: now,
  })
  await add('survey_summary', {
    id: newId(),
    season_id: season,
    survey: 'mid',
    number: 1,
    words: 'Most of you are on your way.',
    shared_on: '2021-08-26',
    written_by: mentee,
    recorded_at: now,
  })
  await add('survey_closing', { season_id: season, survey: 'pre', intake_id: newId(), closed_on: '2021-07-20' })
  const inSeries = { season_id: season, series: 'growth' }
  const asked = { role: 'mentee', question: 'fit' }
  await add('survey_paired', { id: newId(), ...inSeries, ...asked, survey: 'pre', token: 'none', values: ['4'] })
  await add('survey_change', { id: newId(), ...inSeries, ...asked, option: '', before: 3, after: 4 })
  const written = { version: 1, changed_at: now }
  const words = { survey: 'mid', role: 'mentee', question: 'words', text: 'They liked it.' }
  await add('survey_paraphrase', { id: newId(), season_id: season, ...words, ...written })
  await add('quote', {
    id: newId(),
    season_id: season,
    ...own,
    role: 'mentee',
    text: 'It helped.',
    signed: 'role',
    ...written,
  })
  await add('survey_series_end', { ...inSeries, key_id: newId(), closed_on: '2021-10-02' })
  const inGroup = { by_what: 'division', group_name: 'Sales', option: '', value: '4' }
  await add('survey_breakdown', { id: newId(), season_id: season, survey: 'mid', ...asked, ...inGroup })
  await add('pair_change', { id: newId(), pair_id: ids.pair, kind: 'excused', from_on: '2021-08-01', recorded_at: now })
  await add('pair_request', {
    id: newId(),
    pair_id: ids.pair,
    kind: 'help',
    asked_by: mentee,
    asked_on: '2021-08-01',
    asked_at: now,
  })
  const ofPair = { pair_id: ids.pair, window_first_on: '2021-07-08' }
  await add('meeting_view', {
    id: newId(),
    ...ofPair,
    ...own,
    says: 'met',
    held_on: '2021-07-13',
    how: 'call',
    said_on: '2021-07-13',
    said_at: now,
  })
  await add('meeting_question', {
    ...made,
    id: newId(),
    ...ofPair,
    ...own,
    window_last_on: '2021-07-21',
    hash: hashOf('question'),
    until_at: now,
  })
  await add('planned_meeting', {
    ...made,
    id: newId(),
    pair_id: ids.pair,
    starts_at: '2021-07-13T10:00:00Z',
    minutes: 30,
    zone: 'Etc/UTC',
    sequence: 0,
    changed_at: now,
  })
  await add('meeting_proposal', {
    ...made,
    id: newId(),
    pair_id: ids.pair,
    proposed_by: mentee,
    starts_at: '{2021-07-20T10:00:00Z}',
    is_series: false,
    zone: 'Etc/UTC',
    closed_at: now,
  })
  await add('calendar_feed', { ...made, id: newId(), ...own, hash: hashOf('feed') })
  await add('letter_choice', { ...own, page_only: '{calls}', quiet_days: '{5}', changed_at: now })
  await add('glass', {
    id: newId(),
    owner_id: outsider,
    subject_id: mentee,
    season_id: season,
    reason: 'because',
    asked_at: now,
  })
  await add('api_token', { id: newId(), ...own, hash: hashOf('token'), created_at: now, until_at: now })
  await add('sign_in_link', { ...made, ...own, goes_to: '/', until_at: now })
  await add('passkey', {
    ...made,
    ...own,
    credential_id: 'credential',
    public_key: Buffer.from('key'),
    counter: 0,
    transports: [],
    name: 'key',
  })
  await add('one_time_code', { ...own, sealed_secret: Buffer.from('sealed'), made_at: now })
  await add('recovery_code', { ...made, ...own, hash: 'hash' })
  await add('challenge', { ...made, ...own, purpose: 'add-passkey', hash: 'h', kept: '{}', until_at: now })
  const key = { organisationId: organisation, kind: 'person', id: mentee } as const
  const ofSeason = { season_id: season, ...own, role: 'mentee' }
  const [draft, wish] = [newId(), newId()]
  const given = await installation.keyring.seal(key, draftAt(draft), JSON.stringify(NOTHING_GIVEN))
  await add('application_draft', { id: draft, ...ofSeason, sealed: given, version: 1, made_at: now, changed_at: now })
  const wishes = await installation.keyring.seal(key, wishesAt(wish), '{"wishes":[],"blocks":[]}')
  await add('match_wish', { id: wish, ...ofSeason, sealed: wishes, made_at: now })
  const { rows: runs } = await pool.query('select id from match_run where season_id = $1', [season])
  const ofMatch = { mentor_id: mentor, mentee_id: mentee }
  await add('match_making', {
    ...{
      id: newId(),
      season_id: season,
      made_by: outsider,
      step: 'seating',
      mentees: 1,
      mentors: 1,
      seated: 1,
      gap: 1,
    },
    ...{ begun_at: now, beat_at: now, stopped_because: 'fault' },
  })
  await add('match_rule', {
    ...{ id: newId(), season_id: season, change_id: newId(), kind: 'forbidden', ...ofMatch, set_by: outsider },
    ...{ set_on: now, set_at: now },
  })
  await add('match_comment', {
    ...{ id: newId(), run_id: runs[0].id, ...ofMatch, author_id: outsider, words: 'Look at this pair again.' },
    ...{ made_on: now, made_at: now },
  })
  await add('open_mentor', {
    ...own,
    topics: ['Giving feedback'],
    words: 'I listen well.',
    places: 1,
    asynchronous: false,
    opened_at: now,
    changed_at: now,
    closed_at: now,
  })
  await add('mentor_request', {
    id: newId(),
    mentor_id: mentor,
    asker_id: mentee,
    topics: ['Giving feedback'],
    words: 'I would like to learn.',
    asked_at: now,
    state: 'declined',
    turn: 'asker',
    turn_at: now,
    hash: hashOf('asked'),
    ended_at: now,
    keep_until: '2026-04-01T00:00:00Z',
  })
  await add('directory_block', { ...own, other_id: outsider, made_at: now })
  await add('manager_ask', {
    id: newId(),
    season_id: season,
    ...own,
    manager_id: outsider,
    asked_at: now,
    until_at: now,
    hash: hashOf('manager'),
  })
  await add('saved_filter', { ...made, id: newId(), season_id: season, ...own, name: 'Mine', query: 'role=mentee' })
  await add('call_interest', { id: newId(), ...own, role: 'mentee', asked_at: now })
  const issuer = newId()
  await add('issuer', {
    id: issuer,
    url: 'https://issuer.example',
    name: 'Issuer',
    client_id: 'c',
    number: 1,
    made_at: now,
  })
  await add('identity', { id: newId(), ...own, issuer_id: issuer, subject: 'subject', linked_at: now })
  await add('hat', {
    id: newId(),
    ...own,
    hat: 'reviewer',
    season_id: season,
    from_on: '2021-01-01',
    until_on: '2021-02-01',
  })
  await add('season_hand_over', {
    id: newId(),
    season_id: season,
    from_person_id: mentee,
    to_person_id: outsider,
    ended_hats: '[]',
    handed_on: '2026-03-02',
    handed_at: now,
  })
  await add('announcement_text', {
    season_id: season,
    kind: 'pair',
    applies_to: `${mentee} of a pair`,
    person_id: mentee,
    partner_id: mentor,
    subject: 'Meet',
    body: 'Words of a coordinator',
    version: 1,
    edited_by: outsider,
    edited_at: now,
  })
  const completed = {
    id: newId(),
    season_id: season,
    ...own,
    role: 'mentee',
    from_on: '2021-06-29',
    until_on: '2021-10-07',
  }
  await add('completion', { ...completed, minutes: 180, done_on: '2021-10-08', recorded_at: now })
  const shown = newId()
  const code = { table: 'shown_certificate', column: 'sealed', row: shown }
  await add('shown_certificate', {
    ...{ ...completed, id: shown, minutes: 180, lines: '{name}', hash: hashOf('certificate'), made_on: '2021-10-08' },
    ...{ sealed: await installation.keyring.seal(key, code, 'certificate'), made_at: now },
  })
  await add('minutes_choice', { ...own, counted_since: now })
  await add('own_minutes', { ...own, on_day: '2026-03-02', part: 'pairs', minutes: 12, last_at: now })
  await pool.query(
    "update directory_entry set title = 'Title', team = 'Team', expertise = 'Much' where person_id = any($1)",
    [[mentee, mentor]],
  )
}
