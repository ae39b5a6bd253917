package org.ecgdistill.knime.learner;

import java.util.Map;
import org.ecgdistill.nn.Torch;
import org.osgi.framework.FrameworkUtil;

/** The software that makes a model, for its provenance. */
public final class Versions {

    public static Map<String, String> now() {
        var bundle = FrameworkUtil.getBundle(Versions.class);
        return Map.of(
                "ECG Distill", bundle == null ? "unknown" : bundle.getVersion().toString(),
                "Java", System.getProperty("java.version"),
                "PyTorch", Torch.version());
    }

    private Versions() {}
}
