package org.ecgdistill.recording.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.recording.wfdb.WfdbOptions;

/**
 * The MIT-BIH Arrhythmia Database (Moody and Mark, "The impact of the MIT-BIH Arrhythmia Database", IEEE Eng. in Med. and
 * Biol. 20, 2001): 48 records of 47 subjects.
 */
public final class MitBih {

    /** Records in which a pacemaker makes most beats; studies of other beats leave them out. */
    public static final Set<String> PACED = Set.of("102", "104", "107", "217");

    /** The first half of the division that tests on subjects never trained on (de Chazal et al., 2004). */
    public static final List<String> DS1 = List.of(
            "101", "106", "108", "109", "112", "114", "115", "116", "118", "119", "122", "124", "201", "203", "205",
            "207", "208", "209", "215", "220", "223", "230");

    /** The second half. */
    public static final List<String> DS2 = List.of(
            "100", "103", "105", "111", "113", "117", "121", "123", "200", "202", "210", "212", "213", "214", "219",
            "221", "222", "228", "231", "232", "233", "234");

    /** Age and sex stand at the beginning of a comment such as {@code 69 M 1085 1629 x1}. */
    private static final Pattern PERSON = Pattern.compile("(\\d{1,3}) ([MF])\\b.*");

    private MitBih() {}

    /** Whether all these are names of records of this database. */
    static boolean owns(List<String> names) {
        return !names.isEmpty()
                && names.stream().allMatch(name -> DS1.contains(name) || DS2.contains(name) || PACED.contains(name));
    }

    static List<DataSetEntry> entries(Listing listing, WfdbOptions options, boolean withPaced) {
        var entries = new ArrayList<DataSetEntry>();
        var inside = options.inside(listing.folder());
        for (var name : WfdbFolder.names(listing)) {
            if (withPaced || !PACED.contains(name)) {
                entries.add(entry(listing.folder().resolve(name), name, inside));
            }
        }
        return entries;
    }

    private static DataSetEntry entry(Path record, String name, WfdbOptions options) {
        var age = OptionalDouble.empty();
        Optional<String> sex = Optional.empty();
        for (var comment : comments(record)) {
            var person = PERSON.matcher(comment);
            if (person.matches()) {
                age = OptionalDouble.of(Integer.parseInt(person.group(1)));
                sex = Optional.of(person.group(2).equals("M") ? "male" : "female");
                break;
            }
        }
        return DataSetEntry.plain(name, record.toString(), subject(name), () -> Wfdb.open(record, options))
                .withPerson(age, sex);
    }

    private static List<String> comments(Path record) {
        try {
            return Wfdb.readHeader(record).comments();
        } catch (RecordingException ex) {
            // Reported when the record is opened.
            return List.of();
        }
    }

    /** Records 201 and 202 are of the same man. */
    private static String subject(String name) {
        return name.equals("202") ? "201" : name;
    }
}
