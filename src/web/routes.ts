import { activityRoutes } from './activity-routes.tsx'
import { announceRoutes } from './announce-routes.tsx'
import { applicationRoutes } from './application-routes.tsx'
import { applyRoutes } from './apply-routes.tsx'
import { boardRoutes } from './board-routes.tsx'
import { byHandRoutes } from './by-hand-routes.tsx'
import { callOffRoutes } from './call-off-routes.tsx'
import { certificateRoutes } from './certificate-routes.tsx'
import { clearanceRoutes } from './clearance-routes.tsx'
import { closingRoutes } from './closing-routes.tsx'
import { comparisonRoutes } from './comparison-routes.tsx'
import { completedRoutes } from './completed-routes.tsx'
import { demoRoutes } from './demo-routes.tsx'
import { designRoutes } from './design-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { draftPublishRoutes } from './draft-publish-routes.tsx'
import { draftRoutes } from './draft-routes.tsx'
import { draftSurveyRoutes } from './draft-survey-routes.tsx'
import { draftTrialRoutes } from './draft-trial-routes.tsx'
import { eventPlanningRoutes } from './event-planning-routes.tsx'
import { eventRoutes } from './event-routes.tsx'
import { firstRoutes } from './first-routes.tsx'
import { handOverRoutes } from './hand-over-routes.tsx'
import { healthRoutes } from './health-routes.tsx'
import { issuerRoutes } from './issuer-routes.tsx'
import { letterRoutes } from './letter-routes.tsx'
import { managerRoutes } from './manager-routes.tsx'
import { matchRoutes } from './match-routes.tsx'
import { meetingRoutes } from './meeting-routes.tsx'
import { mentorRoutes } from './mentor-routes.tsx'
import { minutesRoutes } from './minutes-routes.tsx'
import { myPageRoutes } from './my-page-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { onePairRoutes } from './one-pair-routes.tsx'
import { ownReviewRoutes } from './own-review-routes.tsx'
import { pairChangeRoutes } from './pair-change-routes.tsx'
import { pairRoutes } from './pair-routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { pastImportRoutes } from './past-import-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { pictureRoutes } from './picture-routes.tsx'
import { planningRoutes } from './planning-routes.tsx'
import { providerRoutes } from './provider-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { recordRoutes } from './record-routes.tsx'
import { requestRoutes } from './request-routes.tsx'
import { resultsRoutes } from './results-routes.tsx'
import { reviewingRoutes } from './reviewing-routes.tsx'
import { rightsRoutes } from './rights-routes.tsx'
import type { Route } from './route.ts'
import { secondStepRoutes } from './second-step-routes.tsx'
import { selectionRoutes } from './selection-routes.tsx'
import { sheetRoutes } from './sheet-routes.tsx'
import { shortlistRoutes } from './shortlist-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { summaryRoutes } from './summary-routes.tsx'
import { surveyRoutes } from './survey-routes.tsx'
import { todayRoutes } from './today-routes.tsx'
import { trainingRoutes } from './training-routes.tsx'
import { upkeepRoutes } from './upkeep-routes.tsx'
import { wordsRoutes } from './words-routes.tsx'
import { workbookRoutes } from './workbook-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Every page and form of the site: what it is, which action it takes, what it is given. */
export const ROUTES: readonly Route[] = [
  ...firstRoutes,
  ...publicRoutes,
  ...resultsRoutes,
  ...comparisonRoutes,
  ...pictureRoutes,
  ...summaryRoutes,
  ...signInRoutes,
  ...secondStepRoutes,
  ...passkeyRoutes,
  ...providerRoutes,
  ...issuerRoutes,
  ...peopleRoutes,
  ...officeRoutes,
  ...upkeepRoutes,
  ...myPageRoutes,
  ...todayRoutes,
  ...writeRoutes,
  ...deskRoutes,
  ...onePairRoutes,
  ...healthRoutes,
  ...completedRoutes,
  ...closingRoutes,
  ...selectionRoutes,
  ...clearanceRoutes,
  ...announceRoutes,
  ...applicationRoutes,
  ...byHandRoutes,
  ...designRoutes,
  ...draftRoutes,
  ...draftPublishRoutes,
  ...matchRoutes,
  ...shortlistRoutes,
  ...activityRoutes,
  ...handOverRoutes,
  ...minutesRoutes,
  ...sheetRoutes,
  ...pastImportRoutes,
  ...reviewingRoutes,
  ...ownReviewRoutes,
  ...draftTrialRoutes,
  ...draftSurveyRoutes,
  ...rightsRoutes,
  ...letterRoutes,
  ...mentorRoutes,
  ...requestRoutes,
  ...applyRoutes,
  ...managerRoutes,
  ...pairRoutes,
  ...workbookRoutes,
  ...pairChangeRoutes,
  ...eventRoutes,
  ...eventPlanningRoutes,
  ...callOffRoutes,
  ...boardRoutes,
  ...trainingRoutes,
  ...certificateRoutes,
  ...surveyRoutes,
  ...wordsRoutes,
  ...meetingRoutes,
  ...planningRoutes,
  ...recordRoutes,
  ...demoRoutes,
]
