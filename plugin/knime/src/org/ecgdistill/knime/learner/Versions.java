package org.ecgdistill.knime.learner;

import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.nn.Torch;
import org.osgi.framework.FrameworkUtil;

/** The software that makes a model, for its provenance. */
public final class Versions {

    private Versions() {}

    public static Map<String, String> now() {
        var bundle = FrameworkUtil.getBundle(Versions.class);
        var versions = new TreeMap<>(Torch.check());
        versions.put(
                "ECG Distill", bundle == null ? "unknown" : bundle.getVersion().toString());
        versions.put("Java", System.getProperty("java.version"));
        versions.put("PyTorch", Torch.version());
        return versions;
    }
}
