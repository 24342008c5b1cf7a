import type { TopicGroup } from '../topics.ts'

/** Skills with others and with oneself. One topic a line: its name, then the other words people use for it. */
export const OF_PEOPLE: readonly TopicGroup[] = [
  {
    parent: 'Leading people',
    lines: `Leading a team for the first time: first-time manager, new manager, first team lead role, becoming a manager
      Leading people: leadership, people management, managing people, team leadership
      Leading other managers: managing managers, manager of managers, leading leaders
      Leading without authority: influence without authority, lateral leadership, leading peers
      Delegating: delegation, letting go of work, handing over work
      Giving feedback: feedback, feedback skills, constructive feedback
      Recognising good work: recognition, praise, appreciation
      Coaching: coaching skills, coaching others
      Situational coaching: situational leadership
      Mentoring: mentorship, being a mentor
      Developing others: growing people, talent development, developing people
      Holding one-to-one conversations: one-to-ones, one on ones, 1:1s, 1-1 meetings
      Hiring: recruiting, recruitment, interviewing candidates
      Welcoming new people: onboarding, induction
      Setting goals for a team: team goals, goal setting for teams, team objectives
      Reviewing performance: performance reviews, appraisals, performance management
      Leading a team across places: remote leadership, distributed teams, leading remote teams, hybrid teams
      Building trust in a team: trust, psychological safety, team trust
      Motivating a team: motivation, team motivation, team morale
      Leading through uncertainty: crisis leadership, leading in a crisis`,
  },
  {
    parent: 'Working together',
    lines: `Listening: active listening, listening skills
      Empathy: perspective taking, compassion
      Hard conversations: difficult conversations, tough conversations, courageous conversations
      Resolving conflict: conflict, conflict resolution, conflict management, mediation
      Negotiating: negotiation, negotiation skills
      Working across teams: cross-functional work, collaboration, cross-team collaboration, teamwork
      Working with people in other countries: working across cultures, intercultural skills, cultural awareness
      Working across time zones: time zones
      Working with your manager: managing up, managing your boss, managing upwards
      Working with senior people: senior stakeholders, working with executives, executive stakeholders
      Managing expectations: stakeholder management, stakeholders, expectation management
      Influencing: influence, persuasion, convincing others
      Facilitating: facilitation, workshop facilitation, running workshops
      Running good meetings: meetings, meeting facilitation, chairing meetings
      Building relationships: relationship building, rapport
      Networking: building a network, professional network, networks
      Finding allies and sponsors: sponsorship, finding a sponsor, allies
      Saying no: setting boundaries, boundaries, pushing back
      Asking for help: asking for support
      Joining a new team: new team, fitting in`,
  },
  {
    parent: 'Being heard',
    lines: `Communication: communicating, communication skills, clear communication
      Speaking in public: public speaking, talks, speaking at events
      Presenting: presentations, presentation skills, slides
      Telling a story: storytelling, narrative
      Writing clearly: writing, business writing, plain writing
      Writing for executives: executive summaries, briefing executives, executive communication
      Speaking up in meetings: speaking up, voice in meetings, being heard in meetings
      Being seen by senior people: visibility, being visible, executive visibility
      Presence: executive presence, gravitas, leadership presence
      Speaking about your own work: self-promotion, promoting your work, talking about achievements
      Working in a second language: english at work, business english, language skills
      Explaining technical things simply: technical communication, explaining technology
      Writing online: blogging, social media presence, professional profile
      Teaching: training others, giving trainings, instruction
      Asking good questions: questioning, curiosity
      Handling questions under pressure: q and a, thinking on your feet
      Making a case: building an argument, arguing a case, pitching`,
  },
  {
    parent: 'Yourself at work',
    lines: `Confidence: self-confidence, self-esteem, believing in yourself
      Doubting yourself: impostor syndrome, imposter syndrome, self-doubt
      Knowing your strengths: strengths, self-knowledge
      Awareness: self-awareness, self-reflection, reflection
      Emotional intelligence: eq, emotions at work
      Managing time: time management, being organised, personal organisation
      Setting priorities: prioritisation, prioritization, priorities
      Setting goals: goal setting, personal goals, goals
      Focus: concentration, deep work, distraction
      Habits: routines, building habits
      Balancing work and life: work-life balance, work life balance, balance
      Handling stress: stress, stress management, pressure
      Resilience: bouncing back, coping
      Preventing burnout: burnout, exhaustion
      Coming back after leave: returning to work, parental leave, return from leave
      Being a parent at work: working parents, parenthood, parenting and work
      Caring for relatives while working: carers, caregiving
      Working with a disability or illness: disability, chronic illness, accessibility at work
      Being different from those around you: belonging, being the only one, minority experience
      Finding meaning in work: purpose, meaning, values
      Learning from failure: failure, mistakes
      Taking criticism: receiving feedback, handling criticism
      Working from home: remote work, home office`,
  },
]
