package org.postern.content;

/** A bound that a message went beyond, or a way in which it cannot be read to its end. */
public enum Exceeded {
    /** Parts lie deeper than {@value ContentLimits#DEPTH}: they are not taken apart. */
    DEPTH,
    /** There are more than {@value ContentLimits#PARTS} parts: the others were not looked at. */
    PARTS,
    /** A header section has more than {@value ContentLimits#HEADER} octets, or encoded words behind {@value ContentLimits#ENCODED} characters of a field: the rest was not looked at. */
    HEADER,
    /** There is more text than was looked at. Usual in large mail. */
    TEXT,
    /** The MIME structure broke off so that what follows could not be looked at. */
    BROKEN
}
