package org.postern.net;

import org.postern.delivery.tls.TlsFault;

import javax.net.ssl.SSLPeerUnverifiedException;

/** A certificate that does not do, in words and for reports. */
final class TlsFailure extends SSLPeerUnverifiedException {
    private static final long serialVersionUID = 1L;

    private final TlsFault fault;

    TlsFailure(TlsFault fault, String reason) {
        super(reason);
        this.fault = fault;
    }

    TlsFault fault() {
        return fault;
    }
}
