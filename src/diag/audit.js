// Makes each table sortable by its headings: numbers fall, texts rise, a second press turns round.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const key = (row, i) => row.cells[i].textContent.trim();
  heads.forEach((head, i) => {
    if (!key(body.rows[0] ?? head.parentNode, i)) return; // a column of bars
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const number = head.classList.contains("n");
      const sorted = head.getAttribute("aria-sort");
      const falls = sorted ? sorted === "ascending" : number;
      const order = number
        ? (a, b) => (parseFloat(key(a, i)) || 0) - (parseFloat(key(b, i)) || 0)
        : (a, b) => key(a, i).localeCompare(key(b, i), "en", { numeric: true });
      const rows = [...body.rows].sort((a, b) => (falls ? order(b, a) : order(a, b)));
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      body.append(...rows);
    });
  });
}
