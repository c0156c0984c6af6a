package org.postern.content.learn;

import org.postern.content.Field;
import org.postern.content.Html;
import org.postern.content.Links;
import org.postern.content.Links.Link;
import org.postern.content.Part;
import org.postern.content.ReadMessage;
import org.postern.content.Text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the classifier sees of a message: words as they are written and case-folded, those of some fields apart; which fields there are and in which
 * order; hosts and words of paths of links; tags and attributes of HTML; types, charsets, encodings and file name extensions of the parts;
 * characters by four of Subject and of the first {@value #GRAMS} of the text. Nothing that is of the moment or of the way: no dates, no
 * identifiers, no trace fields, none that we or other filters add.
 */
public final class MessageFeatures {
    private static final int GRAMS = 4000;
    private static final int GRAM = 4;
    private static final int LONGEST_FIELD = 2000;
    private static final int LONGEST_VALUE = 24;
    /** Of these the words too. Those of other fields are of the way: one who knew the fields of a list would trust all that comes by it. */
    private static final Set<String> SENDERS_OWN = Set.of("subject", "from", "reply-to", "organization", "user-agent",
            "x-mailer", "content-type");
    /** Of these neither the name nor a word is looked at. */
    private static final Set<String> LEFT_OUT = Set.of("received", "date", "message-id", "in-reply-to", "references",
            "return-path",
            "delivered-to", "delivery-date", "x-original-to", "envelope-to", "x-envelope-to", "x-envelope-from",
            "authentication-results", "dkim-signature",
            "domainkey-signature", "received-spf", "resent-date", "resent-message-id", "content-length", "lines",
            "status", "x-status",
            "x-uid", "x-uidl", "x-mozilla-status", "x-mozilla-status2", "x-keywords", "thread-index");
    /** Of these neither, whatever follows. */
    private static final List<String> LEFT_OUT_FAMILIES = List.of("arc-", "x-spam", "x-virus", "x-rspamd", "x-pyzor",
            "x-postern");

    private static final Tag WORD = Tag.of("word");
    private static final Tag NAME = Tag.of("field");
    private static final Tag ORDER = Tag.of("order");
    private static final Tag HOST = Tag.of("host");
    private static final Tag PATH = Tag.of("path");
    private static final Tag SCHEME = Tag.of("scheme");
    private static final Tag ELEMENT = Tag.of("tag");
    private static final Tag ATTRIBUTE = Tag.of("attribute");
    private static final Tag TYPE = Tag.of("type");
    private static final Tag CHARSET = Tag.of("charset");
    private static final Tag ENCODING = Tag.of("encoding");
    private static final Tag EXTENSION = Tag.of("extension");
    private static final Tag PARTS = Tag.of("parts");
    private static final Tag LENGTH = Tag.of("length");
    private static final Tag SUBJECT_GRAM = Tag.of("subject-gram");
    private static final Tag TEXT_GRAM = Tag.of("gram");
    /** What every message has: the weight of knowing nothing. */
    private static final Tag ANY = Tag.of("any");

    private final FeatureSink sink;
    private final Words words;

    private MessageFeatures(FeatureSink sink) {
        this.sink = sink;
        this.words = new Words(sink);
    }

    /** {@return the features of this message} */
    public static FeatureSet of(ReadMessage message) {
        Slots slots = new Slots();
        find(message, slots);
        return slots.toSet();
    }

    static void find(ReadMessage message, FeatureSink sink) {
        new MessageFeatures(sink).all(message);
    }

    private void all(ReadMessage message) {
        sink.add(ANY, "message");
        header(message.fields());
        structure(message);
        grams(SUBJECT_GRAM, message.first("Subject"), GRAMS);
        int grams = GRAMS;
        for (Text text : message.texts()) {
            String visible = text.html() ? html(text.characters()) : text.characters();
            Links.find(visible, this::link);
            words.find(WORD, visible);
            grams -= grams(TEXT_GRAM, visible, grams);
        }
    }

    private void header(List<Field> fields) {
        String before = "";
        for (Field field : fields) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (LEFT_OUT.contains(name) || LEFT_OUT_FAMILIES.stream().anyMatch(name::startsWith)) {
                continue;
            }
            sink.add(NAME, field.name());
            sink.add(ORDER, before + '>' + name);
            before = name;
            if (SENDERS_OWN.contains(name)) {
                words.find(Tag.of(name), field.body().substring(0, Math.min(field.body().length(), LONGEST_FIELD)));
            }
        }
    }

    private void structure(ReadMessage message) {
        List<Part> parts = message.structure().parts();
        for (Part part : parts) {
            sink.add(TYPE, part.type());
            part.charset().ifPresent(charset -> sink.add(CHARSET, charset));
            sink.add(ENCODING, part.encoding().name());
            part.fileName()
                    .ifPresent(name -> sink.add(EXTENSION,
                            name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
        }
        sink.add(PARTS, magnitude(parts.size()));
        sink.add(LENGTH, magnitude(message.structure().size()));
    }

    private static String magnitude(long number) {
        return Integer.toString(Long.SIZE - Long.numberOfLeadingZeros(number));
    }

    private String html(String html) {
        return Html.read(html, new Html.Visitor() {
            @Override
            public void tag(String name) {
                sink.add(ELEMENT, name);
            }

            @Override
            public void attribute(String tag, String name, String value) {
                sink.add(ATTRIBUTE, tag + ' ' + name);
                if (name.equals("href") || name.equals("src") || name.equals("action") || name.equals("background")) {
                    Links.of(value).ifPresent(MessageFeatures.this::link);
                } else if (value.length() <= LONGEST_VALUE) {
                    sink.add(ATTRIBUTE, tag + ' ' + name + '=' + value.toLowerCase(Locale.ROOT));
                }
            }
        });
    }

    private void link(Link link) {
        sink.add(SCHEME, link.scheme());
        String host = link.host();
        int end = host.length();
        for (int dot = host.lastIndexOf('.', end); dot >= 0; dot = host.lastIndexOf('.', dot - 1)) {
            sink.add(HOST, host, dot + 1, end);
        }
        sink.add(HOST, host);
        words.find(PATH, link.path());
    }

    /** {@return how many characters were looked at} */
    private int grams(Tag tag, String text, int most) {
        int length = Math.min(text.length(), most);
        StringBuilder normal = new StringBuilder(length + 1).append(' ');
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            boolean space = Character.isWhitespace(character);
            if (!space || normal.charAt(normal.length() - 1) != ' ') {
                normal.append(space ? ' ' : Character.toLowerCase(character));
            }
        }
        for (int i = 0; i + GRAM <= normal.length(); i++) {
            sink.add(tag, normal, i, i + GRAM);
        }
        return length;
    }
}
