package org.postern.content;

import org.apache.james.mime4j.stream.RawField;

import java.util.Locale;

/** The fields of one header section that say what a part is; of each the first counts. */
final class PartHeader {
    private static final String TEXT = "text/plain";

    private Parameters type = Parameters.NONE;
    private Parameters disposition = Parameters.NONE;
    private String encoding = "";
    private int octets;

    /** {@return whether the field is within the bound of the header section} */
    boolean isWithin(int length) {
        octets = Math.min(octets + length, ContentLimits.HEADER + 1);
        return octets <= ContentLimits.HEADER;
    }

    void take(RawField field) {
        switch (field.getNameLowerCase()) {
            case "content-type" -> type = type == Parameters.NONE ? Parameters.of(field) : type;
            case "content-disposition" ->
                disposition = disposition == Parameters.NONE ? Parameters.of(field) : disposition;
            case "content-transfer-encoding" -> encoding = encoding.isEmpty() ? Parameters.of(field).value() : encoding;
            default -> {
            }
        }
    }

    Part part(int depth) {
        return new Part(depth, mimeType(), type.get("charset").map(PartHeader::token).filter(name -> !name.isEmpty()),
                TransferEncoding.named(encoding),
                disposition.get("filename").or(() -> type.get("name")).map(PartHeader::bounded),
                Disposition.named(disposition.value()), 0);
    }

    private String mimeType() {
        String named = token(type.value());
        int slash = named.indexOf('/');
        return slash > 0 && slash < named.length() - 1 ? named : TEXT;
    }

    /** {@return whether the parser can take it apart} */
    boolean hasBoundary() {
        return type.get("boundary")
                .filter(boundary -> !boundary.isBlank() && boundary.length() <= ContentLimits.TOKEN * 10)
                .isPresent();
    }

    private static String token(String text) {
        String bounded = text.length() > ContentLimits.TOKEN ? text.substring(0, ContentLimits.TOKEN) : text;
        return bounded.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    private static String bounded(String name) {
        return name.length() > ContentLimits.FILE_NAME ? name.substring(0, ContentLimits.FILE_NAME) : name;
    }

}
