// Brings the form to where its link was followed, and counts the characters that are left.
// Without it the link leads to the form's own page, and the form works the same.

const FIELD = "textarea[data-longest]";
const forms = new Map(); // by link: what was typed is still there when the link is followed again

const status = document.createElement("p");
status.className = "hidden";
status.setAttribute("role", "status");

function count(area) {
  const next = area.nextElementSibling;
  const line = next?.matches(".left") ? next : document.createElement("p");
  line.className = "left small";
  const left = Number(area.dataset.longest) - [...area.value].length;
  const number = Math.abs(left).toLocaleString("en-GB");
  line.textContent = left < 0 ? `${number} characters too many` : `${number} characters left`;
  area.after(line);
}

// A form may ask the browser for work before it is sent; sent sooner, it is taken without.
async function prove(within) {
  const field = within.querySelector("input[data-solver]");
  if (!field || field.value) return;
  const { solve } = await import(field.dataset.solver);
  field.value = await solve(JSON.parse(field.dataset.task));
}

async function fetchForm(link) {
  const answer = await fetch(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector("main form[method=post]");
  if (!answer.ok || !form) throw new Error("There is no form.");
  form.action = new URL(form.getAttribute("action") || "", link.href);
  const section = document.createElement("section");
  section.className = "brought";
  section.setAttribute("aria-label", link.textContent);
  section.append(form);
  return section;
}

async function bring(link) {
  if (!forms.has(link)) {
    status.textContent = "The form is on its way.";
    forms.set(link, await fetchForm(link));
  }
  // One at a time: two forms would share their fields' names.
  document.querySelector(".brought")?.remove();
  const section = forms.get(link);
  (link.closest("article") || link.parentElement).after(section);
  section.querySelectorAll(FIELD).forEach(count);
  prove(section);
  section.querySelector("input:not([type=hidden]), textarea").focus();
  status.textContent = "The form is below the link.";
}

document.querySelector("main").append(status);
document.querySelectorAll(FIELD).forEach(count);
prove(document);
document.addEventListener("input", (event) => event.target.matches(FIELD) && count(event.target));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-form]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  bring(link).catch(() => location.assign(link.href));
});
