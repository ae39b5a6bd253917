package org.ecgdistill.runner.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.runner.api.RunnerException;

/**
 * The words of the command line.
 *
 * @param workflow the workflow folder or .knwf file, {@code null} if only help is wanted
 * @param settings parameters to be set, by node and path
 * @param out where results go, or {@code null}
 * @param save where the executed workflow goes, or {@code null}
 * @param keep whether executed nodes keep their data
 * @param print whether all result tables are printed
 * @param shown tables to be printed
 */
record Arguments(
        Path workflow,
        Map<String, String> settings,
        Path out,
        Path save,
        boolean keep,
        boolean print,
        List<Shown> shown) {
    static final String HELP = """
        Runs a KNIME workflow.

        java -jar ecgdistill-runner.jar WORKFLOW [options]

          WORKFLOW                     a workflow folder or a .knwf file
          --set "NODE/PARAMETER=VALUE" gives a parameter another value; NODE is a node's name or number
          --out DIR                    writes every table as CSV, every view as HTML, and report.json
          --save DIR                   saves the executed workflow, with its data, in KNIME's form
          --keep                       keeps the data of nodes that were saved as executed
          --print                      prints all result tables
          --show "NODE/PORT: COLUMNS"  prints one table, or some of its columns, separated by commas
          --help                       prints this

        Exit code: 0 all nodes executed, 1 a node failed, 2 the workflow or a word here is wrong,
        3 the memory is used up, 130 stopped.
        """;

    static Arguments parse(String... words) {
        var settings = new LinkedHashMap<String, String>();
        Path workflow = null;
        Path out = null;
        Path save = null;
        var shown = new ArrayList<Shown>();
        var keep = false;
        var print = false;
        for (var i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--help", "-h" -> {
                    return new Arguments(null, Map.of(), null, null, false, false, List.of());
                }
                case "--set" -> addSetting(settings, valueAfter(words, i++));
                case "--out" -> out = Path.of(valueAfter(words, i++));
                case "--save" -> save = Path.of(valueAfter(words, i++));
                case "--keep" -> keep = true;
                case "--print" -> print = true;
                case "--show" -> shown.add(Shown.of(valueAfter(words, i++)));
                default -> {
                    if (words[i].startsWith("-")) {
                        throw new RunnerException("There is no option \"" + words[i] + "\"; --help lists them.");
                    }
                    if (workflow != null) {
                        throw new RunnerException(
                                "One workflow at a time: found \"" + workflow + "\" and \"" + words[i] + "\".");
                    }
                    workflow = Path.of(words[i]);
                }
            }
        }
        if (workflow == null) {
            throw new RunnerException("Name the workflow to run: a workflow folder or a .knwf file. --help says more.");
        }
        return new Arguments(workflow, settings, out, save, keep, print, List.copyOf(shown));
    }

    private static String valueAfter(String[] words, int option) {
        if (option + 1 >= words.length) {
            throw new RunnerException("The option " + words[option] + " needs a value after it; --help says which.");
        }
        return words[option + 1];
    }

    private static void addSetting(Map<String, String> settings, String text) {
        var equals = text.indexOf('=');
        if (equals < 0) {
            throw new RunnerException("\"--set " + text + "\" has no \"=\"; write --set \"NODE/PARAMETER=VALUE\".");
        }
        settings.put(text.substring(0, equals), text.substring(equals + 1));
    }
}
