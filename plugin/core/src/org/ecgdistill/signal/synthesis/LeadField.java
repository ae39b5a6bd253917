package org.ecgdistill.signal.synthesis;

import java.util.List;
import org.ecgdistill.signal.Lead;

/**
 * What each lead measures of the heart's electrical vector. Leads I, II and V1 to V6 by Dower's matrix (Dower, Machado
 * and Osborne, "On deriving the electrocardiogram from vectorcardiographic leads", Clin. Cardiol. 3, 1980); III, aVR,
 * aVL and aVF by Einthoven's and Goldberger's definitions, so that they follow from I and II exactly.
 */
final class LeadField {

    private final double[] left;
    private final double[] down;
    private final double[] back;

    LeadField(List<Lead> leads) {
        left = new double[leads.size()];
        down = new double[leads.size()];
        back = new double[leads.size()];
        for (var i = 0; i < left.length; i++) {
            var vector = vector(leads.get(i));
            left[i] = vector.left();
            down[i] = vector.down();
            back[i] = vector.back();
        }
    }

    /** The potential in mV that a lead, by its place in the list, measures of a vector. */
    double potential(int lead, double leftward, double downward, double backward) {
        return left[lead] * leftward + down[lead] * downward + back[lead] * backward;
    }

    private static Dipole vector(Lead lead) {
        return switch (lead) {
            case I -> new Dipole(0.632, -0.235, 0.059);
            case II -> new Dipole(0.235, 1.066, -0.132);
            case III -> combined(-1, 1);
            case AVR -> combined(-0.5, -0.5);
            case AVL -> combined(1, -0.5);
            case AVF -> combined(-0.5, 1);
            case V1 -> new Dipole(-0.515, 0.157, -0.917);
            case V2 -> new Dipole(0.044, 0.164, -1.387);
            case V3 -> new Dipole(0.882, 0.098, -1.277);
            case V4 -> new Dipole(1.213, 0.127, -0.601);
            case V5 -> new Dipole(1.125, 0.127, -0.086);
            case V6 -> new Dipole(0.831, 0.076, 0.230);
        };
    }

    private static Dipole combined(double shareOfOne, double shareOfTwo) {
        var first = vector(Lead.I);
        var second = vector(Lead.II);
        return new Dipole(
                shareOfOne * first.left() + shareOfTwo * second.left(),
                shareOfOne * first.down() + shareOfTwo * second.down(),
                shareOfOne * first.back() + shareOfTwo * second.back());
    }
}
