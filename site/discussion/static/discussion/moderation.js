// Two helps for moderators: a canned answer fills the answer, and a button marks selected words.
const canned = document.getElementById("id_canned");
const answer = document.getElementById("id_answer");
const words = JSON.parse(document.getElementById("canned-answers").textContent);
const marker = document.querySelector("[data-mark-selection]");

canned.addEventListener("change", () => {
  answer.value = words[canned.value] ?? "";
});

if (marker) {
  const text = document.getElementById(marker.dataset.markSelection);
  marker.hidden = false;
  marker.addEventListener("click", () => {
    const { selectionStart, selectionEnd } = text;
    if (selectionStart < selectionEnd) {
      text.setRangeText(`[[${text.value.slice(selectionStart, selectionEnd)}]]`);
    }
    text.focus();
  });
}
