package org.ecgdistill.distill;

import ai.djl.ndarray.NDArray;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Loss;

/**
 * The mean squared difference between the student's activations before its last layer and the teacher's, which must
 * have the same number (Romero et al. 2015 call them hints).
 */
public final class FeatureLoss implements Loss {

    @Override
    public NDArray of(Network.Pass pass, Batch batch) {
        return of(pass.features(), batch.target(Teachers.FEATURES));
    }

    static NDArray of(NDArray student, NDArray teacher) {
        return student.sub(teacher).square().mean();
    }
}
