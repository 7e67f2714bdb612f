// What our content checks ask of an element; their names, places and patterns come from Python.
const saysOtherwise = (element, { pattern }) => !new RegExp(pattern).test(element.textContent);

window.axe?.configure({
  checks: ["check-claim-one-idea", "check-link-says-nothing"].map((id) => ({
    id,
    evaluate: saysOtherwise,
  })),
});
