// Lets tables be sorted by a press on a head, and long ones be filtered. The address keeps both, so that it can be shared.
(function () {
  "use strict";
  const state = new URLSearchParams(location.hash.startsWith("#view?") ? location.hash.slice(6) : "");

  function keep(key, value) {
    if (value) { state.set(key, value); } else { state.delete(key); }
    history.replaceState(null, "", state.size ? "#view?" + state : location.pathname + location.search);
  }

  const text = (row, column) => row.cells[column] ? row.cells[column].textContent.trim() : "";

  // The first number of a cell decides; words come after numbers, in the order of the language.
  function compare(a, b) {
    const x = /^[^\p{L}\d]*(\d[\d.]*)/u.exec(a), y = /^[^\p{L}\d]*(\d[\d.]*)/u.exec(b);
    if (x && y) { return Number(x[1]) - Number(y[1]); }
    if (x || y) { return x ? -1 : 1; }
    return a.localeCompare(b);
  }

  function sort(table, heads, column, direction) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows).sort((a, b) => direction * compare(text(a, column), text(b, column)));
    body.append(...rows);
    heads.forEach((head, i) => head.setAttribute("aria-sort", i !== column ? "none" : direction > 0 ? "ascending" : "descending"));
  }

  function sortable(table, name) {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      if (!head.textContent.trim() || head.querySelector(".unseen")) { return; }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        sort(table, heads, column, direction);
        keep(name + ".sort", direction * (column + 1));
      });
    });
    const kept = Number(state.get(name + ".sort"));
    if (kept) { sort(table, heads, Math.abs(kept) - 1, Math.sign(kept)); }
  }

  function filterable(table, name) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    label.textContent = "Show rows with";
    input.type = "search";
    input.value = state.get(name + ".with") || "";
    label.append(input);
    table.before(label);
    const show = () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      for (const row of table.tBodies[0].rows) { row.hidden = wanted !== "" && !row.textContent.toLocaleLowerCase().includes(wanted); }
    };
    input.addEventListener("input", () => { show(); keep(name + ".with", input.value.trim()); });
    show();
  }

  document.querySelectorAll("table").forEach((table, index) => {
    if (table.hasAttribute("data-plain") || !table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 3) { return; }
    const name = table.id || "t" + index;
    sortable(table, name);
    if (table.tBodies[0].rows.length > 15) { filterable(table, name); }
    if (Array.from(state.keys()).some(key => key.startsWith(name + "."))) { const box = table.closest("details"); if (box) { box.open = true; } }
  });
})();
