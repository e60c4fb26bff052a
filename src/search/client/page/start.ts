/*
 * The search page's script: small, and idle until a person turns to the box or the address asks for something. Only then is the rest loaded.
 */
import { isEmpty, readAddress } from './address.ts';
import { findParts } from './page-parts.ts';
import { showLoading } from './show-states.ts';

const parts = findParts();
if (parts) {
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    void import('./search-page.ts').then(({ runSearchPage }) => runSearchPage(parts));
  };
  if (isEmpty(readAddress(location.search))) parts.form.addEventListener('focusin', start, { once: true });
  else {
    showLoading(parts);
    start();
  }
}
