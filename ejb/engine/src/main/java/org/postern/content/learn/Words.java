package org.postern.content.learn;

/**
 * Finds words in text: runs of letters and digits, and of what spam hides in and between them. Gives each case-folded, and as it is written where
 * that differs.
 */
final class Words {
    private static final int LONGEST = 40;
    private static final Tag LONG = Tag.of("long");

    private final FeatureSink sink;
    private final StringBuilder folded = new StringBuilder();

    Words(FeatureSink sink) {
        this.sink = sink;
    }

    void find(Tag tag, CharSequence text) {
        int length = text.length();
        int at = 0;
        while (at < length && !sink.isFull()) {
            while (at < length && !isOfWord(text.charAt(at))) {
                at++;
            }
            int start = at;
            boolean upper = false;
            folded.setLength(0);
            while (at < length && isOfWord(text.charAt(at))) {
                char character = text.charAt(at++);
                char lower = Character.toLowerCase(character);
                upper |= lower != character;
                if (at - start <= LONGEST) {
                    folded.append(lower);
                }
            }
            word(tag, text, start, at, upper);
        }
    }

    private void word(Tag tag, CharSequence text, int start, int end, boolean upper) {
        int length = end - start;
        if (length > LONGEST) {
            sink.add(LONG, Integer.toString(Integer.numberOfTrailingZeros(Integer.highestOneBit(length))));
        } else if (length > 0) {
            sink.add(tag, folded);
            if (upper) {
                sink.add(tag, text, start, end);
            }
        }
    }

    private static boolean isOfWord(char character) {
        return character < 128
                ? (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                        || (character >= '0' && character <= '9')
                        || character == '$' || character == '!' || character == '\'' || character == '-'
                        || character == '%'
                : Character.isLetterOrDigit(character);
    }
}
