// The state of a view stands in the fragment of its address, so that every view can be shared.
"use strict";

(() => {
  /** The state as an object without a prototype: names come from links. */
  function state() {
    return Object.assign(
        Object.create(null), Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
  }

  /** A link to a page in a state. Empty values are left out. */
  function link(page, values) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      if (value !== null && value !== undefined && value !== "") parameters.set(name, value);
    }
    const fragment = parameters.toString();
    return fragment ? `${page}.html#${fragment}` : `${page}.html`;
  }

  /** Changes the address to this state of `page` without a new entry in the history. */
  function remember(page, values) {
    history.replaceState(null, "", link(page, values).replace(/^[^#]*/, "") || "#");
  }

  Object.assign(recount, {link, remember, state});
})();
