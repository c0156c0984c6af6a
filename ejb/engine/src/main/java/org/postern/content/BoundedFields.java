package org.postern.content;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;

/** Gathers the lines of a field up to the bound of a header section, and leaves the others out: the library itself would end there. */
final class BoundedFields implements FieldBuilder {
    private final FieldBuilder fields = new DefaultFieldBuilder(-1);
    private boolean exceeded;

    /** {@return whether something was left out} */
    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public void reset() {
        fields.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MimeException {
        if (fields.getRaw().length() + line.length() > ContentLimits.HEADER) {
            exceeded = true;
        } else {
            fields.append(line);
        }
    }

    @Override
    public RawField build() throws MimeException {
        return fields.build();
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        return fields.getRaw();
    }

    @Override
    public void release() {
        fields.release();
    }
}
