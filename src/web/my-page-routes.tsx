import { myPage } from '../desk/screens/my-page.ts'
import { MyPage } from './participant/my/my-page.tsx'
import { type Route, route, type Visit } from './route.ts'

/** Where somebody who takes part begins. */
export const myPageRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/my', action: 'desk.seeMyPage', given: null, answer: my }),
]

async function my({ ctx, page }: Visit) {
  return page('My page', <MyPage shown={await myPage(ctx)} />)
}
