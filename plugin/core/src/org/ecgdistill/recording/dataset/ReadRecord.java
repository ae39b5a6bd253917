package org.ecgdistill.recording.dataset;

import java.util.List;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.signal.Annotation;

/**
 * A record as it was read: its part, at the target rate.
 *
 * @param annotations counted from the start of the part read
 * @param annotationRate to which their sample numbers refer
 */
public record ReadRecord(
        DataSetEntry entry, List<ReadLead> leads, List<Annotation> annotations, double annotationRate) {

    /**
     * One lead of a record. The caller may keep the array.
     *
     * @param wanted the name under which the lead was asked for
     * @param name its name in the file, for standard leads as clinicians write it; differs from the wanted name if the
     *     lead stands in for another
     * @param units mV for every voltage
     */
    public record ReadLead(
            String wanted, String name, String units, double rate, double[] samples, Checksum.State checksum) {}
}
