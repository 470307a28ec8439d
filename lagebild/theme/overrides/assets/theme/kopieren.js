/* Copies a text, for example the citation. The button appears only where the browser allows copying. */
"use strict";

for (const knopf of document.querySelectorAll("button[data-kopieren]")) {
  if (!navigator.clipboard) break;
  knopf.hidden = false;
  knopf.setAttribute("aria-live", "polite");
  knopf.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(knopf.dataset.kopieren).textContent.trim());
    knopf.textContent = "Kopiert";
  });
}
