// Says beneath a field with a limit how many characters it holds, once somebody works in it.
class CharacterCount extends window.StimulusModule.Controller {
  static afterLoad(identifier) {
    const attach = () => {
      const form = document.querySelector("[data-edit-form]");
      if (form) form.dataset.controller += ` ${identifier}`;
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", attach);
    else attach();
  }

  connect() {
    this.count = ({ target }) => {
      if (target.matches("input[maxlength], textarea[maxlength]")) this.show(target);
    };
    this.element.addEventListener("focusin", this.count);
    this.element.addEventListener("input", this.count);
  }

  disconnect() {
    this.element.removeEventListener("focusin", this.count);
    this.element.removeEventListener("input", this.count);
  }

  show(field) {
    const left = field.maxLength - field.value.length;
    this.counterOf(field).textContent = `${field.value.length} of ${field.maxLength} characters, ${left} left`;
  }

  counterOf(field) {
    const id = `${field.id || field.name}-count`;
    const known = document.getElementById(id);
    if (known) return known;
    const counter = document.createElement("div");
    counter.id = id;
    counter.className = "help";
    field.after(counter);
    const described = field.getAttribute("aria-describedby") || "";
    field.setAttribute("aria-describedby", `${described} ${id}`.trim());
    return counter;
  }
}

window.wagtail.app.register("character-count", CharacterCount);
