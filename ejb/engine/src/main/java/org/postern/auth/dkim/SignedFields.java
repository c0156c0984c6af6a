package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.mail.HeaderField;
import org.postern.mail.HeaderSection;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of a header section, as signatures cover them (RFC 6376, 3.7 and 5.4.2). For one thread. */
public final class SignedFields {
    private final Map<String, List<HeaderField>> fields = new HashMap<>();

    public SignedFields(HeaderSection header) {
        for (HeaderField field : header.fields()) {
            fields.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1)).add(field);
        }
    }

    /**
     * {@return the octets that a signature signs}
     *
     * @param own the field of the signature itself, which comes last and without what is in its {@code b=}; no other place has it
     */
    public byte[] octets(MessageSignature signature, HeaderField own) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(2048);
        select(signature.names(), one -> one != own)
                .forEach(field -> octets.writeBytes(signature.header().field(field.octets())));
        octets.writeBytes(unsigned(own.octets(), signature.header()));
        return octets.toByteArray();
    }

    /** {@return how many fields have this name, in lower case} */
    int count(String name) {
        return fields.getOrDefault(name, List.of()).size();
    }

    /** {@return the fields of these names, in lower case: where a name comes again, the next one above; where there is none, none} */
    List<HeaderField> select(List<String> names, Predicate<HeaderField> eligible) {
        List<HeaderField> selected = new ArrayList<>();
        Map<String, Integer> left = new HashMap<>();
        for (String name : names) {
            List<HeaderField> named = fields.getOrDefault(name, List.of());
            int next = left.getOrDefault(name, named.size()) - 1;
            if (next >= 0 && !eligible.test(named.get(next))) {
                next--;
            }
            left.put(name, Math.max(next, 0));
            if (next >= 0) {
                selected.add(named.get(next));
            }
        }
        return selected;
    }

    /** {@return a field of a signature in its canonical form, without what is in its {@code b=} and without its line end} */
    public static byte[] unsigned(byte[] field, Canonicalization canonicalization) {
        byte[] canonical = canonicalization.field(withoutSignature(field));
        int length = canonical.length;
        if (length > 0 && canonical[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && canonical[length - 1] == '\r') {
            length--;
        }
        return Arrays.copyOf(canonical, length);
    }

    private static byte[] withoutSignature(byte[] field) {
        int start = indexOf(field, ':', 0) + 1;
        while (start < field.length) {
            int end = indexOf(field, ';', start);
            int equals = indexOf(field, '=', start);
            if (equals < end && isB(field, start, equals)) {
                byte[] without = new byte[field.length - (end - equals - 1)];
                System.arraycopy(field, 0, without, 0, equals + 1);
                System.arraycopy(field, end, without, equals + 1, field.length - end);
                return without;
            }
            start = end + 1;
        }
        return field;
    }

    /** {@return where it stands, or the end of the field} */
    private static int indexOf(byte[] field, char wanted, int from) {
        int at = from;
        while (at < field.length && field[at] != wanted) {
            at++;
        }
        return at;
    }

    private static boolean isB(byte[] field, int from, int to) {
        boolean seen = false;
        for (int i = from; i < to; i++) {
            if (field[i] == 'b' && !seen) {
                seen = true;
            } else if (!TagList.isWhite((char) (field[i] & 0xff))) {
                return false;
            }
        }
        return seen;
    }
}
