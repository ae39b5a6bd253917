package org.ecgdistill.wavelet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first signal of a two-signal record in format 212, in mV. */
final class MitBihSignal {

    private MitBihSignal() {}

    static double[] read(final Path folder, final String record, final int from, final int to) throws IOException {
        var description =
                Files.readAllLines(folder.resolve(record + ".hea")).get(1).split("\\s+");
        double gain = Double.parseDouble(description[2]);
        int zero = Integer.parseInt(description[4]);
        var bytes = Files.readAllBytes(folder.resolve(record + ".dat"));
        var signal = new double[to - from];
        for (int i = from; i < to; i++) {
            // Three bytes hold one sample of each signal; the first has its upper four bits in the second byte.
            int upper = (bytes[3 * i + 1] & 0x0f) << 28 >> 20;
            signal[i - from] = ((upper | bytes[3 * i] & 0xff) - zero) / (gain == 0 ? 200 : gain);
        }
        return signal;
    }
}
