package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ecgdistill.signal.Lead;
import org.junit.jupiter.api.Test;

class LeadFieldTest {

    private static final LeadField FIELD = new LeadField(List.of(Lead.values()));

    /** Einthoven 1912 and Goldberger 1942. */
    @Test
    void theLimbLeadsFollowFromOneAndTwo() {
        var random = RandomStream.of(9);
        for (var i = 0; i < 100; i++) {
            var vector = new Dipole(random.normal(), random.normal(), random.normal());
            var one = seen(Lead.I, vector);
            var two = seen(Lead.II, vector);
            assertEquals(two - one, seen(Lead.III, vector), 1e-12);
            assertEquals(-(one + two) / 2, seen(Lead.AVR, vector), 1e-12);
            assertEquals(one - two / 2, seen(Lead.AVL, vector), 1e-12);
            assertEquals(two - one / 2, seen(Lead.AVF, vector), 1e-12);
        }
    }

    /** A vector to the left shows in V6, one to the front in V2, one to the feet in aVF. */
    @Test
    void theLeadsLookWhereTheyShould() {
        assertEquals(0.831, seen(Lead.V6, new Dipole(1, 0, 0)), 1e-12);
        assertEquals(1.387, seen(Lead.V2, new Dipole(0, 0, -1)), 1e-12);
        assertEquals(1.066 + 0.235 / 2, seen(Lead.AVF, new Dipole(0, 1, 0)), 1e-12);
    }

    private static double seen(Lead lead, Dipole vector) {
        return FIELD.potential(lead.ordinal(), vector.left(), vector.down(), vector.back());
    }
}
