package org.postern.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element with what is in it, attributes aside.
 *
 * @param text without white space at its ends, cut off at {@value XmlNodes#LONGEST_TEXT} characters
 */
record XmlNode(String name, String text, List<XmlNode> children) {
    static final XmlNode NOTHING = new XmlNode("", "", List.of());

    Stream<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child));
    }

    /** {@return the first of this name, or an empty one} */
    XmlNode child(String child) {
        return all(child).findFirst().orElse(NOTHING);
    }

    /** {@return the text of the first of this name that is there, be it empty} */
    Optional<String> text(String child) {
        return all(child).findFirst().map(XmlNode::text);
    }

    /** {@return the text of the first of this name that has some} */
    Optional<String> words(String child) {
        return text(child).filter(words -> !words.isEmpty());
    }

    /** {@return the same} @throws UnreadableReportException when there is none */
    String required(String child) throws UnreadableReportException {
        return words(child).orElseThrow(() -> new UnreadableReportException("no " + child));
    }

    /** {@return a whole number} @throws UnreadableReportException when there is none, or not one within these bounds */
    long number(String child, long least, long most) throws UnreadableReportException {
        String digits = required(child);
        boolean good = digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = good ? Long.parseLong(digits) : -1;
        if (!good || number < least || number > most) {
            throw new UnreadableReportException(child + " is no number that makes sense");
        }
        return number;
    }
}
