package org.ecgdistill.evaluation.folds;

import org.ecgdistill.common.Progress;

/** Moves groups between folds, and exchanges pairs, as long as that makes the folds more even. */
final class Improvement {

    private static final int MOST_PASSES = 20;

    /** How many others a group is compared with in a pass; all of them where there are few. */
    private static final int PARTNERS = 200;

    private static final int GROUPS_PER_REPORT = 256;

    private final Division division;
    private final int groups;

    Improvement(Division division, int groups) {
        this.division = division;
        this.groups = groups;
    }

    void run(Progress progress) {
        var improved = true;
        for (var pass = 0; improved && pass < MOST_PASSES && !division.isPerfect(); pass++) {
            improved = false;
            for (var group = 0; group < groups; group++) {
                if (group % GROUPS_PER_REPORT == 0) {
                    progress.report((pass + (double) group / groups) / MOST_PASSES, "Evening out the folds");
                }
                improved |= improve(group, pass);
            }
        }
    }

    private boolean improve(int group, int pass) {
        var present = division.foldOf(group);
        var best = -Division.ROUNDING;
        var bestFold = -1;
        // A fold's last group must stay, or the fold would be empty.
        for (var fold = 0; fold < division.folds() && division.groupsIn(present) > 1; fold++) {
            var cost = fold == present ? 0 : division.costOfMoving(group, fold);
            if (cost < best) {
                best = cost;
                bestFold = fold;
            }
        }
        var bestPartner = -1;
        var stride = Math.max(1, groups / PARTNERS);
        for (var partner = (group + pass) % stride; partner < groups; partner += stride) {
            var cost = division.foldOf(partner) == present ? 0 : division.costOfExchanging(group, partner);
            if (cost < best) {
                best = cost;
                bestPartner = partner;
            }
        }
        if (bestPartner >= 0) {
            division.exchange(group, bestPartner);
        } else if (bestFold >= 0) {
            division.move(group, bestFold);
        }
        return bestPartner >= 0 || bestFold >= 0;
    }
}
