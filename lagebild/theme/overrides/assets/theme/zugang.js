/* Repairs of the theme for keyboards and screen readers: the search dialog gets a name, scrolling tables can be
   reached and have a role, menu and search open without a mouse, tables that are cards stay tables.
   And what style sheets cannot do: the title in the foot of printed pages. */
"use strict";

const suchfenster = document.querySelector('.md-search[role="dialog"]');
if (suchfenster) suchfenster.setAttribute("aria-label", "Suche");

/* The theme's buttons are labels of hidden checkboxes, which no keyboard reaches. */
for (const label of document.querySelectorAll(".md-header__inner > label.md-header__button")) {
  const schalter = document.getElementById(label.htmlFor);
  const knopf = document.createElement("button");
  knopf.type = "button";
  knopf.className = label.className;
  knopf.setAttribute("for", label.htmlFor);  // by which the theme's style sheet knows it
  knopf.append(...label.childNodes);
  knopf.addEventListener("click", () => schalter.click());
  const melde = () => knopf.setAttribute("aria-expanded", schalter.checked);
  schalter.addEventListener("change", melde);
  melde();
  label.replaceWith(knopf);
}

/* Older browsers take the meaning from a table whose rows are shown as blocks. */
const ROLLEN = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
for (const tabelle of document.querySelectorAll("table.lb-register"))
  for (const teil of [tabelle, ...tabelle.querySelectorAll("thead, tbody, tr, th, td")])
    teil.setAttribute("role", ROLLEN[teil.localName] ?? (teil.scope === "col" ? "columnheader" : "rowheader"));

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

/* The foot of printed pages names the page. */
document.documentElement.style.setProperty("--druckseite", JSON.stringify(document.title));
