// Passkeys are offered where the browser has them, and the page says when none came.
(() => {
  const forms = document.querySelectorAll(".passkey");
  if (window.PublicKeyCredential) forms.forEach((form) => { form.hidden = false; });

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    forms.forEach((form) => {
      form.querySelector("[role=alert]").textContent =
        "Your browser gave no passkey. Try again, or go another way.";
    });
  });
})();
