"use strict";
/* Signals before and after denoising, and what was taken away. */
(() => {
  const { element, byId } = Frame;
  const entries = [];
  let current = 0;
  let paper;

  const rate = (entry) => (typeof entry.rate === "number" && entry.rate > 0 ? entry.rate : 1);
  const name = (entry) => [entry.record, entry.lead].filter(Boolean).join(", ");

  const load = async (from, to, columns) => {
    const [before, after, residual] = await Knime.call("traces", entries[current].row, from, to, columns);
    return [[before, after], [residual]];
  };

  const rows = (entry) => [
    { label: entry.lead || "Signal", rate: rate(entry), curves: [
      { colour: () => Theme.colours.before, width: 1.1 },
      { colour: () => Theme.colours.trace, width: 1.6, centred: true },
    ] },
    { label: "Removed", rate: rate(entry), curves: [{ colour: () => Theme.colours.residual, width: 1.1 }] },
  ];

  const show = async (number) => {
    current = number;
    const entry = entries[number];
    byId("row").value = String(number);
    byId("previous").disabled = number === 0;
    byId("next").disabled = number === entries.length - 1;
    byId("facts").textContent = entry.samples ? `${name(entry)} · ${rate(entry)} Hz` : `${name(entry)} holds no signal.`;
    await paper.show(entry.samples ? rows(entry) : [], entry.samples / rate(entry), null);
  };

  const fill = (listing) => {
    for (const entry of listing.entries) {
      byId("row").append(element("option", { value: entries.length }, name(entry)));
      entries.push(entry);
    }
    byId("next").disabled = current === entries.length - 1;
  };

  const readOn = async (listing) => {
    while (listing.next < listing.rows) {
      listing = await Knime.call("list", listing.next);
      fill(listing);
    }
  };

  const drawLegend = (place) => {
    const list = element("ul", { class: "legend" });
    for (const [what, colour] of [["before", "before"], ["after", "trace"], ["removed: before minus after", "residual"]]) {
      const mark = d3.create("svg").attr("width", 30).attr("height", 12).attr("aria-hidden", "true");
      const line = mark.append("line").attr("x1", 0).attr("x2", 30).attr("y1", 6).attr("y2", 6).attr("stroke-width", 2.4);
      const paint = () => line.attr("stroke", Theme.colours[colour]);
      paint();
      Theme.onChange(paint);
      list.append(element("li", {}, mark.node(), what));
    }
    place.append(list);
  };

  const draw = async (all) => {
    const listing = all.rows > 0 ? await Knime.call("list", 0) : all;
    if (!listing.rows) {
      throw new Error("The table holds no signal.");
    }
    const select = element("select", { id: "row", "aria-label": "Signal", onchange: (event) => show(Number(event.target.value)) });
    document.querySelector("header h1").after(element("span", { class: "group" },
      element("button", { id: "previous", "aria-label": "Previous signal", onclick: () => show(current - 1) }, "‹"), select,
      element("button", { id: "next", "aria-label": "Next signal", onclick: () => show(current + 1) }, "›")));
    const place = element("div");
    const status = element("p", { class: "status", id: "status" });
    byId("view").append(element("p", { id: "facts", class: "soft", style: "margin: 0 0 4px" }));
    drawLegend(byId("view"));
    byId("view").append(place, status);
    let controls;
    paper = Paper(place, { title: () => `${name(entries[current])}, before and after denoising, and what was removed`, load,
      onMove: (position) => {
        status.textContent = position;
        controls?.follow();
      } });
    controls = paperControls(paper);
    document.querySelector("header .room").before(...controls.elements);
    view.keys.push(...paper.KEYS.filter(([key]) => key !== "n p"));
    fill(listing);
    await show(0);
    readOn(listing).catch(Frame.fail);
  };

  const view = { name: "denoised", keys: [["PageUp PageDown", "previous, next signal"]], draw, pictures: () => (paper ? [paper.svg] : []) };
  document.addEventListener("keydown", (event) => {
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (by && entries[current + by]) {
      show(current + by);
      event.preventDefault();
    }
  });
  Frame.open(view);
})();
