/* Repairs of the theme for keyboards and screen readers: the search dialog gets a name, scrolling tables can be
   reached and have a role. */
"use strict";

const suchfenster = document.querySelector('.md-search[role="dialog"]');
if (suchfenster) suchfenster.setAttribute("aria-label", "Suche");

function mach_erreichbar() {
  document.querySelectorAll(".md-typeset__scrollwrap").forEach((huelle, nummer) => {
    huelle.tabIndex = 0;
    huelle.setAttribute("role", "region");
    huelle.setAttribute("aria-label", `Tabelle ${nummer + 1}`);
  });
}

/* The theme wraps tables when it starts, after this script. */
new MutationObserver(mach_erreichbar).observe(document.body, { childList: true, subtree: true });
mach_erreichbar();
