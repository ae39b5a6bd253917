package org.ecgdistill.evaluation.report;

/** How the page looks: light, dark where the reader's system is, always light on paper. */
final class Style {

    /**
     * The number of looks for models; dashes and markers differ too, for readers who cannot distinguish the colours.
     */
    static final int LOOKS = 8;

    static final String CSS = """
            :root {
              --page: #ffffff; --card: #f6f8f9; --ink: #17212b; --soft: #52606d; --line: #d5dce2; --grid: #e6ebef;
              --accent: #0b6e69; --leak: #a4161a; --leak-card: #fdeeee; --warn: #8a5a00; --warn-card: #fff6e3;
              --heat: 11, 110, 105;
              --m0: #0b6e69; --m1: #c2410c; --m2: #1d4ed8; --m3: #a8327a; --m4: #7a6400; --m5: #6d28d9;
              --m6: #3f7d20; --m7: #475569;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --page: #12181e; --card: #1a222a; --ink: #e8edf1; --soft: #a3b1bd; --line: #33404c; --grid: #26313b;
                --accent: #4fd1c5; --leak: #ff9b9b; --leak-card: #3a1d20; --warn: #f5c469; --warn-card: #362b16;
                --heat: 79, 209, 197;
                --m0: #4fd1c5; --m1: #fb923c; --m2: #8ab0ff; --m3: #f472b6; --m4: #eacb3c; --m5: #c4b5fd;
                --m6: #a3e635; --m7: #cbd5e1;
              }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink);
              font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
            main { max-width: 1120px; margin: 0 auto; padding: 28px 24px 60px; }
            h1 { font-size: 27px; line-height: 1.2; margin: 0 0 6px; }
            h2 { font-size: 20px; margin: 40px 0 10px; padding-top: 14px; border-top: 1px solid var(--line); }
            h3 { font-size: 16px; margin: 22px 0 6px; }
            p { max-width: 78ch; margin: 8px 0; }
            .soft, figcaption, .notes { color: var(--soft); }
            .facts { display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0; padding: 0; list-style: none; }
            .facts li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 6px 12px; }
            .facts b { display: block; font-size: 18px; }
            .finding { border-left: 4px solid var(--line); background: var(--card); padding: 8px 14px; margin: 8px 0;
              border-radius: 0 6px 6px 0; max-width: none; }
            .finding.leakage { border-color: var(--leak); background: var(--leak-card); }
            .finding.warning { border-color: var(--warn); background: var(--warn-card); }
            .finding b { margin-right: 6px; }
            .leakage b { color: var(--leak); } .warning b { color: var(--warn); }
            .table { overflow-x: auto; margin: 14px 0 4px; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
            caption { text-align: left; font-weight: 600; padding: 4px 0 6px; }
            th, td { padding: 5px 9px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top;
              white-space: nowrap; }
            th:first-child { text-align: left; }
            thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; white-space: normal; }
            tbody th { font-weight: 500; }
            td.best, td.found { font-weight: 700; }
            td.text, th.text { text-align: left; white-space: normal; }
            .below { display: block; color: var(--soft); font-size: 12px; font-weight: 400; line-height: 1.3;
              white-space: pre; }
            .heat .below { color: var(--ink); }
            sup { color: var(--soft); font-size: 10px; margin-left: 1px; }
            .notes { list-style: none; font-size: 12.5px; margin: 4px 0 12px; padding: 0; }
            .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(380px, 1fr)); gap: 18px; margin: 16px 0; }
            figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
              padding: 12px 14px; break-inside: avoid; }
            figure svg { width: 100%; height: auto; display: block; }
            figcaption { font-size: 13px; margin-top: 4px; }
            .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 10px 0; padding: 0; }
            .legend li { display: flex; align-items: center; gap: 7px; }
            .legend svg { width: 38px; height: 14px; }
            svg text { fill: var(--ink); font-size: 12px; }
            svg .tick { fill: var(--soft); font-size: 11px; }
            svg .label { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
            svg .title { font-size: 14px; font-weight: 600; }
            svg .grid { stroke: var(--grid); } svg .frame { stroke: var(--soft); fill: none; }
            svg .guide { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; }
            svg .series { fill: none; stroke-width: 2; stroke-linejoin: round; }
            svg .bar { stroke-width: 1.4; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 18px; font-size: 14px; }
            dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
            footer { margin-top: 44px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--soft);
              font-size: 13px; }
            @media print {
              @page { margin: 14mm; }
              body { font-size: 11px; } main { max-width: none; padding: 0; }
              table { font-size: 9px; } th, td { padding: 2px 3px; } .below { font-size: 8px; }
              .table { overflow: visible; } figcaption, .notes, dl, footer { font-size: 9.5px; }
              h2, h3, caption, .legend { break-after: avoid; }
              .figures { grid-template-columns: 1fr 1fr; } figure, .finding, tr, .short, dl { break-inside: avoid; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """ + looks();
    private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "5 2", "12 4", "1 4", "7 2 1 2 1 2"};

    private Style() {}

    private static String looks() {
        var css = new StringBuilder();
        for (var look = 0; look < LOOKS; look++) {
            css.append(String.format(
                    ".m%1$d { stroke: var(--m%1$d); } .f%1$d { fill: var(--m%1$d); stroke: var(--m%1$d); }%n", look));
        }
        return css.toString();
    }

    static String dashes(int model) {
        return DASHES[model % LOOKS];
    }

    static String line(int model) {
        return "m" + model % LOOKS;
    }

    static String fill(int model) {
        return "f" + model % LOOKS;
    }
}
