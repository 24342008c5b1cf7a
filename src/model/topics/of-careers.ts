import type { TopicGroup } from '../topics.ts'

/** Careers, thinking and change. One topic a line: its name, then the other words people use for it. */
export const OF_CAREERS: readonly TopicGroup[] = [
  {
    parent: 'Your career',
    lines: `Planning a career: career planning, career development, career growth, career path
      Getting promoted: promotion, career advancement, moving up
      Moving to another division: internal move, internal mobility, changing department, lateral move
      Changing profession: career change, reskilling
      Choosing between leading and specialising: management or expert track, manager or specialist
      Growing as a specialist: specialist career, expert track, individual contributor growth
      Growing into management: management track, path to management, moving into management
      Growing into an executive role: executive career, becoming an executive
      Negotiating pay or scope: salary negotiation, pay, asking for a raise
      Preparing for an interview: job interviews, interview skills
      Writing a résumé: cv, resume, application documents
      Personal brand: branding yourself, professional reputation, reputation
      Finding opportunities: stretch assignments, opportunities
      Learning plans: learning and development, continuous learning, upskilling
      Studying beside work: part-time study, further education, certificates
      Early career: starting a career, first job, graduates
      Late career: end of career, before retirement
      Working abroad: relocation, international assignment
      Working part-time: job sharing, reduced hours
      Starting something of your own: entrepreneurship, founding, intrapreneurship
      Serving on a board: board membership, board work`,
  },
  {
    parent: 'Thinking and deciding',
    lines: `Strategy: strategic thinking, thinking strategically
      Making decisions: decision making, decision-making, deciding
      Solving problems: problem solving, problem-solving
      Critical thinking: critical reasoning, analytical thinking
      Systems thinking: complexity, complex systems
      Creativity: creative thinking, ideas
      Innovation: innovating, new ideas into practice
      Experimenting: experiments, testing ideas
      Estimating: estimation, forecasting effort
      Managing risk: risk, risk management
      Ethics at work: ethics, ethical decisions, integrity
      Research: desk research, finding evidence
      Seeing the whole business: business acumen, commercial awareness, understanding the business
      Setting direction: vision, direction setting
      Measuring what matters: kpis, okrs, metrics, success measures
      Planning for scenarios: scenario planning, contingency planning`,
  },
  {
    parent: 'Leading change',
    lines: `Leading change: change management, managing change, change
      Bringing in a new way of working: adoption, new ways of working, transformation
      Reorganising: reorganisation, restructuring, reorganization
      Merging teams: mergers, integration of teams
      Building a culture: organisational culture, culture, company culture
      Inclusion: diversity, equity and inclusion, diversity and inclusion, dei, inclusive leadership
      Being an ally: allyship
      Noticing bias: unconscious bias, bias
      Building a community: communities, communities of practice, employee groups
      Volunteering: community service, giving back
      Sustainability: environment, climate, esg
      Working with a works council: works council, labour relations, unions
      Organisational design: org design, designing organisations
      Designing how people work: employee experience, engagement of employees`,
  },
  {
    parent: 'Getting things done',
    lines: `Managing projects: project management, projects
      Managing programs: programme management, program management, portfolios
      Agile working: agile, scrum, kanban
      Planning: work planning, roadmaps, roadmapping
      Improving processes: process improvement, lean, operational excellence, continuous improvement
      Operations: operations management, running operations
      Quality: quality management, quality assurance
      Handling incidents: incident management, crisis response, on-call
      Working with suppliers: vendor management, suppliers, procurement, purchasing
      Supply chains: supply chain, logistics, warehousing
      Organising events: event management, events
      Health and safety at work: workplace safety, health and safety
      Documentation: documenting, keeping records
      Managing knowledge: knowledge management, sharing knowledge
      Automating work: automation, workflow automation
      Managing facilities: facilities, facility management
      Administration: office administration, assistance, executive assistance`,
  },
]
