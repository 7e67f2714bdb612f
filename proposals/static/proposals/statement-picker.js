// Draws a checkbox for each risk and limitation that the form holds now, saved or not, and keeps
// the ids of the ticked ones in the hidden field.
class StatementPicker extends window.StimulusModule.Controller {
  static targets = ["ids", "choices", "none"];
  static values = { kinds: String };

  connect() {
    this.form = this.element.closest("form");
    this.redraw = () => window.requestAnimationFrame(() => this.draw());
    this.form.addEventListener("input", this.redraw);
    this.observer = new MutationObserver(this.redraw);
    const stream = this.element.closest("[data-streamfield-stream-container]") || this.form;
    this.observer.observe(stream, { childList: true });
    this.redraw();
  }

  disconnect() {
    this.form.removeEventListener("input", this.redraw);
    this.observer.disconnect();
  }

  get chosen() {
    try {
      const ids = JSON.parse(this.idsTarget.value || "[]");
      return Array.isArray(ids) ? ids : [];
    } catch {
      return [];
    }
  }

  set chosen(ids) {
    this.idsTarget.value = JSON.stringify(ids);
    this.idsTarget.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Wagtail names the parts of block 3 of `statements` statements-3-type, -id, -value-claim, -deleted.
  get statements() {
    const kinds = this.kindsValue.split(" ");
    const stream = this.idsTarget.name.replace(/-\d+-value-\w+$/, "");
    return [...this.form.querySelectorAll(`input[name^="${stream}-"][name$="-type"]`)]
      .filter((type) => kinds.includes(type.value))
      .map((type) => {
        const part = (name) => this.form.elements[type.name.replace(/type$/, name)];
        return {
          id: part("id")?.value,
          kind: type.value,
          claim: part("value-claim")?.value.trim(),
          order: Number(part("order")?.value || 0),
          deleted: Boolean(part("deleted")?.value),
        };
      })
      .filter((statement) => statement.id && !statement.deleted)
      .sort((a, b) => a.order - b.order);
  }

  draw() {
    const statements = this.statements;
    const drawn = JSON.stringify([statements, this.chosen]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const known = statements.map((statement) => statement.id);
    const gone = this.chosen.filter((id) => !known.includes(id));
    this.noneTarget.hidden = statements.length + gone.length > 0;
    this.choicesTarget.replaceChildren(
      ...statements.map((statement) =>
        this.choice(
          statement.id,
          `${statement.kind === "risk" ? "Risk" : "Limitation"}: ${statement.claim || "(no words yet)"}`,
        ),
      ),
      ...gone.map((id) => this.choice(id, "No longer on this page: untick it")),
    );
  }

  choice(id, words) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = this.chosen.includes(id);
    box.addEventListener("change", () => {
      const others = this.chosen.filter((other) => other !== id);
      this.chosen = box.checked ? [...others, id] : others;
    });
    label.append(box, ` ${words}`);
    item.append(label);
    return item;
  }
}

window.wagtail.app.register("statement-picker", StatementPicker);
