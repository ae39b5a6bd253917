package org.ecgdistill.osgi;

import org.junit.jupiter.api.Test;

class EcgReaderNodeTest {
    static final String READER = "org.ecgdistill.knime.reader.EcgReaderNodeFactory";
}
