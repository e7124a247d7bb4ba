// Nothing here is needed for reading: what has moved leads on, "/" to search, and what may be copied gets a button.
const moved = document.querySelector("a[data-moved]");
if (moved) location.replace(moved.href);

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea, [contenteditable]")) return;
  event.preventDefault();
  const box = document.getElementById("q");
  if (box) box.focus();
  else location.href = document.querySelector("link[rel=search]").href;
});

if (navigator.clipboard) {
  for (const source of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = "Copied";
    });
    source.after(button);
  }
}
