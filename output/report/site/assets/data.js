// Data of the report. A browser that opens a page from the disk reads neither modules nor fetch(),
// so each data file is a classic script that calls recount.deliver(name, data).
"use strict";

window.recount = (() => {
  const delivered = new Map();
  const loading = new Map();

  /** Called by the data files. `name`: path of the file under data/ without ".js". */
  function deliver(name, data) {
    delivered.set(name, data);
  }

  /** Whether `key`, which may come from a link, can be part of a file's name. */
  function isKey(key) {
    return /^[a-z0-9-]{1,80}$/.test(key ?? "");
  }

  /** A promise of what data/NAME.js delivers. Fails with a message for the reader. */
  function load(name) {
    if (!name.split("/").every(isKey))
      return Promise.reject(new Error("This link is not one of this report."));
    if (!loading.has(name)) loading.set(name, read(name));
    return loading.get(name);
  }

  function read(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      script.onload = () => {
        script.remove();
        const data = delivered.get(name);
        delivered.delete(name);
        if (data)
          resolve(data);
        else
          reject(
              new Error(`The file data/${name}.js is damaged: it does not hold what it should.`));
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`The file data/${name}.js is missing from the folder of this report.`));
      };
      document.head.append(script);
    });
  }

  return {deliver, isKey, load};
})();
