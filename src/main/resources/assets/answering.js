// Saves answers as they are given and moves the line of progress. Without it the buttons save.
(() => {
  const form = document.getElementById("answers");
  const kept = document.getElementById("kept");
  const line = document.getElementById("line");
  if (!form || !window.fetch) return;
  const address = form.dataset.draft;
  let answers = null;
  let timer = null;
  let saving = Promise.resolve();

  const value = (input) => {
    if (input.matches("textarea")) return input.value;
    if (input.value === "true" || input.value === "false") return input.value === "true";
    return input.value === "no-basis" ? input.value : Number(input.value);
  };

  const chosen = () => {
    for (const name of new Set([...form.elements].map((e) => e.name).filter((n) => n && n !== "go"))) {
      const input = form.querySelector(`[name="${name}"]:checked, textarea[name="${name}"]`);
      if (input && input.value !== "") answers[name] = value(input);
      else delete answers[name];
    }
  };

  const save = async () => {
    try {
      if (!answers) answers = (await (await fetch(address)).json()).answers || {};
      chosen();
      const answer = await fetch(address + "/draft", {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ answers }),
      });
      kept.textContent = answer.ok ? "Saved" : "Not saved";
    } catch (e) {
      kept.textContent = "Not saved: no connection";
    }
  };

  const progress = () => {
    const fields = [...form.querySelectorAll("fieldset, textarea")];
    const here = fields.filter((f) => (f.matches("textarea") ? f.value : f.querySelector(":checked"))).length;
    line.value = before + here;
  };
  const here = form.querySelectorAll("fieldset :checked").length
    + [...form.querySelectorAll("textarea")].filter((t) => t.value).length;
  const before = line.value - here;

  form.addEventListener("input", () => {
    progress();
    clearTimeout(timer);
    timer = setTimeout(() => { saving = saving.then(save); }, 400);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
})();
