package org.ecgdistill.osgi;

class EcgReaderNodeTest {
    static final String READER = "org.ecgdistill.knime.reader.EcgReaderNodeFactory";
}
