package org.ecgdistill.wavelet;

import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.filter.FounderFilter;

/** Named settings for denoising, for analysts who do not want to choose each setting. */
public enum DenoisingPreset {
    CLINICAL("Clinical default (SURE)") {
        @Override
        public Denoiser denoiser() {
            return new WaveletDenoiser(WaveletSettings.clinical());
        }
    },
    PAPER("Paper (universal soft)") {
        @Override
        public Denoiser denoiser() {
            return new WaveletDenoiser(WaveletSettings.paper());
        }
    },
    FOUNDER("ECGFounder upstream") {
        @Override
        public Denoiser denoiser() {
            return new FounderFilter();
        }
    };

    private final String label;

    DenoisingPreset(String label) {
        this.label = label;
    }

    /** The name in a list of presets. */
    public String label() {
        return label;
    }

    public abstract Denoiser denoiser();
}
