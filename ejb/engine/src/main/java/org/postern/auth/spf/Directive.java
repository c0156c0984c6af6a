package org.postern.auth.spf;

/**
 * A mechanism and what it says (RFC 7208, 4.6.1).
 *
 * @param text as the record has it
 */
record Directive(Qualifier qualifier, Mechanism mechanism, String text) {}
