"use strict";
/*
 * What surrounds every drawing: the header with its controls, saving as SVG and PNG, the list of keys, sentences for
 * screen readers, and the two ways in which KNIME wants a view without a reader: as an image and in a report.
 */
const Frame = (() => {
  const byId = (id) => document.getElementById(id);

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) {
        made.addEventListener(key.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        made.setAttribute(key, value === true ? "" : value);
      }
    }
    made.append(...children);
    return made;
  };

  /** The picture as text that needs nothing else. */
  const svgText = (svg) => {
    const copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.removeAttribute("tabindex");
    copy.querySelectorAll("[data-screen-only]").forEach((part) => part.remove());
    const { width, height } = svg.viewBox.baseVal ?? {};
    copy.setAttribute("width", width || svg.clientWidth);
    copy.setAttribute("height", height || svg.clientHeight);
    return new XMLSerializer().serializeToString(copy);
  };

  /** The picture in points, twice as fine as the screen; as a data URL. */
  const pngUrl = (svg) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        canvas.width = image.width * 2;
        canvas.height = image.height * 2;
        const context = canvas.getContext("2d");
        context.fillStyle = Theme.colours.page;
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        resolve(canvas.toDataURL("image/png"));
      };
      image.onerror = () => reject(new Error("The picture could not be drawn."));
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
    });

  const download = (name, url) => {
    const link = element("a", { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
  };

  /** All pictures of the page below each other, as one. */
  const together = (pictures) => {
    if (pictures.length === 1) {
      return pictures[0];
    }
    const size = (svg) => ({ width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height });
    const columns = pictures.length < 3 ? 1 : 2;
    const widest = Math.max(...pictures.map((svg) => size(svg).width));
    const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    let x = 0;
    let y = 0;
    let row = 0;
    for (const svg of pictures) {
      const { width, height } = size(svg);
      const part = svg.cloneNode(true);
      part.setAttribute("x", x);
      part.setAttribute("y", y);
      part.setAttribute("width", width);
      part.setAttribute("height", height);
      part.querySelectorAll("[data-screen-only]").forEach((each) => each.remove());
      sheet.append(part);
      row = Math.max(row, height);
      x += widest + 16;
      if (x >= columns * (widest + 16)) {
        x = 0;
        y += row + 16;
        row = 0;
      }
    }
    const width = columns * widest + (columns - 1) * 16;
    const height = y + row;
    sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ground.setAttribute("width", width);
    ground.setAttribute("height", height);
    ground.setAttribute("fill", Theme.colours.page);
    sheet.prepend(ground);
    return sheet;
  };

  let announcing;
  /** Announces a sentence to screen readers; of quick successions only the last. */
  const say = (sentence) => {
    clearTimeout(announcing);
    announcing = setTimeout(() => (byId("spoken").textContent = sentence), 250);
  };

  const fail = (error) => {
    const place = byId("view");
    place.replaceChildren(element("p", { class: "message", role: "alert" }, error.message ?? String(error)));
  };

  const showKeys = (keys) => {
    const list = element("dl");
    for (const [key, what] of keys) {
      list.append(element("dt", {}, ...key.split(" ").map((each) => element("kbd", {}, each))), element("dd", {}, what));
    }
    const dialog = element("dialog", { "aria-label": "Keys" }, element("h2", {}, "Keys"), list,
      element("form", { method: "dialog" }, element("button", {}, "Close")));
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  const saving = (name, pictures) =>
    element("span", { class: "group", role: "group", "aria-label": "Save picture" },
      element("button", { id: "save-svg", title: "Save the picture as SVG", onclick: () => {
        const text = svgText(together(pictures()));
        download(`${name}.svg`, URL.createObjectURL(new Blob([text], { type: "image/svg+xml" })));
        say("The picture was saved as SVG.");
      } }, "SVG"),
      element("button", { id: "save-png", title: "Save the picture as PNG", onclick: async () => {
        download(`${name}.png`, await pngUrl(together(pictures())));
        say("The picture was saved as PNG.");
      } }, "PNG"));

  /**
   * Opens the view: asks KNIME for its data, draws, and does what KNIME wants of it.
   *
   * @param view { name, keys, draw(data, config): a promise of when all is drawn, pictures(): the SVG elements }
   */
  const open = async (view) => {
    const header = document.querySelector("header");
    header.append(element("span", { class: "room" }), saving(view.name, view.pictures ?? (() => [...document.querySelectorAll("#view svg[role]")])),
      element("button", { id: "keys", title: "Keys", "aria-label": "Keys", onclick: () => showKeys(view.keys ?? []) }, "?"));
    document.body.append(element("p", { id: "spoken", class: "hidden", role: "status", "aria-live": "polite" }));
    try {
      const { config, data } = await Knime.start();
      const type = config.renderingConfig?.type ?? "DEFAULT";
      if (type !== "DEFAULT") {
        Theme.forPaper();
      }
      await view.draw(data, config);
      const pictures = (view.pictures ?? (() => [...document.querySelectorAll("#view svg[role]")]))();
      if (type === "IMAGE" && pictures.length) {
        const sheet = together(pictures);
        Knime.imageGenerated(config.renderingConfig.imageFormat === "SVG" ? svgText(sheet) : await pngUrl(sheet));
      } else if (type === "REPORT") {
        Knime.reportDrawn();
      }
      document.documentElement.dataset.drawn = "true";
    } catch (error) {
      fail(error);
      document.documentElement.dataset.drawn = "failed";
    }
  };

  return { byId, element, open, say, fail };
})();
