"use strict";
/* Recordings on ECG paper, one at a time, all of its leads below each other. */
(() => {
  const STANDARD = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"];
  const { element, byId } = Frame;

  const recordings = new Map();
  let current = null;
  let paper;

  /** Rows of one recording belong together, wherever they stand in the table. */
  const add = (entries) => {
    for (const entry of entries) {
      if (!recordings.has(entry.record)) {
        recordings.set(entry.record, { name: entry.record, subject: entry.subject, leads: [] });
      }
      recordings.get(entry.record).leads.push(entry);
    }
  };

  /** Standard leads in their usual order; others as they stand in the table. */
  const inOrder = (leads) => {
    const filled = leads.filter((lead) => lead.samples > 0);
    return filled.every((lead) => STANDARD.includes(lead.lead)) ? d3.sort(filled, (lead) => STANDARD.indexOf(lead.lead)) : filled;
  };
  const rate = (lead) => (typeof lead.rate === "number" && lead.rate > 0 ? lead.rate : 1);

  const title = () => {
    const label = [...new Set(current.leads.map((lead) => lead.label).filter(Boolean))].join(", ");
    return `Recording ${current.name}${current.subject && current.subject !== current.name ? `, subject ${current.subject}` : ""}`
      + (label ? `, ${label}` : "");
  };

  const show = async (name) => {
    current = recordings.get(name);
    byId("recording").value = name;
    const leads = inOrder(current.leads);
    byId("facts").textContent = leads.length
      ? `${title()} · ${leads.length === 1 ? "1 lead" : `${leads.length} leads`} · ${rate(leads[0])} Hz`
      : `${title()} holds no signal.`;
    const rows = leads.map((lead) => ({
      label: lead.lead || "Signal", row: lead.row, rate: rate(lead), curves: [{ colour: () => Theme.colours.trace }],
    }));
    const duration = Math.max(0, ...leads.map((lead) => lead.samples / rate(lead)));
    await paper.show(rows, duration, null);
    paper.setMarks(await Knime.call("marks", name));
  };

  const load = async (from, to, columns) => {
    const leads = inOrder(current.leads);
    return leads.length ? (await Knime.call("traces", leads.map((lead) => lead.row), from, to, columns)).map((trace) => [trace]) : [];
  };

  const fill = () => {
    const select = byId("recording");
    for (const recording of recordings.values()) {
      if (!recording.option) {
        recording.option = element("option", { value: recording.name }, recording.name);
        select.append(recording.option);
      }
    }
    const names = [...recordings.keys()];
    byId("previous").disabled = names.indexOf(current?.name) <= 0;
    byId("next").disabled = names.indexOf(current?.name) >= names.length - 1;
  };

  const step = async (by) => {
    const names = [...recordings.keys()];
    const name = names[names.indexOf(current.name) + by];
    if (name !== undefined) {
      await show(name);
      fill();
    }
  };

  /** The list comes piece by piece, so that the first recording is seen at once. */
  const readOn = async (listing) => {
    while (listing.next < listing.rows) {
      listing = await Knime.call("list", listing.next);
      const leads = current.leads.length;
      add(listing.entries);
      fill();
      if (current.leads.length > leads) {
        await show(current.name);
      }
    }
  };

  const draw = async (all) => {
    const isStill = document.documentElement.classList.contains("still");
    let listing = all.rows > 0 ? await Knime.call("list", 0) : all;
    add(listing.entries);
    // a picture has no second chance: it waits for the first recording's other leads
    while (isStill && recordings.size === 1 && listing.next < listing.rows) {
      listing = await Knime.call("list", listing.next);
      add(listing.entries);
    }
    if (!recordings.size) {
      throw new Error("The table holds no recording.");
    }
    const select = element("select", { id: "recording", "aria-label": "Recording", onchange: async (event) => {
      await show(event.target.value);
      fill();
    } });
    document.querySelector("header h1").after(
      element("span", { class: "group" },
        element("button", { id: "previous", "aria-label": "Previous recording", onclick: () => step(-1) }, "‹"),
        select,
        element("button", { id: "next", "aria-label": "Next recording", onclick: () => step(1) }, "›")));
    const facts = element("p", { id: "facts", class: "soft", style: "margin: 0 0 8px" });
    const place = element("div");
    const status = element("p", { class: "status", id: "status" });
    byId("view").append(facts, place, status);
    let controls;
    paper = Paper(place, { title, load, onMove: (position) => {
      status.textContent = position;
      controls?.follow();
    } });
    controls = paperControls(paper);
    document.querySelector("header .room").before(...controls.elements);
    view.keys.push(...paper.KEYS);
    current = recordings.values().next().value;
    fill();
    await show(current.name);
    if (!isStill) {
      readOn(listing).catch(Frame.fail);
    }
  };

  const view = {
    name: "ecg", keys: [["PageUp PageDown", "previous, next recording"]], draw, pictures: () => (paper ? [paper.svg] : []),
  };
  document.addEventListener("keydown", (event) => {
    if ((event.key === "PageUp" || event.key === "PageDown") && current) {
      step(event.key === "PageUp" ? -1 : 1);
      event.preventDefault();
    }
  });
  Frame.open(view);
})();
