package org.postern.signing;

import java.util.Optional;

/** What the gateway has to add to a message. */
public final class Signatures {
    /** There is nothing to be signed. */
    public static final Signatures NONE = new Signatures(new byte[0], Optional.empty());

    private final byte[] fields;
    private final Optional<String> remark;

    private Signatures(byte[] fields, Optional<String> remark) {
        this.fields = fields;
        this.remark = remark;
    }

    static Signatures of(byte[] fields, String remark) {
        return new Signatures(fields, Optional.of(remark));
    }

    static Signatures not(String why) {
        return new Signatures(new byte[0], Optional.of("not signed: " + why));
    }

    /** {@return what stands on top, each field with its line end; may be empty} */
    public byte[] fields() {
        return fields.clone();
    }

    /** {@return what was done, or why nothing was, for the story of the message; none where nothing was to be done} */
    public Optional<String> remark() {
        return remark;
    }
}
