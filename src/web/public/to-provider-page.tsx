import { ButtonLink } from '../../ui/button.tsx'

/**
 * On the way to an identity provider. The browser goes on by itself, and by the link where it does not. It is a page of its own
 * and no redirect: our forms may lead nowhere but here, and a browser counts every redirect after a form to it.
 */
export function ToProviderPage({ name, url }: { name: string; url: string }) {
  return (
    <div class="wrap pt-12 md:pt-20">
      <h1 class="max-w-[26ch] wrap-anywhere">On the way to {name}</h1>
      <p class="mt-4 max-w-measure">You sign in there and come back here. You have five minutes.</p>
      <p class="mt-block">
        <ButtonLink href={url} rank="primary">
          Continue to {name}
        </ButtonLink>
      </p>
    </div>
  )
}
