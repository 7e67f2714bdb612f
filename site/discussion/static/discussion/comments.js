// Brings the form to where its link was followed, and counts the characters that are left.
// Without it the link leads to the form's own page, and the form works the same.

const FIELD = "textarea[maxlength]";

function count(area) {
  const left = area.maxLength - area.value.length;
  const line = area.nextElementSibling?.matches(".left") ? area.nextElementSibling : document.createElement("p");
  line.className = "left small";
  line.textContent = `${left.toLocaleString("en-GB")} characters left`;
  area.after(line);
}

async function bring(link) {
  const answer = await fetch(link.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector("main form[method=post]");
  if (!answer.ok || !form) throw new Error("no form");
  form.action = new URL(form.getAttribute("action") || "", link.href);
  const place = document.createElement("section");
  place.className = "brought";
  place.setAttribute("aria-label", link.textContent);
  place.append(form);
  (link.closest("article") || link.parentElement).after(place);
  link.brought = place;
  form.querySelectorAll(FIELD).forEach(count);
}

async function open(link, status) {
  document.querySelectorAll(".brought").forEach((other) => (other.hidden = other !== link.brought));
  if (!link.brought) {
    status.textContent = "The form is on its way.";
    await bring(link);
  }
  link.brought.querySelector("input:not([type=hidden]), textarea").focus();
  status.textContent = "The form is below the link.";
}

const status = document.createElement("p");
status.className = "hidden";
status.setAttribute("role", "status");
document.querySelector("main").append(status);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-form]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link, status).catch(() => location.assign(link.href));
});
document.addEventListener("input", (event) => event.target.matches(FIELD) && count(event.target));
document.querySelectorAll(FIELD).forEach(count);
