/* Sorts a table by a column. Numbers are compared as numbers, words in German order; empty cells come last.
   Groups (one tbody each) stay together, with their heading on top. */
"use strict";

{
  const wert_von = (zeile, spalte) => {
    const zelle = zeile.cells[spalte];
    return zelle.dataset.wert ?? zelle.textContent.trim();
  };

  const als_zahl = (text) => {
    const roh = text.replace(/[\s\u00a0\u202f%€]/g, "").replace("\u2212", "-").replace(",", ".");
    return roh !== "" && isFinite(roh) ? Number(roh) : null;
  };

  const vergleiche = (a, b) => {
    const x = als_zahl(a), y = als_zahl(b);
    if (x !== null && y !== null) return x - y;
    if ((x === null) !== (y === null)) return x === null ? 1 : -1;
    return a.localeCompare(b, "de");
  };

  const ist_kopf = (zeile) => zeile.cells.length === 1;

  const sortiere = (tabelle, kopf) => {
    const spalte = kopf.cellIndex;
    const absteigend = kopf.getAttribute("aria-sort") === "ascending";
    for (const anderer of tabelle.tHead.rows[0].cells) anderer.removeAttribute("aria-sort");
    kopf.setAttribute("aria-sort", absteigend ? "descending" : "ascending");
    for (const koerper of tabelle.tBodies) {
      const koepfe = [...koerper.rows].filter(ist_kopf);
      const alle = [...koerper.rows].filter((zeile) => !ist_kopf(zeile));
      const leere = alle.filter((zeile) => wert_von(zeile, spalte) === "");
      const zeilen = alle.filter((zeile) => !leere.includes(zeile))
        .sort((a, b) => vergleiche(wert_von(a, spalte), wert_von(b, spalte)));
      koerper.append(...koepfe, ...(absteigend ? zeilen.reverse() : zeilen), ...leere);
    }
  };

  for (const tabelle of document.querySelectorAll("table[data-sortieren]"))
    for (const kopf of tabelle.tHead.rows[0].cells) {
      const knopf = document.createElement("button");
      knopf.type = "button";
      knopf.className = "lb-sortierknopf";
      knopf.append(...kopf.childNodes);
      knopf.addEventListener("click", () => sortiere(tabelle, kopf));
      kopf.append(knopf);
    }
}
