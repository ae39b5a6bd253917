package org.ecgdistill.recording.dataset;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.recording.Limits;

/** The remarks on one record. A record of a thousand leads may have a thousand remarks; only the first are kept. */
final class Remarks {

    private final List<String> kept = new ArrayList<>();
    private int more;

    void add(String remark) {
        if (kept.size() < Limits.REMARKS) {
            kept.add(remark.length() <= Limits.MESSAGE ? remark : remark.substring(0, Limits.MESSAGE) + " …");
        } else {
            more++;
        }
    }

    @Override
    public String toString() {
        return String.join(" ", kept)
                + (more == 0 ? "" : " And " + more + " more such " + (more == 1 ? "remark." : "remarks."));
    }
}
