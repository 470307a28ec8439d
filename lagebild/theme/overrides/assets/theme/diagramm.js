/* Loads the interactive chart when it is asked for, from the site itself: assets/vega.js and the chart's specification.
   Without it the picture, its sentence and the table say the same. */
"use strict";

{
  const vega = new URL("../vega.js", document.currentScript.src);
  let geladen = null;

  const lade = () => {
    geladen ??= new Promise((fertig, fehler) => {
      const skript = document.createElement("script");
      skript.src = vega;
      skript.type = "module";
      skript.addEventListener("load", fertig);
      skript.addEventListener("error", fehler);
      document.head.append(skript);
    });
    return geladen;
  };

  /* `ast` and the two style options keep the chart within a policy that forbids eval and inline styles. */
  const EINSTELLUNG = {
    renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: { disableDefaultStyle: true },
  };

  /* One picture with the name of the still one; the marks inside say nothing without eyes. */
  const benenne = (svg, name) => {
    for (const teil of svg.querySelectorAll("[role]")) teil.removeAttribute("role");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${name}. Alle Werte stehen in der Tabelle.`);
  };

  const zeige = async (knopf) => {
    const bild = knopf.closest("figure").querySelector(".lb-bild");
    const ziel = document.createElement("div");
    ziel.className = "lb-diagramm-ziel";
    knopf.disabled = true;
    try {
      await lade();
      const antwort = await fetch(knopf.dataset.diagramm);
      if (!antwort.ok) throw new Error(antwort.statusText);
      bild.after(ziel);
      await window.vegaEmbed(ziel, await antwort.json(), EINSTELLUNG);
      benenne(ziel.querySelector("svg"), bild.querySelector("title")?.textContent);
      bild.hidden = true;
      knopf.parentElement.hidden = true;
    } catch (grund) {
      ziel.remove();
      knopf.textContent = "Das Diagramm lässt sich gerade nicht laden";
      throw grund;
    }
  };

  for (const knopf of document.querySelectorAll("button[data-diagramm]")) {
    knopf.hidden = false;
    knopf.addEventListener("click", () => zeige(knopf));
  }
}
