package org.postern.net;

import org.postern.delivery.tls.TlsFault;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;

/** A certificate that does not do, in words and for reports. */
final class TlsFailure extends SSLPeerUnverifiedException {
    private static final long serialVersionUID = 1L;

    private static final Sentence NONE = Sentence.form("noConnection", "no connection").with();

    private final TlsFault fault;
    private final transient Sentence reason;

    TlsFailure(TlsFault fault, Sentence reason) {
        super(reason.toString());
        this.fault = fault;
        this.reason = reason;
    }

    /** {@return why there is no connection; what others say of it as they say it} */
    static Sentence reasonOf(IOException failure) {
        return failure instanceof TlsFailure own
                ? own.reason
                : Optional.ofNullable(failure.getMessage()).map(Sentence::asItIs).orElse(NONE);
    }

    Sentence reason() {
        return reason;
    }

    TlsFault fault() {
        return fault;
    }
}
