/// The script of the page: sorting and filtering of tables.
///
/// Without it everything is there, in its first order.
enum ReportScript {
  /// The whole script, as the Content-Security-Policy hashes it.
  ///
  /// It reads text and never makes markup of it.
  static let text: StaticString = #"""
    (function () {
      "use strict";
      var tables = {};
      document.querySelectorAll("[data-table]").forEach(function (box) {
        var table = box.querySelector("table"), body = table.tBodies[0], rows = Array.from(body.rows);
        var controls = box.querySelector(".controls"), search = controls.querySelector("input");
        var select = controls.querySelector("select"), output = controls.querySelector("output");
        var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
        function apply() {
          var words = search.value.toLowerCase().split(/\s+/).filter(Boolean), tag = select.value, shown = 0;
          rows.forEach(function (row, i) {
            var fits = (!tag || (" " + row.dataset.tags + " ").indexOf(" " + tag + " ") >= 0) &&
              words.every(function (word) { return texts[i].indexOf(word) >= 0; });
            row.hidden = !fits;
            if (fits) { shown += 1; }
          });
          output.textContent = shown + " / " + rows.length + " " + output.dataset.shown;
        }
        var timer;
        search.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(apply, 120); });
        select.addEventListener("change", apply);
        function key(row, column) {
          var cell = row.cells[column], sort = cell.dataset.sort;
          return sort === undefined ? cell.textContent.trim().toLowerCase() : Number(sort);
        }
        Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
          var button = document.createElement("button");
          button.type = "button";
          button.title = table.dataset.sortBy;
          while (head.firstChild) { button.appendChild(head.firstChild); }
          head.appendChild(button);
          button.addEventListener("click", function () {
            var numeric = rows.length > 0 && rows[0].cells[column].dataset.sort !== undefined;
            var was = head.getAttribute("aria-sort"), down = was ? was === "ascending" : numeric && head.dataset.first !== "up";
            Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
            head.setAttribute("aria-sort", down ? "descending" : "ascending");
            var keyed = Array.from(body.rows).map(function (row) { return { row: row, key: key(row, column) }; });
            keyed.sort(function (a, b) {
              var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
              return down ? -order : order;
            });
            var fragment = document.createDocumentFragment();
            keyed.forEach(function (entry) { fragment.appendChild(entry.row); });
            body.appendChild(fragment);
          });
        });
        controls.hidden = false;
        tables[box.id] = function (tag) { select.value = tag; search.value = ""; apply(); };
        apply();
      });
      function reveal() {
        var row = document.getElementById(location.hash.slice(1));
        if (row && row.hidden) {
          tables[row.closest("[data-table]").id]("");
          row.scrollIntoView();
        }
      }
      window.addEventListener("hashchange", reveal);
      document.addEventListener("click", function (event) {
        var link = event.target.closest("a[data-show]");
        if (!link) { return; }
        var show = tables[link.getAttribute("href").slice(1)];
        if (show) { show(link.dataset.show); }
      });
    }());

    """#
}
