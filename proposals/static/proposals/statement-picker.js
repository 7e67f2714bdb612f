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
    const [statements, chosen] = [this.statements, this.chosen];
    const known = statements.map((statement) => statement.id);
    const wanted = [
      ...statements.map(({ id, kind, claim }) => [
        id,
        `${kind === "risk" ? "Risk" : "Limitation"}: ${claim || "(no words yet)"}`,
      ]),
      ...chosen
        .filter((id) => !known.includes(id))
        .map((id) => [id, "No longer on this page: untick it"]),
    ];
    this.noneTarget.hidden = wanted.length > 0;
    // A box that somebody is about to tick stays in its place: replaced meanwhile, it loses the click.
    const drawn = JSON.stringify(wanted.map(([id]) => id));
    if (drawn !== this.drawn) {
      this.choicesTarget.replaceChildren(...wanted.map(([id]) => this.choice(id)));
      this.drawn = drawn;
    }
    wanted.forEach(([id, words], place) => {
      const [box, text] = this.choicesTarget.children[place].firstChild.childNodes;
      box.checked = chosen.includes(id);
      text.data = ` ${words}`;
    });
  }

  choice(id) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.addEventListener("change", () => {
      const others = this.chosen.filter((other) => other !== id);
      this.chosen = box.checked ? [...others, id] : others;
    });
    label.append(box, " ");
    item.append(label);
    return item;
  }
}

window.wagtail.app.register("statement-picker", StatementPicker);
