package org.ecgdistill.recording.dataset;

import org.ecgdistill.recording.RecordingException;

/**
 * Which person was recorded, by the path of a recording, if neither the files nor the collection state it.
 *
 * @param separator after which the name of a file no longer names the person; used by {@link Part#BEGINNING_OF_NAME}
 */
public record SubjectRule(Part part, String separator) {

    /** Each recording counts as a person of its own. */
    public static final SubjectRule RECORD = new SubjectRule(Part.RECORD, "_");

    public SubjectRule {
        if (part == Part.BEGINNING_OF_NAME && separator.isEmpty()) {
            throw new RecordingException("The subject is the beginning of the file name, but no separator is given"
                    + " at which it ends. Enter a separator, such as _.");
        }
    }

    /** Which part of a recording's path names the person. */
    public enum Part {
        /** The whole path. */
        RECORD,
        /** The folder directly below the one chosen, whatever lies below it. */
        FIRST_FOLDER,
        /** The folder that the file is in. */
        LAST_FOLDER,
        /** The file's name up to the separator, wherever the file is. */
        BEGINNING_OF_NAME
    }

    /**
     * The person of a recording; its whole name if it has no such part.
     *
     * @param path of the file below the folder chosen, with slashes
     * @param name of the recording: the path, or more where a file holds several
     */
    String subject(String path, String name) {
        var end = path.lastIndexOf('/');
        var subject =
                switch (part) {
                    case RECORD -> name;
                    case FIRST_FOLDER -> end < 0 ? "" : path.substring(0, path.indexOf('/'));
                    case LAST_FOLDER -> end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
                    case BEGINNING_OF_NAME -> beginning(name.substring(name.lastIndexOf('/') + 1));
                };
        return subject.isEmpty() ? name : subject;
    }

    private String beginning(String name) {
        var at = name.indexOf(separator);
        return at < 0 ? "" : name.substring(0, at);
    }
}
