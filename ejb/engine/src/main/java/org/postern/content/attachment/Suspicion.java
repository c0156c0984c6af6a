package org.postern.content.attachment;

/** What can be said against a file. */
public enum Suspicion {
    /** Its octets are a program, whatever it is called. */
    PROGRAM,
    /** Its name ends with what runs where it is opened. */
    DANGEROUS_NAME,
    /** Its name ends twice, so that the dangerous end is overlooked, as in {@code invoice.pdf.exe}. */
    DOUBLE_EXTENSION,
    /** Its name has characters that hide what it is: control characters, a change of the direction of writing, characters without width, or many spaces. */
    HIDING_NAME,
    /** In an archive: its name leads out of the folder into which it is unpacked. */
    NAME_LEADS_OUT,
    /** It is of another type than its name says. */
    OTHER_TYPE,
    /** A document with macros. */
    MACROS,
    /** A document with another file in it, which a click opens. */
    EMBEDDED_FILE,
    /** It, or something in it, is encrypted, so that nobody can look into it on the way. */
    ENCRYPTED,
    /** An archive of a kind, or with a compression, that is not looked into here. */
    OPAQUE,
    /** An archive that is broken off or makes no sense. */
    BROKEN,
    /** An archive that says one thing to those who read it from its start and another to those who read its directory. */
    AMBIGUOUS,
    /** Archives in archives, deeper than is looked. */
    DEEP,
    /** More entries, or more time needed, than is looked at. */
    EXCESSIVE,
    /** It unpacks to more than any honest archive does. */
    BOMB
}
