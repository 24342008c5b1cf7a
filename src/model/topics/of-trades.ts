import type { TopicGroup } from '../topics.ts'

/** Skills of single trades. One topic a line: its name, then the other words people use for it. */
export const OF_TRADES: readonly TopicGroup[] = [
  {
    parent: 'Customers and markets',
    lines: `Selling: sales, sales skills
      Managing key accounts: account management, key accounts
      Winning new customers: business development, new business, prospecting
      Partnerships: partner management, alliances
      Negotiating contracts: contract negotiation, closing deals
      Customer service: customer support, service, customer care
      Customer success: customer relationships, customer loyalty
      Understanding customers: customer insight, customer research, voice of the customer
      Marketing: marketing strategy
      Digital marketing: online marketing, seo, performance marketing
      Content: content strategy, content marketing, copywriting
      Brand: brand management, brand strategy
      Communications: corporate communications, internal communications
      Public relations: pr, media relations, press work
      Pricing: price strategy
      Understanding markets: market research, market analysis, competitor analysis
      Public affairs: government relations, policy work
      Fundraising: donors, grants`,
  },
  {
    parent: 'Money and law',
    lines: `Budgets and business cases: budgeting, budgets, business cases, business case
      Finance for those outside finance: financial literacy, finance basics, reading a balance sheet
      Accounting: bookkeeping, financial accounting
      Controlling: management accounting, cost control
      Financial planning: fp&a, financial forecasting, forecasting
      Investing: investment, capital allocation
      Raising capital: funding, investor relations
      Tax: taxation
      Audit: internal audit, auditing
      Law at work: legal, legal skills, law
      Contracts: contract law, contract management
      Compliance: regulatory affairs, regulation
      Data protection: privacy, gdpr
      Intellectual property: patents, trademarks
      Insurance: underwriting, actuarial work
      Personal finances: money management, pension planning`,
  },
  {
    parent: 'Products and design',
    lines: `Managing products: product management, product owner, product ownership
      Product strategy: product vision
      User research: ux research, usability testing
      User experience: ux, ux design, usability
      Interface design: ui design, visual design, graphic design
      Service design: designing services
      Design thinking: human-centred design, human-centered design
      Accessible products: digital accessibility, accessibility
      Prototyping: prototypes, mock-ups
      Working with requirements: requirements, business analysis, requirements engineering
      Bringing a product to market: go-to-market, product launch, launches
      Industrial design: product design
      Architecture and building: construction, building projects
      Making films and images: video, photography
      Teaching design to others: design systems, design leadership`,
  },
  {
    parent: 'Technology',
    lines: `Writing software: software development, programming, coding, software engineering
      Web development: front-end, frontend, html and css
      Mobile development: mobile apps, app development
      Back-end development: backend, back-end, server-side development
      Software architecture: system design, technical architecture
      Reviewing code: code review, code reviews
      Testing software: software testing, test automation
      Running systems: devops, site reliability, infrastructure
      Cloud: cloud computing, cloud services
      Networks and devices: it support, system administration
      Security of information: cybersecurity, cyber security, information security
      Databases: sql, data modelling
      Embedded systems: firmware, electronics, hardware
      Open source: contributing to open source
      Technical leadership: tech lead, leading engineers, engineering management
      Technical debt: legacy systems, refactoring, modernisation
      Low-code tools: no-code, low-code
      Robotics: robots, mechatronics
      Spreadsheets: excel, spreadsheet skills`,
  },
  {
    parent: 'Data and science',
    lines: `Data analysis: analytics, data analytics, analysing data
      Data visualisation: data visualization, charts, dashboards
      Data science: statistical modelling
      Machine learning: ml, deep learning
      Artificial intelligence at work: ai, artificial intelligence, generative ai, prompt writing
      Statistics: statistical methods
      Data engineering: data pipelines, data platforms
      Data governance: data quality, master data
      Scientific writing: academic writing, publishing papers
      Running a study: study design, clinical trials, research design
      Laboratory work: lab work, laboratory skills
      Engineering: mechanical engineering, electrical engineering
      Geography and maps: gis, geodata
      Reading research: literature review, evaluating studies`,
  },
  {
    parent: 'People and care',
    lines: `Human resources: hr, people operations, personnel work
      Rewarding work: compensation and benefits, reward, pay structures
      Developing an organisation: organisational development, organization development
      Employer brand: employer branding, talent attraction
      Patient care: nursing, clinical care
      Leading in a clinic: clinical leadership, ward management, medical leadership
      Public health: health promotion, prevention
      Mental health of others: mental health first aid, mental health
      Social work: social care, counselling
      Teaching children and young people: school teaching, education
      Teaching at a university: lecturing, higher education
      Hospitality: hotels, restaurants, tourism
      Retail: shop management, store management
      Manufacturing: production, factory work
      Agriculture and food: farming, food production
      Public administration: civil service, government work
      Working in a charity: non-profit management, ngo work, nonprofits`,
  },
]
