// Elements from untrusted words: text is only ever put in as text.
"use strict";

(() => {
  // Characters that are not seen but turn or break the words around them: they are shown by number.
  const HIDDEN =
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

  /** `words` with each hidden character as [U+202E]. */
  function visible(words) {
    return String(words).replace(
        HIDDEN, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
  }

  function append(parent, children) {
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false) continue;
      parent.append(child instanceof Node ? child : document.createTextNode(visible(child)));
    }
    return parent;
  }

  /**
   * A new element. `attributes`: by name; "on…" with a function is a listener, `true` an attribute
   * without a value; null and false are left out. `children`: nodes, text, null, nested lists.
   */
  function el(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on"))
        node.addEventListener(name.slice(2), value);
      else
        node.setAttribute(name, value === true ? "" : visible(value));
    }
    return append(node, children);
  }

  /** Puts `children` in the place of what `node` holds. */
  function fill(node, ...children) {
    node.replaceChildren();
    return append(node, children);
  }

  /** A link to an article on the web; plain words if the address is none of http or https. */
  function webLink(address, ...words) {
    let url = null;
    try {
      url = new URL(address);
    } catch {
      // No address: the words stand alone.
    }
    if (!url || !["http:", "https:"].includes(url.protocol)) return el("span", {}, words);
    return el("a", {href: url.href, rel: "noopener noreferrer"}, words);
  }

  const main = () => document.getElementById("main");

  /** Shows a page when `draw` has made it; a message in its place when that fails. */
  async function page(draw) {
    const body = main();
    try {
      await draw(body);
    } catch (error) {
      fill(
          body, el("h1", {}, "This page cannot be shown"),
          el("p", {class: "problem", role: "alert"}, error.message),
          el("p", {}, el("a", {href: "index.html"}, "To the overview")));
    }
    body.removeAttribute("aria-busy");
  }

  // A jump to "#main" would wipe out the state that stands in the fragment.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main().focus();
  });

  /** The title of the window. */
  function title(words) {
    document.title = `${visible(words)} – recount`;
  }

  Object.assign(recount, {el, fill, page, title, visible, webLink});
})();
