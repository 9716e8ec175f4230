// Shows the form and what to mend as she types, and keeps the numbers of lines beside the text. Without it the buttons do.
(() => {
  "use strict";
  const form = document.getElementById("draft");
  const frame = document.getElementById("preview");
  const said = document.getElementById("said");
  const saved = document.getElementById("saved");
  const page = document.getElementById("page");
  if (!form) { return; }
  let timer = null, round = 0, changed = false;

  const body = () => new URLSearchParams(new FormData(form));
  const post = (address) => fetch(address, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: body() });

  async function show() {
    const mine = ++round;
    try {
      const [check, preview] = await Promise.all([post(form.dataset.check), post(form.dataset.preview)]);
      if (mine !== round) { return; }
      if (check.ok) { said.innerHTML = await check.text(); jumps(); }
      frame.classList.toggle("stale", !preview.ok);
      if (preview.ok) {
        const top = frame.contentWindow ? frame.contentWindow.scrollY : 0;
        frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
        frame.srcdoc = await preview.text();
      }
    } catch (e) { saved.textContent = "Not shown: no connection"; }
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(show, 500); };
  form.addEventListener("input", (event) => {
    changed = true;
    saved.textContent = "Not saved yet";
    const part = event.target.closest("details.page");
    const key = part && part.querySelector("input[name$='/key']");
    if (key && page && [...page.options].some((o) => o.value === key.value)) { page.value = key.value; }
    later();
  });
  page && page.addEventListener("change", show);
  document.getElementById("tongue").addEventListener("change", show);
  document.getElementById("phone").addEventListener("change", (event) => frame.classList.toggle("phone", event.target.checked));
  form.addEventListener("submit", (event) => { if (!event.submitter || event.submitter.formTarget !== "preview") { changed = false; } });
  window.addEventListener("beforeunload", (event) => { if (changed) { event.preventDefault(); } });

  const text = document.getElementById("text"), lines = document.getElementById("lines");
  function number() {
    const count = text.value.split("\n").length;
    lines.textContent = Array.from({ length: count }, (_, i) => i + 1).join("\n");
    lines.scrollTop = text.scrollTop;
  }
  if (text) {
    number();
    text.addEventListener("input", number);
    text.addEventListener("scroll", () => { lines.scrollTop = text.scrollTop; });
  }
  function jumps() {
    if (!text) { return; }
    said.querySelectorAll("li[data-line]").forEach((item) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = "Go there";
      button.addEventListener("click", () => {
        const before = text.value.split("\n").slice(0, Number(item.dataset.line) - 1).join("\n").length + (item.dataset.line > 1 ? 1 : 0);
        const end = text.value.indexOf("\n", before);
        text.focus();
        text.setSelectionRange(before, end < 0 ? text.value.length : end);
        text.scrollTop = (Number(item.dataset.line) - 5) * parseFloat(getComputedStyle(text).lineHeight);
      });
      item.append(" ", button);
    });
  }
  jumps();
})();
