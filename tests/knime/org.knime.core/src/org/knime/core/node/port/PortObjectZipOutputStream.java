package org.knime.core.node.port;

import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** A zip stream for writing a port object. */
public class PortObjectZipOutputStream extends ZipOutputStream {

    PortObjectZipOutputStream(OutputStream outStream) {
        super(outStream);
    }
}
