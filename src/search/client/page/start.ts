/*
 * The search page's script: small, and idle until a person turns to the box or the address asks for something. Only then is the rest loaded.
 */
import { isEmpty, readAddress } from './address.ts';
import { findParts } from './page-parts.ts';
import { fail, showLoading } from './show-states.ts';

const parts = findParts();
if (parts) {
  const { form } = parts;
  let started = false;
  let isAsked = !isEmpty(readAddress(location.search));
  const start = () => {
    if (started) return;
    started = true;
    import('./search-page.ts').then(
      ({ runSearchPage }) => {
        form.removeEventListener('submit', wait);
        runSearchPage(parts);
        if (isSubmitted) form.dispatchEvent(new Event('submit', { cancelable: true }));
      },
      () => {
        started = false;
        // (A script that failed is not asked for again by every browser: the page is.)
        if (isAsked) fail(parts, () => (isSubmitted ? form.submit() : location.reload()));
      },
    );
  };
  // Who presses Enter before the rest is there is answered when it is.
  let isSubmitted = false;
  const wait = (event: Event) => {
    event.preventDefault();
    isAsked = isSubmitted = true;
    showLoading(parts);
    start();
  };
  form.addEventListener('submit', wait);
  form.addEventListener('focusin', start);
  if (isAsked) {
    showLoading(parts);
    start();
  }
}
