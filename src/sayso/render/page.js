"use strict";
(function () {
  const panel = document.getElementById("chain");
  let pinned = null;

  function of(element) {
    const mark = element && element.closest && element.closest("[data-of]");
    return mark ? mark.dataset.of : null;
  }

  function show(identity) {
    for (const piece of document.querySelectorAll(".picked")) piece.classList.remove("picked");
    const entry = identity && document.getElementById(identity);
    panel.hidden = !entry;
    if (!entry) return;
    panel.replaceChildren(...Array.from(entry.childNodes, (node) => node.cloneNode(true)));
    for (const piece of document.querySelectorAll('[data-of="' + CSS.escape(identity) + '"]')) {
      piece.classList.add("picked");
    }
  }

  document.addEventListener("mouseover", (event) => {
    if (!panel.contains(event.target)) show(of(event.target) || pinned);
  });
  document.addEventListener("focusin", (event) => show((pinned = of(event.target))));
  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) show((pinned = of(event.target)));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show((pinned = null));
  });
})();
