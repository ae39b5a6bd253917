package org.ecgdistill.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which signals of a recording are wanted: by name, in upper or lower case, or by number from 1. No name at all means
 * every signal.
 *
 * @param fallback what is done when a recording lacks one of them
 */
public record LeadChoice(List<String> leads, Fallback fallback) {

    /** Every signal of every recording. */
    public static final LeadChoice ALL = new LeadChoice(List.of(), Fallback.FAIL);

    public LeadChoice {
        leads = leads.stream()
                .map(String::strip)
                .filter(lead -> !lead.isEmpty())
                .toList();
    }

    /** The leads of a list such as {@code MLII, V1}. */
    public static LeadChoice of(String names, Fallback fallback) {
        return new LeadChoice(List.of(names.split("[,;]")), fallback);
    }

    /** What is done when a recording lacks a lead. */
    public enum Fallback {
        /** The recording is not read. */
        FAIL,
        /** The lead is left out. */
        LEAVE_OUT,
        /** The first signal that is not wanted under its own name is taken instead. */
        FIRST_OTHER
    }

    /**
     * A wanted lead that was found.
     *
     * @param index of the channel
     * @param asFallback whether the channel stands in for the wanted one
     */
    public record Found(int index, String wanted, boolean asFallback) {}

    /**
     * The channels that this choice selects.
     *
     * @throws RecordingException if a required lead is missing
     */
    public List<Found> in(Recording recording) {
        var channels = recording.channels();
        if (leads.isEmpty()) {
            return IntStream.range(0, channels.size())
                    .mapToObj(index -> new Found(index, channels.get(index).name(), false))
                    .toList();
        }
        var exact = leads.stream().map(lead -> indexOf(lead, channels)).toList();
        var taken = new ArrayList<>(exact);
        var found = new ArrayList<Found>();
        for (var i = 0; i < leads.size(); i++) {
            var lead = leads.get(i);
            int index = exact.get(i);
            if (index >= 0) {
                found.add(new Found(index, lead, false));
                continue;
            }
            var other = fallback == Fallback.FIRST_OTHER ? firstNotIn(taken, channels.size()) : -1;
            if (other >= 0) {
                taken.add(other);
                found.add(new Found(other, lead, true));
            } else if (fallback != Fallback.LEAVE_OUT) {
                throw missing(recording, lead);
            }
        }
        return found;
    }

    private static int firstNotIn(List<Integer> taken, int channels) {
        return IntStream.range(0, channels)
                .filter(index -> !taken.contains(index))
                .findFirst()
                .orElse(-1);
    }

    private static int indexOf(String lead, List<Channel> channels) {
        for (var i = 0; i < channels.size(); i++) {
            if (channels.get(i).name().strip().equalsIgnoreCase(lead)) {
                return i;
            }
        }
        var number = lead.matches("\\d{1,6}") ? Integer.parseInt(lead) : 0;
        return number <= channels.size() ? number - 1 : -1;
    }

    private static RecordingException missing(Recording recording, String lead) {
        var names = Names.list(recording.channels().stream().map(Channel::name).toList());
        return new RecordingException("The recording " + recording.name() + " has no lead \"" + lead
                + "\"; its leads are: " + names
                + ". Choose one of them, or allow another lead to stand in for a missing one.");
    }
}
