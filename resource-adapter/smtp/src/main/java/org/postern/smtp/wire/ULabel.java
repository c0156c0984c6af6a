package org.postern.smtp.wire;

import org.postern.mail.Domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Labels of domains beyond ASCII (RFC 5890, 2.3.2.1; RFC 5891, 4.2), as far as they can be told without tables of each version. */
final class ULabel {
    private static final int MAX_LABEL = 63;
    /** Joiners, dots and marks that stand within words of some scripts (RFC 5892, appendix A). */
    private static final String IN_CONTEXT = "\u00b7\u0375\u05f3\u05f4\u30fb\u200c\u200d";

    private ULabel() {}

    /** {@return whether a label may hold this character: letters, marks and digits of any script} */
    static boolean allows(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint) || isMark(type) || IN_CONTEXT.indexOf(codePoint) >= 0;
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** {@return whether the whole label is one: composed, not beginning with a mark, and at most 63 octets in the DNS} */
    static boolean isLabel(String label) {
        return !isMark(Character.getType(label.codePointAt(0))) && Normalizer.isNormalized(label, Form.NFC)
                && label.length() <= MAX_LABEL && new Domain(label).key().length() <= MAX_LABEL;
    }
}
