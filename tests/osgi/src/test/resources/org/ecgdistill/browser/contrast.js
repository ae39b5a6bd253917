/* The texts of a page that stand out too little from what is behind them: WCAG 2.1 asks for 4.5 to 1. */
(page) => {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => channels(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const style = (element) => page.defaultView.getComputedStyle(element);
  const isClear = (colour) => channels(colour).length > 3 && channels(colour)[3] < 0.99;
  /* In a picture its own first rectangle is the ground; the cells of a heat map lie under their texts. */
  const behind = (element) => {
    const picture = element.closest("svg");
    if (picture) {
      const previous = element.previousElementSibling;
      const cell = [previous, previous?.previousElementSibling].find((each) => each?.tagName === "path" && each.getAttribute("fill")?.startsWith("rgb"));
      return style(cell ?? picture.querySelector(":scope > rect") ?? picture).fill;
    }
    for (let each = element; each; each = each.parentElement) {
      if (!isClear(style(each).backgroundColor)) {
        return style(each).backgroundColor;
      }
    }
    return style(page.documentElement).backgroundColor;
  };
  const texts = [...page.querySelectorAll("body *")].filter((element) => !["SCRIPT", "STYLE", "title", "OPTION"].includes(element.tagName)
    && element.getClientRects().length && !element.disabled
    && [...element.childNodes].some((node) => node.nodeType === 3 && /[\p{L}\d]/u.test(node.textContent)));
  return texts.map((element) => ({ text: element.textContent.trim().slice(0, 40), colour: element.closest("svg") ? style(element).fill : style(element).color, ground: behind(element) }))
    .filter(({ colour, ground }) => ratio(colour, ground) < 4.5)
    .map(({ text, colour, ground }) => `${text}: ${colour} on ${ground}`);
}
