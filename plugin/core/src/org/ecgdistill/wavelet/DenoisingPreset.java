package org.ecgdistill.wavelet;

import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.filter.FounderFilter;

/** Ways of denoising with a name, for those who don't want to choose every setting. */
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

    /** What a person reads in a list of presets. */
    public String label() {
        return label;
    }

    public abstract Denoiser denoiser();
}
