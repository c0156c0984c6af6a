package org.postern.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message (RFC 5322, 2.2), read from its first octets and never changed. Reads no further than the
 * empty line, and never more than {@link #MAX_OCTETS} octets or {@link #MAX_FIELDS} fields: what lies beyond is not seen, and
 * {@link #isComplete} tells.
 *
 * <p>Field names are compared without regard to case. A line that is neither a field nor a folded continuation ends the
 * section, as a body without a header section would; since others read on behind such a line, {@link #isWellFormed} tells.
 */
public final class HeaderSection {
    /** The most octets that are looked at. */
    public static final int MAX_OCTETS = 1024 * 1024;
    /** The most fields that are looked at. */
    public static final int MAX_FIELDS = 10_000;
    /** What is read at first; most header sections fit. */
    private static final int FIRST_OCTETS = 4096;

    private final List<HeaderField> fields;
    private final int length;
    private final boolean complete;
    private final boolean wellFormed;

    private HeaderSection(List<HeaderField> fields, int length, boolean complete, boolean wellFormed) {
        this.fields = List.copyOf(fields);
        this.length = length;
        this.complete = complete;
        this.wellFormed = wellFormed;
    }

    /**
     * {@return the header section on top of this content}
     *
     * @throws IOException when the content cannot be read
     */
    public static HeaderSection of(Content content) throws IOException {
        byte[] octets = new byte[FIRST_OCTETS];
        int length = 0;
        try (InputStream in = content.open()) {
            while (true) {
                int read = in.readNBytes(octets, length, octets.length - length);
                int end = endOf(octets, Math.max(length - 3, 0), length + read);
                length += read;
                if (end >= 0) {
                    return parse(octets, end, true);
                }
                if (length < octets.length || length == MAX_OCTETS) {
                    return parse(octets, length, length < octets.length);
                }
                octets = Arrays.copyOf(octets, Math.min(octets.length * 4, MAX_OCTETS));
            }
        }
    }

    /** {@return the index behind the line end before the empty line, or -1} */
    private static int endOf(byte[] octets, int from, int length) {
        if (from == 0 && length >= 2 && octets[0] == '\r' && octets[1] == '\n') {
            return 0;
        }
        for (int i = from; i + 3 < length; i++) {
            if (octets[i] == '\r' && octets[i + 1] == '\n' && octets[i + 2] == '\r' && octets[i + 3] == '\n') {
                return i + 2;
            }
        }
        return -1;
    }

    private static HeaderSection parse(byte[] octets, int length, boolean whole) {
        List<HeaderField> fields = new ArrayList<>();
        int at = 0;
        while (at < length && fields.size() < MAX_FIELDS) {
            int colon = colonAfterName(octets, at, length);
            if (colon < 0) {
                return new HeaderSection(fields, length, true, false);
            }
            int end = endOfField(octets, colon, length);
            fields.add(new HeaderField(octets, at, colon, end));
            at = end;
        }
        boolean complete = whole && at >= length;
        return new HeaderSection(fields, length, complete, complete);
    }

    /** {@return the index of the colon that ends a field name starting at {@code from}, or -1 if there is no field} */
    private static int colonAfterName(byte[] octets, int from, int length) {
        int at = from;
        while (at < length && octets[at] > ' ' && octets[at] < 127 && octets[at] != ':') {
            at++;
        }
        int name = at;
        while (at < length && (octets[at] == ' ' || octets[at] == '\t')) {
            at++;
        }
        return name > from && at < length && octets[at] == ':' ? at : -1;
    }

    private static int endOfField(byte[] octets, int from, int length) {
        for (int i = from; i < length; i++) {
            boolean folded = i + 1 < length && (octets[i + 1] == ' ' || octets[i + 1] == '\t');
            if (octets[i] == '\n' && !folded) {
                return i + 1;
            }
        }
        return length;
    }

    /** {@return the body of the first field of this name, unfolded, without white space at its ends} */
    public Optional<String> first(String name) {
        return fields.stream().filter(field -> field.isNamed(name)).findFirst().map(HeaderField::body);
    }

    /** {@return the bodies of all fields of this name, from the top, as {@link #first} gives them} */
    public List<String> all(String name) {
        return fields.stream().filter(field -> field.isNamed(name)).map(HeaderField::body).toList();
    }

    /** {@return how many fields have this name} */
    public int count(String name) {
        int count = 0;
        for (HeaderField field : fields) {
            if (field.isNamed(name)) {
                count++;
            }
        }
        return count;
    }

    /** {@return all fields, from the top} */
    public List<HeaderField> fields() {
        return fields;
    }

    /** {@return how many octets the section has, without the empty line behind it; of one that is not complete, those that were looked at} */
    public int length() {
        return length;
    }

    /** {@return the number of fields} */
    public int size() {
        return fields.size();
    }

    /** {@return whether the whole section was seen} */
    public boolean isComplete() {
        return complete;
    }

    /** {@return whether the whole section was seen, and nothing but fields stands in it} */
    public boolean isWellFormed() {
        return wellFormed;
    }
}
