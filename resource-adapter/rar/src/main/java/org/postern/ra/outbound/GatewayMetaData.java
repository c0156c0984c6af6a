package org.postern.ra.outbound;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What the gateway says of itself to a server's tools. */
final class GatewayMetaData implements ManagedConnectionMetaData {
    @Override
    public String getEISProductName() {
        return "Postern";
    }

    @Override
    public String getEISProductVersion() {
        return "0.1";
    }

    /** {@return 0: as many as the server gives} */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    /** {@return the empty text: nobody logs in} */
    @Override
    public String getUserName() {
        return "";
    }
}
