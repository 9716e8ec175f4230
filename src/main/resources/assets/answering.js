// Saves answers as they are given, moves the line of progress, and answers to the keyboard.
// Without it the buttons save.
(() => {
  const form = document.getElementById("answers");
  const kept = document.getElementById("kept");
  const line = document.getElementById("line");
  if (!form || !window.fetch) return;
  document.documentElement.classList.add("scripted");
  const say = form.dataset;

  const save = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("go", "keep");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      kept.textContent = answer.status === 204 ? say.saved : say.not;
    } catch (e) {
      kept.textContent = say.offline;
    }
  };

  // One item after the other: what is answered in each.
  const items = [...form.querySelectorAll("fieldset, .row, .words")];
  const given = (item) =>
    [...item.querySelectorAll("input[name], textarea, select")].some((e) =>
      e.matches("[type=radio], [type=checkbox]") ? e.checked : e.value.trim() !== "");
  const here = () => items.filter(given).length;
  const before = line.value - here();

  // "No answer" stands alone: what was chosen beside it is taken back, and the other way round.
  const alone = (target) => {
    const item = target.closest("fieldset");
    if (!item || target.type === "radio") return;
    const none = target.closest(".apart");
    if (none && !target.checked) return;
    for (const e of item.querySelectorAll("input, select")) {
      if (e === target || !none && !e.closest(".apart")) continue;
      if (e.type === "checkbox") e.checked = false;
      else if (e.name) {
        e.value = "";
        e.dispatchEvent(new Event("unset"));
      }
    }
  };

  let timer = null;
  let saving = Promise.resolve();
  form.addEventListener("input", (event) => {
    alone(event.target);
    line.value = before + here();
    clearTimeout(timer);
    timer = setTimeout(() => { saving = saving.then(save); }, 600);
  });
  form.addEventListener("submit", () => clearTimeout(timer));

  // A line beside each number that has two ends. It sends nothing of its own, so a line that
  // nobody moved is no answer.
  for (const number of form.querySelectorAll("input[data-low]")) {
    const range = document.createElement("input");
    const state = document.createElement("span");
    const clear = document.createElement("button");
    Object.assign(range, { type: "range", min: number.dataset.low, max: number.dataset.high, step: 1 });
    range.setAttribute("aria-label", number.getAttribute("aria-label"));
    Object.assign(clear, { type: "button", className: "plain", textContent: say.clear });
    const show = () => {
      const empty = number.value.trim() === "";
      range.toggleAttribute("data-unset", empty);
      range.value = empty ? (Number(range.min) + Number(range.max)) / 2 : number.value;
      range.setAttribute("aria-valuetext", empty ? say.empty : number.value);
      state.textContent = empty ? say.empty : "";
      clear.hidden = empty;
    };
    const take = () => {
      number.value = range.value;
      show();
    };
    range.addEventListener("input", (event) => {
      event.stopPropagation();
      take();
      number.dispatchEvent(new Event("input", { bubbles: true }));
    });
    // A line that stands in the middle already is chosen there by a press alone.
    range.addEventListener("click", () => {
      if (number.value === "") {
        take();
        number.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    number.addEventListener("input", show);
    number.addEventListener("unset", show);
    clear.addEventListener("click", () => {
      number.value = "";
      number.dispatchEvent(new Event("input", { bubbles: true }));
      number.focus();
    });
    number.after(state, clear);
    number.parentElement.append(range);
    show();
  }

  // Keys work only where the focus is in a question: a digit chooses, Enter goes on.
  const choose = (item, key) => {
    const choices = [...item.querySelectorAll("input[type=radio], input[type=checkbox]")];
    const numbered = choices.some((e) => e.value === "0");
    const choice = numbered ? choices.find((e) => e.value === key) : choices[Number(key) - 1];
    if (!choice) return false;
    choice.focus();
    choice.click();
    return true;
  };
  form.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const item = event.target.closest("fieldset, .row");
    if (!item || event.target.matches("select, input[type=text], input[type=range], button")) return;
    if (/^[0-9]$/.test(event.key) && choose(item, event.key)) event.preventDefault();
    if (event.key === "Enter") {
      const next = items[items.indexOf(item) + 1];
      if (!next) return;
      event.preventDefault();
      (next.querySelector(":checked") || next.querySelector("input, textarea, select")).focus();
    }
  });
  if (items.length === 1) {
    const first = items[0].querySelector(":checked") || items[0].querySelector("input, textarea, select");
    if (first && !document.querySelector(".fault")) first.focus({ preventScroll: true });
  }

  // Says so when own words look like a name or an address.
  if (say.giveaway) {
    const pattern = new RegExp(say.giveaway, "u");
    for (const words of form.querySelectorAll(".words textarea, .words input")) {
      const hint = document.createElement("p");
      hint.className = "caution";
      hint.setAttribute("role", "status");
      words.after(hint);
      const look = () => { hint.textContent = pattern.test(words.value) ? say.hint : ""; };
      words.addEventListener("input", look);
      look();
    }
  }
})();
