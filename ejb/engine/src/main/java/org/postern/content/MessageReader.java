package org.postern.content;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one message in one pass, each octet once and all of them: who needs them for something else, such as a hash, wraps the stream. Time grows
 * with the octets of the message and with nothing else; memory is that of {@link ReadMessage} and at most 3 MB beside it, 200 KB where lines
 * are not longer than SMTP allows.
 */
public final class MessageReader {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(ContentLimits.LINE)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    private final Source source;
    private final PartInspector inspector;
    private final TextGathering text;
    private final BoundedFields builder = new BoundedFields();
    private final MimeTokenStream tokens = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, builder, null);
    private final List<Part> parts = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final Set<Exceeded> exceeded = EnumSet.noneOf(Exceeded.class);
    private PartHeader header = new PartHeader();
    /** Of what is being read; the message itself, whose start the parser does not tell, is at 0. */
    private int depth;

    private MessageReader(InputStream content, PartInspector inspector) {
        this.source = new Source(content);
        this.text = new TextGathering(source);
        this.inspector = inspector;
    }

    /**
     * {@return what the message is made of}
     *
     * @param content from the first octet; at its end afterwards, and not closed
     * @throws IOException when the content itself cannot be read, and for no other reason
     */
    public static ReadMessage read(InputStream content) throws IOException {
        return read(content, PartInspector.NONE);
    }

    /**
     * The same, and lets an inspector look into each part on the way.
     *
     * @throws IOException when the content itself cannot be read, and for no other reason
     */
    public static ReadMessage read(InputStream content, PartInspector inspector) throws IOException {
        return new MessageReader(content, inspector).all();
    }

    private ReadMessage all() throws IOException {
        tokens.parse(source);
        while (step()) {
            if (parts.size() >= ContentLimits.PARTS) {
                exceeded.add(Exceeded.PARTS);
                break;
            }
        }
        source.drain();
        if (parts.isEmpty()) {
            parts.add(header.part(0));
        }
        if (builder.isExceeded()) {
            exceeded.add(Exceeded.HEADER);
        }
        if (text.isExceeded()) {
            exceeded.add(Exceeded.TEXT);
        }
        return new ReadMessage(new MessageStructure(parts, exceeded, source.count()), fields, text.texts());
    }

    /** {@return whether there may be more} */
    private boolean step() throws IOException {
        try {
            EntityState state = tokens.next();
            if (state != EntityState.T_BODY) {
                return take(state);
            }
        } catch (MimeException | IOException | RuntimeException e) {
            if (source.isFailed()) {
                throw e instanceof IOException io ? io : new IOException(e);
            }
            exceeded.add(Exceeded.BROKEN);
            return false;
        }
        body();
        return true;
    }

    private boolean take(EntityState state) {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> depth++;
            case T_END_MESSAGE, T_END_BODYPART -> {
                depth--;
                tokens.setRecursionMode(RecursionMode.M_RECURSE);
            }
            case T_START_HEADER -> header = new PartHeader();
            case T_FIELD -> field((RawField) tokens.getField());
            case T_END_HEADER -> part();
            default -> {
                return state != EntityState.T_END_OF_STREAM;
            }
        }
        return true;
    }

    private void field(RawField field) {
        if (!header.isWithin(field.getRaw().length())) {
            exceeded.add(Exceeded.HEADER);
            return;
        }
        header.take(field);
        if (depth == 0 && fields.size() < ContentLimits.FIELDS) {
            String body = field.getBody();
            if (body.indexOf("=?", ContentLimits.ENCODED) >= 0) {
                exceeded.add(Exceeded.HEADER);
            }
            fields.add(new Field(field.getName(), EncodedWords.decode(body).strip()));
        }
    }

    private void part() {
        Part part = header.part(depth);
        parts.add(part);
        boolean nested = part.type().startsWith("multipart/") || part.type().startsWith("message/");
        if (depth >= ContentLimits.DEPTH && nested) {
            exceeded.add(Exceeded.DEPTH);
        }
        boolean opaque = depth >= ContentLimits.DEPTH
                || (part.type().startsWith("multipart/") && !header.hasBoundary());
        tokens.setRecursionMode(opaque ? RecursionMode.M_FLAT : RecursionMode.M_RECURSE);
    }

    private void body() throws IOException {
        Part part = parts.getLast();
        InputStream raw = tokens.getInputStream();
        PartOctets octets = new PartOctets(decoded(raw, part.encoding()), source, text);
        text.begin(part);
        inspector.inspect(part, octets);
        octets.transferTo(OutputStream.nullOutputStream());
        text.end(part);
        if (octets.isBroken()) {
            exceeded.add(Exceeded.BROKEN);
        }
        parts.set(parts.size() - 1, part.withSize(octets.count()));
    }

    private static InputStream decoded(InputStream raw, TransferEncoding encoding) {
        return switch (encoding) {
            case BASE64 -> new Base64Octets(raw);
            case QUOTED_PRINTABLE -> new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT);
            case IDENTITY, UNKNOWN -> raw;
        };
    }
}
