package org.ecgdistill.knime.denoiser;

import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.views.DenoisedView;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the Wavelet Denoiser. It works row by row, so that KNIME can stream and parallelise it. */
public final class WaveletDenoiserNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Wavelet Denoiser")
            .icon("../../../../icons/denoiser.png")
            .shortDescription("Removes noise and baseline wander from ECG signals.")
            .fullDescription("""
                Removes muscle and measurement noise by thresholds on wavelet coefficients, and baseline wander by
                removing everything below 0.5 Hz.
                <p>The preset "Clinical default (SURE)" was the best of many on clinical recordings with known noise and
                changes clean ECGs least. "Paper (universal soft)" follows the paper on distilling ECGFounder.
                "ECGFounder upstream" applies the filters that ECGFounder was trained with: a notch at 50 Hz, a band-pass
                from 0.67 to 40 Hz, and a running median; choose it for that network, not to look at ECGs. A plain
                band-pass and custom wavelet settings are available as well; settings that would destroy the ECG must be
                confirmed.</p>
                <p><b>Denoise records first and cut them into windows afterwards.</b> In a window of a second or two,
                slow wander cannot be distinguished from the heart's signal; the node then reports how long a signal must
                be.</p>
                <p>Missing samples within a signal are bridged for the computation and are missing again in the result.
                A missing signal stays missing.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Signals", "Rows with a signal and its sampling rate.")
                    .addOutputTable("Denoised signals", "The same rows with the denoised signals."))
            .model(model -> model.parametersClass(WaveletDenoiserParameters.class)
                    .rearrangeColumns(WaveletDenoiserNodeFactory::rearrange))
            .addView(DenoisedView::of)
            .nodeType(NodeType.Manipulator)
            .keywords("filter", "noise", "baseline wander", "SURE", "threshold", "band-pass", "notch", "smooth");

    public WaveletDenoiserNodeFactory() {
        super(NODE);
    }

    private static void rearrange(RearrangeColumnsInput in, RearrangeColumnsOutput out)
            throws InvalidSettingsException {
        WaveletDenoiserParameters parameters = in.getParameters();
        var table = in.getDataTableSpec();
        var signal = ColumnRole.SIGNAL.find(table, parameters.m_signal);
        var rate = ColumnRole.SAMPLING_RATE.find(table, parameters.m_samplingRate);
        var cells = DenoisedCells.of(table, signal, rate, parameters, NodeWork.plan(parameters::toDenoiser));
        var rearranger = new ColumnRearranger(table);
        if (parameters.replaces()) {
            rearranger.remove(signal);
            rearranger.insertAt(signal, cells);
        } else {
            rearranger.append(cells);
        }
        out.setColumnRearranger(rearranger);
    }
}
