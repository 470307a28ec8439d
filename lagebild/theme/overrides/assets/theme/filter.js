/* Filter of a register. The list is complete without it; the choice stands in the page's address, so that it can be
   shared and survives going back. */
"use strict";

{
  const normal = (text) => text.toLocaleLowerCase("de").replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();

  /* A row is found by what it shows and by what `data-suche` adds: places, target groups, bodies. */
  const text_von = (eintrag) => normal(`${eintrag.textContent} ${eintrag.dataset.suche || ""}`);

  const passt = (eintrag, wahl) =>
    Object.entries(wahl).every(([name, wert]) =>
      name === "suche"
        ? normal(wert).split(" ").every((wort) => text_von(eintrag).includes(wort))
        : (eintrag.dataset[name] || "").split(" ").includes(wert));

  const gewaehlt = (form) =>
    Object.fromEntries([...new FormData(form)].filter(([, wert]) => wert.trim() !== ""));

  const listen_von = (form) => form.dataset.filter.split(" ").map((id) => document.getElementById(id));

  const filtere = (liste, wahl) => {
    let zahl = 0;
    for (const eintrag of liste.querySelectorAll("[data-eintrag]")) {
      eintrag.hidden = !passt(eintrag, wahl);
      if (!eintrag.hidden) zahl += 1;
    }
    for (const gruppe of liste.querySelectorAll(".lb-gruppe"))
      gruppe.hidden = !gruppe.querySelector("[data-eintrag]:not([hidden])");
    for (const ort of document.querySelectorAll(`[data-filter-zahl="${liste.id}"]`)) ort.textContent = zahl;
    for (const ort of document.querySelectorAll(`[data-filter-leer="${liste.id}"]`)) ort.hidden = zahl > 0;
  };

  const zeige = (form) => {
    const wahl = gewaehlt(form);
    for (const liste of listen_von(form)) filtere(liste, wahl);
    const frage = new URLSearchParams(wahl).toString();
    history.replaceState(null, "", location.pathname + (frage ? `?${frage}` : "") + location.hash);
  };

  const stelle_ein = (form) => {
    for (const [name, wert] of new URLSearchParams(location.search)) {
      const feld = form.elements.namedItem(name);
      if (feld) feld.value = wert;
    }
  };

  for (const form of document.querySelectorAll("form[data-filter]")) {
    const klappe = form.querySelector("details");
    const breit = matchMedia("(min-width: 43.8125em)");
    const klappe_stellen = () => { if (klappe) klappe.open = breit.matches; };
    form.hidden = false;
    klappe_stellen();
    breit.addEventListener("change", klappe_stellen);
    stelle_ein(form);
    form.addEventListener("submit", (ereignis) => ereignis.preventDefault());
    form.addEventListener("input", () => zeige(form));
    for (const liste of listen_von(form))
      for (const knopf of document.querySelectorAll(`[data-filter-alle="${liste.id}"]`))
        knopf.addEventListener("click", () => { form.reset(); zeige(form); });
    if (Object.keys(gewaehlt(form)).length) zeige(form);
  }
}
