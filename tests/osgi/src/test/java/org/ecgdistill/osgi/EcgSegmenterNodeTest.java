package org.ecgdistill.osgi;

class EcgSegmenterNodeTest {
    static final String SEGMENTER = "org.ecgdistill.knime.segmenter.EcgSegmenterNodeFactory";
}
